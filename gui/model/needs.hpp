// What the screen needs from the workers. A newer need for a slot replaces the older one.
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

/// The original file, upright and small.
struct NeedThumbnail {
    std::filesystem::path file;
    mediaedit::PixelSize within;
};
struct NeedFacts {
    std::filesystem::path file;
};
/// The picture under the frame: turned, not cropped, with hidden areas hidden.
struct NeedUncut {
    std::filesystem::path file;
    mediaedit::Recipe recipe;
    mediaedit::Time at{0};
    mediaedit::PixelSize within;
};
/// The result as saving would make it.
struct NeedResult {
    std::shared_ptr<const mediaedit::Post> post;
    std::size_t item = 0;
    std::string placement;
    mediaedit::PageNumber place;
    mediaedit::Time at{0};
    mediaedit::PixelSize within;
};
/// How the program would frame the picture.
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
    std::string slot;  ///< where it is shown; has one answer at a time
    std::string key;   ///< what the answer depends on; a new key asks again
    Wanted wanted;
};

/// The needs of the current screen, most urgent first.
std::vector<Need> needs_of(const State& state);

/// The answer to a need. A failure is an answer too: it is not asked again until the key changes.
struct Answer {
    std::string slot, key;
    std::variant<std::monostate, SharedPicture, std::shared_ptr<const SourceFacts>,
                 std::shared_ptr<const Strip>, std::shared_ptr<const Listing>,
                 std::shared_ptr<const mediaedit::Plan>,
                 std::shared_ptr<const std::vector<mediaedit::PostFinding>>>
        value{};
    std::string error{};  ///< one sentence; empty: no error
};

}  // namespace sunting
