// A post as it will be, before anything is made: for windows that show it live.
#pragma once

#include <mediaedit/caption.hpp>
#include <mediaedit/caption_check.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/post.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit {

/// What is known of the whole when one item is looked at.
struct PageNumber {
    std::size_t number = 1,
                of = 1;  ///< its page among those of the placement, for templates that number them
    std::optional<std::chrono::year_month_day>
        taken_on{};  ///< the day of the post's first photo, where the form names none
};

/// The recipe by which make_post makes one item at one placement: `Preview::edited` of it shows
/// what will be saved. Errors: bad_argument when there is no such item; those of the post's
/// template and form. Threads: any.
MEDIAEDIT_API Result<Recipe> item_recipe(const Post& post, std::size_t item,
                                         const Placement& placement, const PageNumber& place = {});

/// One caption as make_post writes it, with what its platform and the guard say of it.
struct DraftedCaption {
    std::vector<Placement> placements;  ///< those that get it; the first one's rules count
    std::string title{};                ///< YouTube's
    std::string text{};
    bool own = false;  ///< written by the person, not by the guide
    TextCount count{};
    std::vector<std::string> missing{};      ///< fields of the form that are asked for and empty
    std::vector<CaptionChange> changes{};    ///< what the guide wrote otherwise than the person
    std::vector<CaptionFinding> findings{};  ///< of `text`, worst first
};

/// One for each platform of the post, in the order of its placements; more where a placement's own
/// differs. A post without a form and without own captions has none. Errors: bad_argument when the
/// form's kind or a placement is not known. Threads: any.
MEDIAEDIT_API Result<std::vector<DraftedCaption>> draft_captions(
    const Post& post, std::optional<std::chrono::year_month_day> taken_on = {});

/// The description of a picture that the form gives where an item has none. Errors: as
/// draft_captions.
MEDIAEDIT_API Result<std::string> draft_alt_text(
    const Post& post, std::optional<std::chrono::year_month_day> taken_on = {});

}  // namespace mediaedit
