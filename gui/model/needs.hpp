// What the screen wants to know: asked for by value, so that the newest wish of a slot replaces the
// older ones.
#pragma once

#include "model/facts.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/post.hpp>
#include <mediaedit/post_draft.hpp>
#include <mediaedit/time.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sunting {

struct State;

/// The file as it is, upright, small.
struct NeedThumbnail {
    std::filesystem::path file;
    mediaedit::PixelSize within;
};
struct NeedFacts {
    std::filesystem::path file;
};
/// The picture under the frame: turned, uncut, hidden what is hidden.
struct NeedUncut {
    std::filesystem::path file;
    mediaedit::Recipe recipe;
    mediaedit::Time at{0};
    mediaedit::PixelSize within;
};
/// What saving would make.
struct NeedResult {
    std::shared_ptr<const mediaedit::Post> post;
    std::size_t item = 0;
    std::string placement;
    mediaedit::PageNumber place;
    mediaedit::Time at{0};
    mediaedit::PixelSize within;
};
/// How the program would frame it.
struct NeedPlan {
    std::filesystem::path file;
    mediaedit::Recipe recipe;
};
struct NeedStrip {
    std::filesystem::path file;
    int pictures = 12;
    std::size_t peaks = 400;
    mediaedit::PixelSize within;
};
struct NeedListing {
    SourceFolder place;
    bool photos = true, videos = false;
};
struct NeedFindings {
    std::shared_ptr<const mediaedit::Post> post;
};

using Wanted = std::variant<NeedThumbnail, NeedFacts, NeedUncut, NeedResult, NeedPlan, NeedStrip,
                            NeedListing, NeedFindings>;

struct Need {
    std::string slot;  ///< where it is shown: one answer at a time
    std::string key;   ///< what the answer depends on: asked again when it changes
    Wanted wanted;
};

/// Those of the screen that is shown, most urgent first.
std::vector<Need> needs_of(const State& state);

/// An answer that has come. A failure is one, too: it is not asked again until the key changes.
struct Answer {
    std::string slot, key;
    std::variant<std::monostate, SharedPicture, std::shared_ptr<const SourceFacts>,
                 std::shared_ptr<const Strip>, std::shared_ptr<const Listing>,
                 std::shared_ptr<const mediaedit::Plan>,
                 std::shared_ptr<const std::vector<mediaedit::PostFinding>>>
        value{};
    std::string error{};  ///< one sentence; empty: it worked
};

}  // namespace sunting
