// Checks of an alternative text.
#include "base/message.hpp"
#include "caption/privacy/find_personal.hpp"
#include "language/emoji.hpp"
#include "language/links.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace mediaedit {
namespace internal {
namespace {

using namespace std::literals;

/// The letters and digits of a text, so that dots and spaces do not matter in a comparison.
std::u32string bare(const CaptionText& text) {
    std::u32string letters;
    for (const auto& token : text.tokens())
        if (token.kind == Token::Kind::word || token.kind == Token::Kind::number)
            letters += text.lower(token);
    return letters;
}

/// Whether the text looks like "IMG_2031", "WhatsApp Image 2026-05-12 at 08.00", "foto.jpg"
bool is_file_name(const CaptionText& text) {
    const auto& lower = text.lower();
    constexpr std::array endings{U".jpg"sv,  U".jpeg"sv, U".png"sv, U".webp"sv,
                                 U".heic"sv, U".mp4"sv,  U".mov"sv, U".avif"sv};
    const auto last = lower.find_last_not_of(U" \n");
    const auto trimmed = std::u32string_view(lower).substr(0, last == lower.npos ? 0 : last + 1);
    if (std::any_of(endings.begin(), endings.end(),
                    [&](std::u32string_view ending) { return trimmed.ends_with(ending); }))
        return true;
    constexpr std::array beginnings{U"img"sv,   U"dsc"sv,   U"dscn"sv,       U"pxl"sv,
                                    U"vid"sv,   U"mvimg"sv, U"screenshot"sv, U"photo"sv,
                                    U"image"sv, U"foto"sv,  U"gambar"sv,     U"whatsapp"sv};
    std::size_t words = 0, digits = 0;
    for (const auto& token : text.tokens()) {
        if (token.kind == Token::Kind::word) ++words;
        if (token.kind == Token::Kind::number) digits += token.end - token.begin;
    }
    const bool begins = text.is_word(0) && std::find(beginnings.begin(), beginnings.end(),
                                                     text.lower(text.token(0))) != beginnings.end();
    return begins && digits > 0 && words <= 3;
}

class AltTextCheck {
public:
    AltTextCheck(const AnalysedCaption& reading, const Placement& placement,
                 std::string_view caption, const CaptionContext& context)
        : reading_(reading),
          text_(reading.text),
          placement_(placement),
          caption_(caption),
          context_(context) {}

    CaptionFindings findings() {
        if (bare(text_).empty()) {
            add("alt.missing", Severity::warning, {},
                tr("The picture has no description, so blind people learn nothing of it."));
            return std::move(findings_);
        }
        findings_ = find_personal(reading_, context_);
        length();
        if (is_file_name(text_))
            add("alt.filename", Severity::warning, {},
                tr("This looks like a file's name; it tells nothing about the picture."));
        if (!caption_.empty() && bare(CaptionText(caption_)) == bare(text_))
            add("alt.same", Severity::warning, {},
                tr("The description repeats the caption; blind people would hear it twice and "
                   "still not know the picture."));
        opening();
        signs();
        sort_findings(findings_);
        return std::move(findings_);
    }

private:
    void add(const char* code, Severity severity, Span plain, std::string message,
             std::string fix = {}, std::optional<std::string> replacement = std::nullopt) {
        findings_.push_back(finding_at(text_, plain, code, severity, std::move(message),
                                       std::move(fix), std::move(replacement)));
    }

    void length() {
        const auto size = text_.original().size();
        if (!placement_.alt_text_max_chars ||
            size <= static_cast<std::size_t>(*placement_.alt_text_max_chars))
            return;
        const auto most = static_cast<std::size_t>(*placement_.alt_text_max_chars);
        findings_.push_back({"alt.too_long", Severity::error, most, size,
                             tr("The description is {count} characters too long for {platform}, "
                                "which takes {most}.",
                                {{"count", std::to_string(size - most)},
                                 {"platform", placement_.platform},
                                 {"most", std::to_string(most)}}),
                             "", std::nullopt});
    }

    /// "Foto warga ..." should be "Warga ...".
    void opening() {
        constexpr std::array openings{U"gambar"sv, U"foto"sv, U"image"sv, U"photo"sv, U"picture"sv};
        if (!text_.is_word(0) ||
            std::find(openings.begin(), openings.end(), text_.lower(text_.token(0))) ==
                openings.end() ||
            is_file_name(text_))
            return;
        std::size_t next = 1;
        if (text_.is_word(next, U"of") || text_.is_word(next, U"dari")) ++next;
        if (!text_.is_word(next)) return;
        auto rest = std::u32string(text_.original(text_.span(next, next + 1)));
        if (rest[0] >= U'a' && rest[0] <= U'z') rest[0] -= 32;
        add("alt.opening", Severity::hint, text_.span(0, next + 1),
            tr("Screen readers say by themselves that it is a picture; the description can begin "
               "with what is seen."),
            tr("The first word goes."), to_utf8(rest));
    }

    void signs() {
        if (!reading_.hashtags.empty())
            add("alt.hashtag", Severity::hint, reading_.hashtags.front(),
                tr("Hashtags help nobody in a description; they are read aloud."), tr("It goes."),
                "");
        const auto& original = text_.original();
        for (std::size_t at = 0; at < original.size(); ++at)
            if (const auto length = emoji_length(original, at); length > 0) {
                findings_.push_back(
                    {"alt.emoji", Severity::hint, at, at + length,
                     tr("Emoji are read aloud by their names and disturb a description."),
                     tr("It goes."), ""});
                return;
            }
    }

    const AnalysedCaption& reading_;
    const CaptionText& text_;
    const Placement& placement_;
    std::string_view caption_;
    const CaptionContext& context_;
    CaptionFindings findings_;
};

}  // namespace
}  // namespace internal

std::vector<CaptionFinding> check_alt_text(std::string_view text, const Placement& placement,
                                           std::string_view caption,
                                           const CaptionContext& context) {
    const internal::AnalysedCaption reading(text);
    return internal::AltTextCheck(reading, placement, caption, context).findings();
}

}  // namespace mediaedit
