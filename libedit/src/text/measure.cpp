// How large a text will be, without a picture.
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "plan/overlay_plan.hpp"
#include "text/text_layout.hpp"

#include <mediaedit/text.hpp>

namespace mediaedit {

Result<TextBox> measure_text(const TextOverlay& overlay, const Canvas& canvas) {
    return internal::guard([&] {
        if (canvas.size.width < 1 || canvas.size.height < 1) internal::fail(ErrorCode::bad_recipe, tr("The canvas has no size."), "canvas");
        const internal::TextLayout layout(overlay, internal::plan_overlay(overlay, 0, canvas));
        return TextBox{layout.box(), layout.lines(), layout.overflows()};
    });
}

}  // namespace mediaedit
