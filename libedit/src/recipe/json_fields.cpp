// Parsing JSON that strangers wrote.
#include "recipe/json_fields.hpp"

#include <algorithm>

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

}  // namespace

nlohmann::json parse_json(std::string_view text) {
    if (depth_of(text) > max_depth) fail(ErrorCode::bad_recipe, tr("The file is nested too deeply to be one of ours."));
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& problem) {
        const auto upto = text.substr(0, std::min(problem.byte, text.size()));
        const auto line = std::to_string(1 + std::count(upto.begin(), upto.end(), '\n'));
        fail(ErrorCode::bad_recipe, tr("Line {line} is not valid JSON; a comma, quote or bracket may be missing.", {{"line", line}}), "line " + line, problem.what());
    } catch (const nlohmann::json::exception& problem) {
        // A number beyond what a double holds is the one fault that is told in another way.
        fail(ErrorCode::bad_recipe, tr("A number in the file is too large to be read; check it."), {}, problem.what());
    }
}

}  // namespace mediaedit::internal
