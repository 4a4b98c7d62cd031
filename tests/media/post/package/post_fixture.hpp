// A folder with a post of photos and a clip.
#pragma once

#include "support/made_film.hpp"
#include "support/made_village.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/mediaedit.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace mediaedit::test {

namespace fs = std::filesystem;

inline std::set<std::string> files_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            names.insert(fs::relative(entry.path(), folder).generic_string());
    return names;
}

inline std::vector<std::string> codes_of(const std::vector<PostFinding>& findings) {
    std::vector<std::string> codes;
    for (const auto& found : findings) codes.push_back(found.finding.code);
    return codes;
}

class PostPackage : public testing::Test {
protected:
    test::TemporaryFolder folder;
    fs::path package = folder / "ready";
    Post post;

    void SetUp() override {
        test::write_phone_jpeg(folder / "a b.jpg", test::made_scene(1600, 1200));
        test::write_phone_jpeg(folder / "b.jpg", test::made_scene(1200, 1600));
        test::make_film(folder / "clip.mp4", {.width = 320, .height = 240, .frames = 45});
        post.village = test::made_village();
        post.village.office_whatsapp = "0812-0000-0000";
        post.form.kind = "posyandu";
        post.form.fields = {{"jumlah_balita", "32"},
                            {"nama_pos", "Melati"},
                            {"tempat", "Balai Desa Sukamaju"},
                            {"tanggal", "2026-05-12"},
                            {"layanan", "timbang dan ukur"},
                            {"petugas", "bidan desa"},
                            {"jumlah_kader", "5"},
                            {"manfaat", "Tumbuh kembang balita terpantau"}};
        post.placements = {"instagram-feed-portrait", "instagram-reel", "whatsapp-photo",
                           "facebook-feed-square"};
        PostItem clip{.file = folder / "clip.mp4"};
        clip.recipe.keep = {{Time(500'000), Time(1'300'000)}};
        post.items = {{.file = folder / "a b.jpg"}, {.file = folder / "b.jpg"}, clip};
        for (auto& item : post.items)
            item.consent = {{"child", ConsentAnswer::given, "book", "2026-05-12", "AB"}};
    }

    PostReport made() {
        auto report = make_post(post, package);
        EXPECT_TRUE(report) << report.error().message << " " << report.error().where;
        return report ? std::move(*report) : PostReport{};
    }

    static std::size_t made_now(const PostReport& report) {
        return static_cast<std::size_t>(std::ranges::count_if(report.files, &PostFile::made_now));
    }
};

}  // namespace mediaedit::test
