// Error messages for photos that are refused, and notes for damaged ones that are accepted.
#include "photo/refusal.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

namespace mediaedit::internal {

void refuse_damaged(const std::string& name, const std::string& detail) {
    fail(ErrorCode::damaged,
         tr("{file} is damaged and cannot be shown; try to copy it again from where it came.",
            {{"file", name}}),
         name, detail);
}

void refuse_unsupported(const std::string& name, const std::string& detail) {
    fail(ErrorCode::unsupported,
         tr("{file} is a kind of photo that cannot be read here; save it as JPEG or PNG first.",
            {{"file", name}}),
         name, detail);
}

void refuse_too_large(const std::string& name, const std::string& detail) {
    fail(ErrorCode::too_large,
         tr("{file} is too large to be opened safely; make it smaller first.", {{"file", name}}),
         name, detail);
}

void check_size(std::int64_t width, std::int64_t height, const std::string& name,
                const Limits& limits) {
    const auto detail = std::to_string(width) + "x" + std::to_string(height);
    if (width <= 0 || height <= 0) refuse_damaged(name, detail);
    if (width > limits.max_side_px || height > limits.max_side_px ||
        width > limits.max_pixels / height)
        refuse_too_large(name, detail);
}

void check_memory(double bytes, const std::string& name, const Limits& limits) {
    if (bytes > static_cast<double>(limits.max_memory_bytes))
        refuse_too_large(
            name, "needs " + std::to_string(static_cast<std::int64_t>(bytes / 1048576)) + " MiB");
}

Note truncated_note(const std::string& name) {
    return {"truncated", tr("{file} is cut short; the part that is missing is grey or blurred.",
                            {{"file", name}})};
}

Note damaged_note(const std::string& name) {
    return {"damaged_in_places",
            tr("{file} is damaged in places; look at the result before you post it.",
               {{"file", name}})};
}

Note first_picture_note(const std::string& name) {
    return {"first_picture_only",
            tr("{file} holds several pictures; only the first one is used.", {{"file", name}})};
}

}  // namespace mediaedit::internal
