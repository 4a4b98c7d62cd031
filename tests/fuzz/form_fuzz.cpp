// Any text as a form: a caption within the limits, or an error naming the field. What was read can
// be written and read again.
#include "fuzz/require.hpp"

#include <mediaedit/caption.hpp>

#include <cstdint>
#include <string_view>

using namespace mediaedit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = form_from_json({reinterpret_cast<const char*>(data), size});
    if (!form) {
        fuzz::require(form.error().code == ErrorCode::bad_recipe);
        fuzz::require_refusal(form.error());
        return 0;
    }
    const auto again = form_from_json(to_json(*form));
    fuzz::require(again.has_value());
    Village village;
    village.village = "Sukamaju";
    for (const char* id :
         {"x-post", "instagram-feed-portrait", "youtube-video", "whatsapp-photo"}) {
        const auto placement = find_placement(id).value();
        for (const char* language : {"id", "en"}) {
            const auto caption = write_caption(*form, village, placement, {.language = language});
            if (caption)
                fuzz::require(caption->count.length <=
                              placement.caption_max_chars.value_or(caption->count.length));
            else {
                fuzz::require(caption.error().code == ErrorCode::bad_argument);
                fuzz::require_refusal(caption.error());
            }
        }
    }
    return 0;
}
