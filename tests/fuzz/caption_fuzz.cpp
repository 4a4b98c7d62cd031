// Any bytes for the checks of captions: ranges lie within the text, a fix changes only its range,
// counts are not negative.
#include "fuzz/require.hpp"

#include "language/code_points.hpp"

#include <mediaedit/caption_check.hpp>
#include <mediaedit/text_count.hpp>

#include <cstdint>
#include <string_view>

using namespace mediaedit;

namespace {

void require_audio(std::string_view text, const std::vector<CaptionFinding>& findings) {
    const auto points = internal::to_code_points(text);
    fuzz::require(internal::to_utf8(points) == text);
    fuzz::require(findings.size() <= 3'000);
    Severity worst = Severity::error;
    for (const auto& finding : findings) {
        fuzz::require(!finding.code.empty() && !finding.message.empty());
        fuzz::require(finding.begin <= finding.end && finding.end <= points.size());
        fuzz::require(finding.begin < finding.end || !finding.replacement);
        fuzz::require(finding.severity >= worst);
        worst = finding.severity;
        const auto after = apply_fix(text, finding);
        fuzz::require(finding.replacement.has_value() || after == text);
        const auto kept = internal::to_utf8(std::u32string_view(points).substr(0, finding.begin));
        fuzz::require(after.starts_with(kept));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto places = [] {
        std::vector<Placement> list;
        for (const char* id : {"x-post", "threads-post", "youtube-video", "instagram-reel"})
            list.push_back(find_placement(id).value());
        return list;
    }();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    CaptionContext context;
    context.today = std::chrono::year_month_day{std::chrono::year(2026), std::chrono::month(11),
                                                std::chrono::day(25)};
    context.village.emplace();
    context.village->office_phone = "(0299) 700123";
    const auto& place = places[size % places.size()];
    const auto count = count_caption(text, place);
    fuzz::require(count.length >= 0 && count.hashtags >= 0);
    require_audio(text, check_caption(text, place, context));
    require_audio(text, check_alt_text(text, place, text.substr(0, size / 2), context));
    return 0;
}
