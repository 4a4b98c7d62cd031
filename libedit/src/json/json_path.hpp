// Where a value stands in a JSON file: "overlays[2].size".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// A step on the way to a value. Steps lie on the stack, so that the text is made only for errors.
class JsonPath {
public:
    JsonPath() = default;
    JsonPath(const JsonPath& parent, std::string_view field) : parent_(&parent), field_(field) {}
    JsonPath(const JsonPath& parent, std::size_t index)
        : parent_(&parent), index_(index), is_index_(true) {}

    [[nodiscard]] std::string text() const {
        const auto before = parent_ ? parent_->text() : std::string();
        if (is_index_) return before + "[" + std::to_string(index_) + "]";
        return before.empty() || field_.empty() ? before + std::string(field_)
                                                : before + "." + std::string(field_);
    }

private:
    const JsonPath* parent_ = nullptr;
    std::string_view field_;
    std::size_t index_ = 0;
    bool is_index_ = false;
};

}  // namespace mediaedit::internal
