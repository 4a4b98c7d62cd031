// Parsing JSON that strangers wrote.
#include "json/json_fields.hpp"

#include <algorithm>
#include <vector>

namespace mediaedit::internal {
namespace {

/// The deepest of our own files has six.
constexpr int max_depth = 32;

int depth_of(std::string_view text) {
    int depth = 0, deepest = 0;
    bool inside_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inside_text) {
            if (c == '\\') ++i;
            else if (c == '"') inside_text = false;
        } else if (c == '"') {
            inside_text = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

/// Of a field that stands twice a reader would use one, and who wrote the file may mean the other.
class TwiceWatch {
public:
    bool operator()(int, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::object_end || event == Event::array_end) {
            levels_.pop_back();
            return true;
        }
        if (event == Event::key) {
            see(parsed.get_ref<const std::string&>());
            return true;
        }
        if (!levels_.empty() && levels_.back().is_list) ++levels_.back().place;
        if (event == Event::object_start || event == Event::array_start)
            levels_.push_back({event == Event::array_start, {}, {}, 0});
        return true;
    }

private:
    struct Level {
        bool is_list = false;
        std::set<std::string> seen;
        std::string field;
        std::size_t place = 0;  ///< of the next entry of a list
    };

    void see(const std::string& field) {
        auto& level = levels_.back();
        level.field = field;
        if (level.seen.insert(field).second) return;
        const auto path = path_of_last();
        fail(ErrorCode::bad_recipe,
             tr("The field {field} stands twice; leave one of them out.", {{"field", path}}), path);
    }

    [[nodiscard]] std::string path_of_last() const {
        std::string path;
        for (const auto& level : levels_) {
            if (level.is_list) path += "[" + std::to_string(level.place - 1) + "]";
            else (path += path.empty() ? "" : ".") += level.field;
        }
        return path;
    }

    std::vector<Level> levels_;
};

}  // namespace

nlohmann::json parse_json(std::string_view text) {
    if (depth_of(text) > max_depth)
        fail(ErrorCode::bad_recipe, tr("The file is nested too deeply to be one of ours."));
    try {
        TwiceWatch watch;
        return nlohmann::json::parse(
            text, [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
                return watch(depth, event, parsed);
            });
    } catch (const nlohmann::json::parse_error& problem) {
        const auto upto = text.substr(0, std::min(problem.byte, text.size()));
        const auto line = std::to_string(1 + std::count(upto.begin(), upto.end(), '\n'));
        fail(ErrorCode::bad_recipe,
             tr("Line {line} is not valid JSON; a comma, quote or bracket may be missing.",
                {{"line", line}}),
             "line " + line, problem.what());
    } catch (const nlohmann::json::exception& problem) {
        // A number beyond what a double holds is the one fault that is told in another way.
        fail(ErrorCode::bad_recipe, tr("A number in the file is too large to be read; check it."),
             {}, problem.what());
    }
}

}  // namespace mediaedit::internal
