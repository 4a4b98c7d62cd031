// Fixes of captions, and where they are written.
#include "model_states.hpp"

#include "model/caption_fixes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::HasSubstr;

const std::string nik = "3301234505060001";

/// Answers with a number that must not be shown, for two platforms.
Scenario private_caption() {
    Scenario scenario;
    scenario.does(Begin{Task::caption});
    auto work = scenario.work();
    work.post.placements = {"instagram-feed-portrait", "facebook-feed-portrait"};
    work.post.form.kind = "kegiatan";
    work = with_field(std::move(work), "apa", "Pembagian bantuan untuk Siti, NIK " + nik);
    work = with_field(std::move(work), "tempat", "Balai Desa");
    work = with_field(std::move(work), "tanggal", "2026-05-12");
    scenario.changes("answer a question", work);
    return scenario;
}

const DraftedCaption& caption_of(const Scenario& scenario, const std::string& platform) {
    return *std::ranges::find_if(*scenario.state.captions, [&](const DraftedCaption& caption) {
        return caption.placements.front().platform == platform;
    });
}

const CaptionFinding& private_number(const Scenario& scenario, const std::string& platform) {
    const auto& findings = caption_of(scenario, platform).findings;
    return *std::ranges::find(findings, "personal.nik_or_kk", &CaptionFinding::code);
}

TEST(MendTest, AFindingIsMendedInTheAnswerItCameFrom) {
    auto scenario = private_caption();
    ASSERT_THAT(caption_of(scenario, "Facebook").text, HasSubstr(nik));
    scenario.changes("mend the caption",
                     with_fix_applied(scenario.work(), caption_of(scenario, "Instagram"),
                                      private_number(scenario, "Instagram"), {}));
    EXPECT_THAT(scenario.work().post.form.fields.at("apa"), testing::Not(HasSubstr(nik)));
    for (const auto* platform : {"Instagram", "Facebook"}) {
        EXPECT_THAT(caption_of(scenario, platform).text, testing::Not(HasSubstr(nik))) << platform;
        EXPECT_FALSE(caption_of(scenario, platform).own) << "it goes on following the form";
    }
    scenario.changes("answer a question", with_field(scenario.work(), "tempat", "Lapangan"));
    EXPECT_THAT(caption_of(scenario, "Instagram").text, HasSubstr("Lapangan"));
    // One press, one step back.
    scenario.does(Undo{}).does(Undo{});
    EXPECT_THAT(scenario.work().post.form.fields.at("apa"), HasSubstr(nik));
}

TEST(MendTest, ATextThatThePersonWroteIsMendedBesideTheForm) {
    auto scenario = private_caption();
    scenario.changes("change the caption", with_caption(scenario.work(), "Facebook",
                                                        "Siti (" + nik + ") sudah menerima."));
    scenario.changes("mend the caption",
                     with_fix_applied(scenario.work(), caption_of(scenario, "Facebook"),
                                      private_number(scenario, "Facebook"), {}));
    EXPECT_THAT(caption_of(scenario, "Facebook").text,
                testing::AllOf(HasSubstr("sudah menerima"), testing::Not(HasSubstr(nik))));
    EXPECT_THAT(caption_of(scenario, "Instagram").text, testing::Not(HasSubstr(nik)));
    EXPECT_FALSE(caption_of(scenario, "Instagram").own);
    EXPECT_THAT(scenario.work().post.form.fields.at("apa"), testing::Not(HasSubstr(nik)));
}

TEST(MendTest, WhatStandsOnlyInOneTextIsMendedThereAlone) {
    auto scenario = private_caption();
    scenario.changes("answer a question", with_field(scenario.work(), "apa", "Pembagian bantuan"));
    scenario.changes("change the caption", with_caption(scenario.work(), "Facebook",
                                                        "Siti (" + nik + ") sudah menerima."));
    const auto form = scenario.work().post.form;
    scenario.changes("mend the caption",
                     with_fix_applied(scenario.work(), caption_of(scenario, "Facebook"),
                                      private_number(scenario, "Facebook"), {}));
    EXPECT_THAT(caption_of(scenario, "Facebook").text, testing::Not(HasSubstr(nik)));
    EXPECT_EQ(scenario.work().post.form, form);
    EXPECT_FALSE(scenario.work().post.captions.contains("Instagram"));
}

TEST(MendTest, CopyingWhatIsStillPrivateIsAskedFirst) {
    auto scenario = private_caption();
    const auto text = copied_text(caption_of(scenario, "Facebook"));
    scenario.does(CopyText{text, "Copied."});
    EXPECT_FALSE(scenario.last<PutOnClipboard>());
    ASSERT_TRUE(scenario.state.question);
    EXPECT_EQ(scenario.state.question->about, Question::About::copy_unfixed);
    scenario.does(Answered{false});
    EXPECT_FALSE(scenario.last<PutOnClipboard>());
    scenario.does(CopyText{text, "Copied."}).does(Answered{true});
    ASSERT_TRUE(scenario.last<PutOnClipboard>());
    EXPECT_EQ(scenario.last<PutOnClipboard>()->text, text);
    scenario.changes("answer a question",
                     with_field(scenario.work(), "apa", "Kerja bakti membersihkan saluran"));
    const auto clean = copied_text(caption_of(scenario, "Facebook"));
    scenario.does(CopyText{clean, "Copied."});
    EXPECT_FALSE(scenario.state.question);
    EXPECT_EQ(scenario.last<PutOnClipboard>()->text, clean);
}

}  // namespace
