// The form of a caption on each platform.
#pragma once

#include <mediaedit/caption.hpp>

namespace mediaedit::internal {

struct CaptionShape {
    CaptionLength length = CaptionLength::full;
    int hashtags = 0;        ///< the most
    bool comments = true;    ///< readers can comment
    bool title = false;      ///< it has a title; neither title nor text may contain < or >
    bool bold_line = false;  ///< the first line may be bold: *bold*
    bool empty_line = true;  ///< stands before the hashtags
};

/// Source: docs/apps/caption-guide.md
CaptionShape caption_shape(const Placement& placement);

}  // namespace mediaedit::internal
