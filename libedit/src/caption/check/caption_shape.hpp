// How a caption is made up on each platform.
#pragma once

#include <mediaedit/caption.hpp>

namespace mediaedit::internal {

struct CaptionShape {
    CaptionLength length = CaptionLength::full;
    int hashtags = 0;        ///< at most
    bool comments = true;    ///< readers can write under it
    bool title = false;      ///< it has a title beside the text, and neither may hold < or >
    bool bold_line = false;  ///< *so* for bold
    bool empty_line = true;  ///< before the hashtags, where letters are not scarce
};

/// Source: docs/apps/caption-guide.md
CaptionShape caption_shape(const Placement& placement);

}  // namespace mediaedit::internal
