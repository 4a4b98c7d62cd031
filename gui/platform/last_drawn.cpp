// Whether a frame differs from the last one drawn.
#include "platform/last_drawn.hpp"

#include "platform/imgui_versions.hpp"

#include <imgui.h>

#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sunting {

namespace {

class Hash {
public:
    void add(const void* bytes, std::size_t count) {
        const auto more = std::hash<std::string_view>()({static_cast<const char*>(bytes), count});
        value_ ^= more + 0x9E3779B97F4A7C15ULL + (value_ << 6) + (value_ >> 2);
    }
    template <class Value>
    requires std::has_unique_object_representations_v<Value> || std::is_floating_point_v<Value>
    void add(const Value& value) { add(&value, sizeof value); }
    void add(const ImVec2& at) { add(at.x), add(at.y); }
    void add(const ImVec4& box) { add(box.x), add(box.y), add(box.z), add(box.w); }
    template <class Item>
    void add(const ImVector<Item>& items) {
        add(items.Data, static_cast<std::size_t>(items.size_in_bytes()));
    }
    [[nodiscard]] std::size_t value() const { return value_; }

private:
    std::size_t value_ = 0;
};

static_assert(sizeof(ImDrawVert) == 2 * sizeof(ImVec2) + sizeof(ImU32),
              "its bytes are hashed, so that none may be left open");

}  // namespace

bool LastDrawn::is_new(const ImDrawData& data, int width_px, int height_px) {
    Hash hash;
    hash.add(width_px);
    hash.add(height_px);
    hash.add(data.DisplayPos);
    hash.add(data.DisplaySize);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const auto& list = *data.CmdLists[i];
        hash.add(list.VtxBuffer);
        hash.add(list.IdxBuffer);
        for (const auto& command : list.CmdBuffer) {
            hash.add(command.ClipRect);
            hash.add(texture_mark(command));
            hash.add(command.VtxOffset);
            hash.add(command.IdxOffset);
            hash.add(command.ElemCount);
        }
    }
    const bool was_known = std::exchange(is_known_, true);
    return std::exchange(hash_, hash.value()) != hash.value() || !was_known;
}

}  // namespace sunting
