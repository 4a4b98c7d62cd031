// Drafts of a post's pictures and captions, for a live preview before make_post.
//
//     auto recipe = item_recipe(post, 0, placement);
//     auto picture = preview.edited(*recipe, Time(0), {800, 800});
//     auto captions = draft_captions(post);
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

/// Facts about the whole post that one item needs.
struct PageNumber {
    /// Page number and number of pages at the placement, for templates that show them.
    std::size_t number = 1, of = 1;
    /// The date of the post's first photo. Used if the form has no date.
    std::optional<std::chrono::year_month_day> taken_on{};
};

/// The recipe that make_post uses for one item at one placement. Preview::edited shows what will be
/// saved. Errors: bad_argument if there is no such item; those of the post's template and form.
/// Threads: any.
MEDIAEDIT_API Result<Recipe> item_recipe(const Post& post, std::size_t item,
                                         const Placement& placement, const PageNumber& place = {});

/// One caption as make_post writes it, with its length and findings.
struct DraftedCaption {
    std::vector<Placement> placements;  ///< that use it; the rules of the first one apply
    std::string title{};                ///< only for YouTube
    std::string text{};
    bool own = false;  ///< written by the person, not generated
    TextCount count{};
    std::vector<std::string> missing{};      ///< required fields of the form that are empty
    std::vector<CaptionChange> changes{};    ///< answers that were reformatted
    std::vector<CaptionFinding> findings{};  ///< of `text`, worst first
};

/// Drafts the captions of a post. Shapes: one for each platform, in the order of its placements;
/// more if a placement has its own caption. A post that has neither a form nor own captions gets
/// none. Errors: bad_argument if the form's kind or a placement is unknown. Threads: any.
MEDIAEDIT_API Result<std::vector<DraftedCaption>> draft_captions(
    const Post& post, std::optional<std::chrono::year_month_day> taken_on = {});

/// Drafts the alt text for items that have none, from the form. Errors: as draft_captions.
MEDIAEDIT_API Result<std::string> draft_alt_text(
    const Post& post, std::optional<std::chrono::year_month_day> taken_on = {});

}  // namespace mediaedit
