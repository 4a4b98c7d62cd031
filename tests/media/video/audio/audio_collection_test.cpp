// Every sound of the collection can be the sound of a result, with the right length.
#include "base/failure.hpp"
#include "video/audio/audio_maker.hpp"
#include "video/container/video_file.hpp"

#include "support/heard_audio.hpp"
#include "support/media_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using internal::AudioMaker;
using internal::VideoFile;
namespace fs = std::filesystem;

struct Own {
    fs::path path;
    Time duration{0};
    std::string codec;
};

/// The videos of the collection that open.
std::vector<Own> videos() {
    std::vector<Own> found;
    const auto folder = shared_media() / "videos";
    if (!fs::exists(folder)) return found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        try {
            const auto file = internal::VideoFile::open(entry.path(), {}, {});
            const auto* audio = file.audio();
            found.push_back({entry.path(), file.duration(),
                             audio ? avcodec_get_name(audio->codecpar->codec_id) : ""});
        } catch (const internal::Failure&) {}
    }
    return found;
}

double seconds(Time time) { return static_cast<double>(time.count()) / 1e6; }

void expect_audio(const Own& own, const internal::AudioOptions& options, bool any) {
    AudioMaker maker(VideoFile::open(own.path, {}, {}), options);
    ASSERT_EQ(maker.parameters() != nullptr, any) << own.path;
    if (!any) return;
    const auto heard = hear(maker);
    const double packet = 1024.0 / heard.rate_hz;
    EXPECT_TRUE(heard.even) << own.path;
    // A copy may miss as much as a source.
    EXPECT_NEAR(heard.end, seconds(options.result_duration), maker.copied() ? 2.5 * packet : 0.0001)
        << own.path;
    EXPECT_LE(heard.channels, 2);
    EXPECT_LE(heard.end, seconds(options.result_duration) + packet);
    if (std::getenv("MEDIAEDIT_SHOW")) {
        std::cout << own.path.filename().string() << ' ' << own.codec
                  << (maker.copied() ? " copied" : " encoded") << ' '
                  << seconds(options.result_duration) << " s, loudness "
                  << loudness_between(heard, 0, heard.end);
        for (const auto& note : maker.notes()) std::cout << ' ' << note.code;
        std::cout << '\n';
    }
}

TEST(AudioCollection, EverySoundIsMade) {
    const auto all = videos();
    if (all.empty()) GTEST_SKIP() << "no shared media";
    std::set<std::string> codecs;
    for (const auto& own : all) {
        const bool any = !own.codec.empty();
        codecs.insert(own.codec);
        const Time length = std::min(own.duration, Time(std::chrono::seconds{40}));
        expect_audio(own, {{}, {}, length}, any);
        expect_audio(own, {{}, {}, length, false, true}, any);
        expect_audio(own, {{}, {Audio::Kind::level, ""}, length}, any);
        // The middle third, and the first.
        const auto third = length / 3;
        if (third > Time(0))
            expect_audio(own, {{{third, 2 * third}, {Time(0), third}}, {}, 2 * third, false, true},
                         any);
    }
    for (const auto* codec : {"aac", "pcm_s16be", "pcm_s16le", "amr_nb", "opus", "vorbis", "mp3",
                              "mp2", "ac3", "wmavoice"})
        EXPECT_TRUE(codecs.contains(codec)) << codec;
}

TEST(AudioCollection, EachMayReplaceAnother) {
    const auto all = videos();
    if (all.empty()) GTEST_SKIP() << "no shared media";
    for (const auto& own : all) {
        if (own.codec.empty()) continue;
        expect_audio(own, {{}, {Audio::Kind::replace, own.path.string()}, std::chrono::seconds{7}},
                     true);
    }
}

}  // namespace
