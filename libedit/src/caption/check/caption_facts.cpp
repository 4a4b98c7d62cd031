// Whether a caption says when, where and how to answer, and whether its dates are right.
#include "base/message.hpp"
#include "caption/check/caption_checks.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <string>

namespace mediaedit::internal {
namespace {

using namespace std::chrono;

bool has_any(const CaptionText& text, const Phrases& phrases) {
    for (std::size_t i = 0; i < text.tokens().size(); ++i)
        if (phrases.has(text, i)) return true;
    return false;
}

/// "setiap Kamis", "Senin-Jumat", "Senin sampai Jumat": regular days need no date.
bool has_regular_day(const CaptionText& text) {
    static const auto& every = words("every");
    for (std::size_t i = 0; i + 1 < text.tokens().size(); ++i) {
        if (every.has(text, i) && text.is_word(i + 1) &&
            weekday_of(text.lower(text.token(i + 1)), text.token(i + 1).capital))
            return true;
        const bool to = text.is_mark(i + 1, U'-') || text.is_word(i + 1, U"sampai") ||
                        text.is_word(i + 1, U"hingga") || text.is_word(i + 1, U"to");
        if (to && text.is_word(i) && text.is_word(i + 2) &&
            weekday_of(text.lower(text.token(i)), true) &&
            weekday_of(text.lower(text.token(i + 2)), true))
            return true;
    }
    return false;
}

/// Whether a place is named: "di Sukamaju", "at Sukamaju".
bool names_a_place(const CaptionText& text) {
    for (std::size_t i = 0; i + 1 < text.tokens().size(); ++i)
        if ((text.is_word(i, U"di") || text.is_word(i, U"at") || text.is_word(i, U"in")) &&
            text.is_word(i + 1) && text.token(i + 1).capital &&
            month_of(text.lower(text.token(i + 1)), true) == 0)
            return true;
    return text.plain().find(U'\U0001F4CD') != std::u32string::npos;
}

/// Whether the token begins a sentence or a line, or follows a sign.
bool begins_sentence(const CaptionText& text, std::size_t index) {
    if (index == 0 || !text.same_sentence(index - 1, index)) return true;
    return text.is_mark(index - 1) && !text.is_mark(index - 1, U",/.");
}

/// Whether readers are asked for proposals: "Usul dan keluhan: ...", "Saran ke kantor desa"; but
/// not "usul warga tentang irigasi".
bool asks_for(const CaptionText& text, std::size_t index) {
    static const auto& nouns = words("invitation_noun");
    static const auto& behind = words("invitation_behind");
    std::size_t at = index;
    while (nouns.has(text, at) || text.is_word(at, U"dan") || text.is_word(at, U"atau") ||
           text.is_mark(at, U",/&"))
        ++at;
    if (behind.has(text, at)) return true;
    // "Info 0812...", "Saran: kantor desa". Other words behind the colon are a proposal themselves.
    static const auto& channel = words("channel");
    while (text.is_mark(at, U":(+")) ++at;
    const char32_t first = text.at(text.token(at).begin);
    const bool phone = text.is_number(at) && (first == U'0' || first == U'6');
    return phone || (text.is_mark(at - 1, U':') && channel.has(text, at));
}

bool invites(const CaptionText& text) {
    static const auto& calls = words("invitation");
    static const auto& nouns = words("invitation_noun");
    static const auto& starts = words("invitation_start");
    static const auto& before = words("invitation_before");
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        if (calls.has(text, i)) return true;
        if (nouns.has(text, i) && asks_for(text, i)) return true;
        // "Datang, ya" and "bisa datang" invite; "40 warga datang" does not.
        if (starts.has(text, i) && (begins_sentence(text, i) || before.has(text, i - 1)))
            return true;
    }
    return false;
}

void check_presence(const AnalysedCaption& caption, const CaptionContext& context,
                    CaptionFindings& findings) {
    const auto& text = caption.text;
    static const auto& day_words = words("day_word");
    static const auto& places = words("place");
    const auto warn = [&](const char* code, std::string message) {
        findings.push_back({code, Severity::warning, 0, 0, std::move(message), "", std::nullopt});
    };
    if (caption.dates.empty() && !has_any(text, day_words) && !has_regular_day(text))
        warn("caption.no_date",
             tr("There is no date, so later nobody knows when this was or will be."));
    const auto village =
        context.village ? CaptionText(context.village->village).lower() : std::u32string{};
    const bool names_village =
        !village.empty() && text.lower().find(village) != std::u32string::npos;
    if (!names_village && !has_any(text, places) && !names_a_place(text))
        warn("caption.no_place",
             tr("There is no place; readers from elsewhere cannot tell which village this is."));
    const bool asks = text.plain().find(U'?') != std::u32string::npos ||
                      text.plain().find(U'@') != std::u32string::npos || !caption.links.empty();
    if (!asks && !invites(text))
        warn("caption.no_invitation", tr("There is no invitation and no way to answer yet; with "
                                         "one, residents can say what they think and need."));
}

/// Checks the weekday in "Senin, 12 Mei 2026", "Senin (12/5/2026)", "Monday 12 May 2026".
void check_weekdays(const AnalysedCaption& caption, CaptionFindings& findings) {
    constexpr std::size_t most = 20;
    std::size_t found = 0;
    const auto& text = caption.text;
    for (const auto& date : caption.dates) {
        const auto day = date.whole();
        if (!day || date.token == 0 || found >= most) continue;
        std::size_t before = date.token - 1;
        for (int marks = 0; marks < 2 && before > 0 &&
                            (text.is_mark(before, U",(") || text.is_word(before, U"tanggal") ||
                             text.is_word(before, U"tgl"));
             ++marks)
            --before;
        const auto& word = text.token(before);
        if (word.kind != Token::Kind::word || date.place.begin - word.end > 12) continue;
        const auto written = weekday_of(text.lower(word), word.capital);
        if (!written || date.first_day > date.day) continue;
        // In "Senin, 12-14 Mei" the weekday belongs to the first day.
        auto named = sys_days(*day);
        if (date.first_day > 0) named -= days(date.day - date.first_day);
        const auto real = static_cast<int>(weekday(named).c_encoding());
        if (real == written->from_sunday) continue;
        ++found;
        const auto right = to_utf8(weekday_name(real, written->english));
        findings.push_back(
            finding_at(text, {word.begin, word.end}, "caption.weekday_mismatch", Severity::warning,
                       tr("{date} is a {weekday}, so residents may come on the wrong day.",
                          {{"date", to_utf8(text.original(date.place))}, {"weekday", right}}),
                       tr("The weekday becomes {weekday}.", {{"weekday", right}}), right));
    }
}

/// Finds a past tense in a sentence with a future date, or the reverse.
void check_tense(const AnalysedCaption& caption, const CaptionContext& context,
                 CaptionFindings& findings) {
    if (!context.today) return;
    static const auto& past = words("past");
    static const auto& future = words("future");
    static const auto& limits = words("before_tense");
    const auto& text = caption.text;
    const auto today = sys_days(*context.today);
    std::size_t date_index = 0;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        const bool is_past = past.has(text, i), is_future = !is_past && future.has(text, i);
        if (!is_past && !is_future) continue;
        const auto sentence = text.token(i).sentence;
        while (date_index < caption.dates.size() &&
               text.token(caption.dates[date_index].token).sentence < sentence)
            ++date_index;
        bool any = false, agrees = false;
        for (std::size_t d = date_index;
             d < caption.dates.size() && text.token(caption.dates[d].token).sentence == sentence &&
             d < date_index + 8;
             ++d) {
            const auto day = caption.dates[d].whole();
            const auto token = caption.dates[d].token;
            if (!day || (token > 0 && limits.has(text, token - 1))) continue;
            any = true;
            agrees = agrees || (is_past ? sys_days(*day) <= today : sys_days(*day) >= today);
        }
        if (!any || agrees) continue;
        const Span place{text.token(i).begin, text.token(i).end};
        findings.push_back(finding_at(text, place, "caption.tense_date", Severity::warning,
                                      is_past ? tr("The date is still ahead, but the sentence "
                                                   "speaks of the past; one of both is wrong.")
                                              : tr("The date has passed, but the sentence speaks "
                                                   "of the future; one of both is wrong.")));
        return;
    }
}

}  // namespace

void check_facts(const AnalysedCaption& caption, const CaptionContext& context,
                 CaptionFindings& findings) {
    check_presence(caption, context, findings);
    check_weekdays(caption, findings);
    check_tense(caption, context, findings);
}

}  // namespace mediaedit::internal
