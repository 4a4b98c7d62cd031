// Faces of the shared media are found as often as docs/apps/privacy.md says, with few false
// detections.
#include "support/media_files.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/faces.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace {

using namespace mediaedit;

struct TrueFace {
    Area area;
    std::string kind;
};

using Moment = std::pair<std::string, std::string>;

std::map<Moment, std::vector<TrueFace>> read_truth() {
    std::map<Moment, std::vector<TrueFace>> truth;
    std::ifstream in(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) /
                     "tests/data/expected/shared_faces.tsv");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("#") || line.starts_with("file\t")) continue;
        std::istringstream words(line);
        std::string file, at;
        TrueFace face;
        words >> file >> at >> face.area.x >> face.area.y >> face.area.width >> face.area.height >>
            face.kind;
        auto& faces = truth[{file, at}];
        if (face.kind != "none") faces.push_back(face);
    }
    return truth;
}

double shared(const Area& one, const Area& other) {
    const double width =
                     std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x),
                 height = std::min(one.y + one.height, other.y + other.height) -
                          std::max(one.y, other.y);
    return width > 0 && height > 0 ? width * height : 0;
}

double size_of(const Area& area) { return area.width * area.height; }

TEST(SharedFaces, AreFoundAsOftenAsPromised) {
    const auto media = test::shared_media();
    if (!std::filesystem::exists(media)) GTEST_SKIP() << "needs the shared media";
    test::TemporaryFolder folder;
    std::map<std::string, std::pair<int, int>> found_of;
    int false_alarms = 0, pictures = 0;
    for (const auto& [moment, truth] : read_truth()) {
        auto file = media / moment.first;
        if (moment.second != "-") {
            const auto frame =
                export_frame(file, Time(static_cast<std::int64_t>(std::stod(moment.second) * 1e6)),
                             {folder / "frame.png", IfExists::replace});
            ASSERT_TRUE(frame) << moment.first << " " << frame.error().message;
            file = frame->file;
        }
        const auto faces = find_faces(file);
        ASSERT_TRUE(faces) << moment.first << " " << faces.error().message;
        ++pictures;
        for (const auto& face : truth) {
            const bool found = std::ranges::any_of(*faces, [&](const FoundFace& one) {
                return shared(one.area, face.area) > 0.4 * size_of(face.area) &&
                       size_of(one.area) < 6 * size_of(face.area);
            });
            auto& [hits, all] = found_of[face.kind];
            ++all;
            hits += found;
            if (!found && face.kind != "away")
                std::printf("missed: %s at %s, %s\n", moment.first.c_str(), moment.second.c_str(),
                            face.kind.c_str());
        }
        for (const auto& one : *faces)
            if (std::ranges::none_of(truth, [&](const TrueFace& face) {
                    return shared(one.area, face.area) >
                           0.3 * std::min(size_of(one.area), size_of(face.area));
                })) {
                ++false_alarms;
                std::printf("false alarm: %s at %s, %.2f\n", moment.first.c_str(),
                            moment.second.c_str(), one.certainty);
            }
    }
    int hits = 0, all = 0;
    for (const auto& [kind, count] : found_of) {
        std::printf("%s: %d of %d\n", kind.c_str(), count.first, count.second);
        if (kind == "away") continue;
        hits += count.first;
        all += count.second;
    }
    std::printf("all: %d of %d, %d false alarms in %d pictures\n", hits, all, false_alarms,
                pictures);
    EXPECT_EQ(found_of["frontal"].first, found_of["frontal"].second);
    EXPECT_EQ(found_of["headscarf"].first, found_of["headscarf"].second);
    EXPECT_GE(hits, all * 85 / 100);
    EXPECT_LE(false_alarms, 5);
}

}  // namespace
