// Exports a video by encoding.
#pragma once

#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <numeric>
#include <string>
#include <vector>

namespace mediaedit::test {

inline std::vector<int> from_to(int first, int behind_last) {
    std::vector<int> numbers(static_cast<std::size_t>(behind_last - first));
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

inline Time at(int n) { return Time((n * 1'000'000LL + 15) / 30); }

class RenderVideo : public testing::Test {
protected:
    test::TemporaryFolder folder;

    std::filesystem::path film(const test::FilmOptions& options = {},
                               const std::string& name = "film.mp4") const {
        test::make_film(folder / name, options);
        return folder / name;
    }

    Report make(const std::filesystem::path& source, const Recipe& recipe) const {
        const auto report = export_media(source, recipe, {folder / "made.mp4", IfExists::replace});
        if (!report) {
            ADD_FAILURE() << report.error().message << " (" << report.error().detail << ")";
            return {};
        }
        return *report;
    }
};

inline Recipe doubled() {
    Recipe recipe;
    recipe.canvas = Canvas{{640, 480}, Fit::stretch, {}, {}};
    return recipe;
}

}  // namespace mediaedit::test
