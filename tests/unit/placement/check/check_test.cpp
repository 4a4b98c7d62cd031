// Findings for photos that do not fit a placement, and what prepare does about them; none for
// photos that fit.
#include <mediaedit/check.hpp>

#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <fstream>

namespace {

using namespace mediaedit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Placement placement(std::string_view id) { return find_placement(id).value(); }

MediaInfo fitting(const Placement& placement) {
    MediaInfo info;
    info.kind = placement.kinds.front();
    info.format = info.kind == MediaKind::video ? "mp4" : "jpeg";
    info.size = placement.size;
    info.color = "srgb";
    info.bytes = 700'000;
    return info;
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> list;
    for (const auto& finding : findings) list.push_back(finding.code);
    return list;
}

/// The findings after `change` to a photo that fits.
template <class Change>
std::vector<Finding> after(std::string_view id, Change change) {
    const auto place = placement(id);
    auto info = fitting(place);
    change(info);
    return check(info, place);
}

TEST(CheckFacts, WhatFitsHasNoFinding) {
    for (const auto& one : placements()) EXPECT_THAT(check(fitting(one), one), IsEmpty()) << one.id;
}

TEST(CheckFacts, EachFactHasItsCode) {
    const auto codes_after = [](auto change) {
        return codes(after("instagram-feed-portrait", change));
    };
    EXPECT_THAT(codes_after([](MediaInfo& info) {
                    info.kind = MediaKind::video;
                    info.has_location = true;
                }),
                ElementsAre("wrong_kind"));
    EXPECT_THAT(codes_after([](MediaInfo& info) {
                    info.size = {1080, 1080};
                }),
                ElementsAre("shape", "too_small"));
    EXPECT_THAT(codes_after([](MediaInfo& info) {
                    info.size = {540, 675};
                }),
                ElementsAre("too_small"));
    EXPECT_THAT(codes_after([](MediaInfo& info) {
                    info.size = {2160, 2700};
                }),
                ElementsAre("too_large_pixels"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.bytes = 8'000'001; }), ElementsAre("bytes"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.format = "heic"; }), ElementsAre("format"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.color = "Display P3"; }),
                ElementsAre("profile"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.color = "cmyk"; }), ElementsAre("profile"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.color = "grey"; }), IsEmpty());
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.rotation_deg = 90; }),
                ElementsAre("orientation_tag"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.mirrored = true; }),
                ElementsAre("orientation_tag"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.has_location = true; }),
                ElementsAre("place_data"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.has_owner_data = true; }),
                ElementsAre("owner_data"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.animated = true; }),
                ElementsAre("animated"));
    EXPECT_THAT(codes_after([](MediaInfo& info) { info.has_alpha = true; }), ElementsAre("alpha"));
}

TEST(CheckFacts, ErrorsComeFirst) {
    const auto findings = after("instagram-story", [](MediaInfo& info) {
        info.has_location = true;
        info.format = "webp";
        info.color = "Adobe RGB";
    });
    EXPECT_THAT(codes(findings), ElementsAre("format", "profile", "place_data"));
    EXPECT_EQ(findings.front().severity, Severity::error);
    EXPECT_EQ(findings.back().severity, Severity::warning);
}

TEST(CheckFacts, TheSentenceSaysHowMuch) {
    const auto wide = after("instagram-feed-portrait", [](MediaInfo& info) {
        info.size = {1600, 1200};
    });
    EXPECT_THAT(wide.front().message, testing::AllOf(HasSubstr("1600 x 1200"), HasSubstr("40 %"),
                                                     HasSubstr("left and right")));
    const auto tall = after("instagram-feed-square", [](MediaInfo& info) {
        info.size = {1080, 1920};
    });
    EXPECT_THAT(tall.front().message,
                testing::AllOf(HasSubstr("44 %"), HasSubstr("top and bottom")));
    const auto small = after("instagram-feed-square", [](MediaInfo& info) {
        info.size = {900, 900};
    });
    EXPECT_THAT(small.front().message, HasSubstr("20 %"));
    EXPECT_EQ(small.front().severity, Severity::warning);
    EXPECT_EQ(after("instagram-feed-square",
                    [](MediaInfo& info) {
                        info.size = {400, 400};
                    })
                  .front()
                  .severity,
              Severity::error);
    EXPECT_THAT(
        after("youtube-thumbnail", [](MediaInfo& info) { info.bytes = 2'440'000; }).front().message,
        testing::AllOf(HasSubstr("2.5 MB"), HasSubstr("2 MB")));
}

TEST(CheckFacts, AnotherShapeIsAHintWhereItIsShownWhole) {
    for (const char* id : {"threads-post", "whatsapp-photo"}) {
        const auto wide = after(id, [](MediaInfo& info) { info.size = {1600, 1200}; });
        EXPECT_THAT(codes(wide), ElementsAre("shape")) << id << ": neither enlarged nor shrunk";
        EXPECT_EQ(wide.front().severity, Severity::warning) << id;
        EXPECT_THAT(wide.front().message, testing::Not(HasSubstr("cut"))) << id;
        EXPECT_THAT(codes(after(id,
                                [](MediaInfo& info) {
                                    info.size = {600, 450};
                                })),
                    testing::UnorderedElementsAre("shape", "too_small"))
            << id;
        EXPECT_THAT(codes(after(id,
                                [](MediaInfo& info) {
                                    info.size = {4000, 3000};
                                })),
                    testing::UnorderedElementsAre("shape", "too_large_pixels"))
            << id;
    }
    const auto cut = after("x-portrait", [](MediaInfo& info) { info.size = {1800, 1350}; });
    EXPECT_EQ(cut.front().code, "shape");
    EXPECT_EQ(cut.front().severity, Severity::error);
}

