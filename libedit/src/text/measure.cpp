// measure_text: the position and size of a text, without drawing it.
#include <mediaedit/text.hpp>

#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "plan/overlay_plan.hpp"
#include "text/text_layout.hpp"

namespace mediaedit {

Result<TextBox> measure_text(const TextOverlay& overlay, const Canvas& canvas) {
    return internal::guard([&] {
        if (canvas.size.width <= 0 || canvas.size.height <= 0) {
            internal::fail(ErrorCode::bad_recipe,
                           tr("The picture's size must be at least one pixel each way."),
                           "canvas.size");
        }
        const internal::TextLayout layout(overlay, internal::plan_overlay(overlay, 0, canvas));
        return TextBox{layout.box(),         layout.lines(),     layout.overflows(),
                       layout.breaks_word(), layout.font_used(), layout.missing_letters()};
    });
}

}  // namespace mediaedit
