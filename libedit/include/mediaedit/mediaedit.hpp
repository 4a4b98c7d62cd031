// All public headers. Start with prepare.hpp, which makes the files for each placement, or with
// export_media.hpp, which applies a recipe to one file.
//
// Common rules:
// - A function that can fail returns a Result; result.hpp lists the errors.
// - Texts are UTF-8. Messages are in the current language (language.hpp).
// - Positions are fractions of the picture (geometry.hpp), which make_plan converts to pixels.
// - Times are on the clock of the source (time.hpp).
// - Sources are never changed, and results get their names only when they are complete.
// - Long calls take a Control for progress, cancellation, threads and limits (control.hpp).
#pragma once

#include <mediaedit/audio_preview.hpp>
#include <mediaedit/caption.hpp>
#include <mediaedit/caption_check.hpp>
#include <mediaedit/carried_data.hpp>
#include <mediaedit/check.hpp>
#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/language.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/picture_view.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/post.hpp>
#include <mediaedit/post_draft.hpp>
#include <mediaedit/post_template.hpp>
#include <mediaedit/prepare.hpp>
#include <mediaedit/preview.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/recipe_json.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/subjects.hpp>
#include <mediaedit/text.hpp>
#include <mediaedit/text_count.hpp>
#include <mediaedit/time.hpp>
#include <mediaedit/turning.hpp>
#include <mediaedit/version.hpp>
#include <mediaedit/village.hpp>