TEST(CheckFacts, RoundingIsNoOtherShape) {
    EXPECT_THAT(after("instagram-feed-portrait",
                      [](MediaInfo& info) {
                          info.size = {1080, 1345};
                      }),
                IsEmpty());
    EXPECT_THAT(after("instagram-feed-landscape",
                      [](MediaInfo& info) {
                          info.size = {1080, 565};
                      }),
                IsEmpty());
}

TEST(CheckFacts, AVideosLengthCounts) {
    const auto with_length = [](double seconds) {
        return codes(after("instagram-reel", [&](MediaInfo& info) {
            info.duration = Time(std::llround(seconds * 1e6));
            info.format = "mp4";
        }));
    };
    EXPECT_THAT(with_length(2), ElementsAre("too_short"));
    EXPECT_THAT(with_length(30), IsEmpty());
    EXPECT_THAT(with_length(1000), ElementsAre("too_long"));
}

TEST(CheckFacts, EverySentenceIsThere) {
    MediaInfo info;
    info.format = "avif";
    info.size = {100, 300};
    info.rotation_deg = 180;
    info.color = "ProPhoto";
    info.bytes = 1'000'000'000;
    info.has_alpha = info.animated = info.has_location = info.has_owner_data = true;
    const auto findings = check(info, placement("x-post"));
    EXPECT_EQ(findings.size(), 10u);
    for (const auto& finding : findings) {
        EXPECT_FALSE(finding.message.empty()) << finding.code;
        EXPECT_FALSE(finding.fix.empty()) << finding.code;
        EXPECT_THAT(finding.message + finding.fix, testing::Not(HasSubstr("{"))) << finding.code;
    }
}

class CheckFile : public testing::Test {
protected:
    test::TemporaryFolder folder;
    Placement square = placement("instagram-feed-square");

    std::vector<std::string> codes_of(const cv::Mat& pixels,
                                      const std::optional<Recipe>& recipe = std::nullopt) {
        test::write_photo(folder / "photo.jpg", pixels);
        const auto findings = check(folder / "photo.jpg", square, recipe);
        EXPECT_TRUE(findings);
        return findings ? codes(*findings) : std::vector<std::string>{"failed"};
    }
    /// Straight hard edges in both directions.
    static cv::Mat windows(int side) {
        cv::Mat scene(side, side, CV_8UC3, cv::Scalar(200, 190, 170));
        for (int y = 20; y < side; y += 90)
            for (int x = 20; x < side; x += 70)
                cv::rectangle(scene, {x, y, 40, 55}, cv::Scalar(30, 60, 90), cv::FILLED);
        return scene;
    }
    static Recipe with_text(const std::string& text, Point offset = {0, 0}) {
        Recipe recipe;
        recipe.overlays = {TextOverlay{.text = text, .offset = offset}};
        return recipe;
    }
};

TEST_F(CheckFile, ASharpPhotoFits) { EXPECT_THAT(codes_of(windows(1080)), IsEmpty()); }

TEST_F(CheckFile, ABlurredPhotoIsFound) {
    cv::Mat soft;
    cv::GaussianBlur(windows(1080), soft, {}, 4);
    EXPECT_THAT(codes_of(soft), ElementsAre("blurred"));
}

TEST_F(CheckFile, ADarkPhotoIsFound) {
    EXPECT_THAT(codes_of(windows(1080) * 0.2), ElementsAre("too_dark"));
}

TEST_F(CheckFile, TextInsideTheSafeAreaFits) {
    EXPECT_THAT(codes_of(windows(1080), with_text("Kerja bakti\nMinggu 17 Agustus 2026")),
                IsEmpty());
}

TEST_F(CheckFile, TextThatIsMovedOutIsFound) {
    EXPECT_THAT(codes_of(windows(1080), with_text("Kerja bakti", {0, 0.05})),
                ElementsAre("text_outside_safe_area"));
}

TEST_F(CheckFile, TextThatDoesNotFitIsFound) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "gotong royong ";
    EXPECT_THAT(codes_of(windows(1080), with_text(text)), ElementsAre("text_overflows"));
}

TEST_F(CheckFile, LettersInNoFontAreFound) {
    EXPECT_THAT(codes_of(windows(1080), with_text("Kerja \U0010FFFD")),
                ElementsAre("letters_missing"));
}

TEST_F(CheckFile, TheOverrideOfThePlacementCounts) {
    auto recipe = with_text("Kerja bakti", {0, 0.05});
    recipe.placements["instagram-feed-square"].overlays =
        std::vector<Overlay>{TextOverlay{.text = "Kerja bakti"}};
    EXPECT_THAT(codes_of(windows(1080), recipe), IsEmpty());
}

TEST_F(CheckFile, WhatProbeRefusesIsRefused) {
    EXPECT_EQ(check(folder / "none.jpg", square).error().code, ErrorCode::not_found);
    std::ofstream(folder / "text.jpg") << "not a photo";
    EXPECT_EQ(check(folder / "text.jpg", square).error().code, ErrorCode::unsupported);
}

TEST_F(CheckFile, AVideoPlacementAnswersOnce) {
    test::write_photo(folder / "photo.jpg", cv::Mat::zeros(300, 300, CV_8UC3));
    EXPECT_THAT(codes(check(folder / "photo.jpg", placement("tiktok-video")).value()),
                ElementsAre("wrong_kind"));
}

}  // namespace
