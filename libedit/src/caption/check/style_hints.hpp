// Hints on the style of a caption.
#pragma once

#include "caption/analysed_caption.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace mediaedit::internal {

/// The most hints of one kind; more would not help.
constexpr std::size_t most_of_a_kind = 20;

/// Collects hints for a caption.
class StyleHints {
public:
    StyleHints(const AnalysedCaption& caption, CaptionFindings& findings)
        : caption_(caption), findings_(findings) {}

    [[nodiscard]] const AnalysedCaption& caption() const noexcept { return caption_; }
    [[nodiscard]] const CaptionText& text() const noexcept { return caption_.text; }

    /// At a place of the plain text.
    void add(const char* code, Span plain, std::string message, std::string fix = {},
             std::optional<std::string> replacement = std::nullopt);
    /// At a place of the original text.
    void add_original(const char* code, Span original, std::string message, std::string fix = {},
                      std::optional<std::string> replacement = std::nullopt);

private:
    const AnalysedCaption& caption_;
    CaptionFindings& findings_;
};

// Words: caption/check/style_words.cpp.
void hint_rupiah(StyleHints& hints);
/// "jam 08:00-11:00" should be "pukul 08.00-11.00 WIB".
void hint_clock_times(StyleHints& hints);
/// "dirumah" should be "di rumah".
void hint_words_apart(StyleHints& hints);
void hint_spelling(StyleHints& hints);
void hint_abbreviations(StyleHints& hints);
void hint_boasting(StyleHints& hints);

// Characters: caption/check/style_characters.cpp.
void hint_capitals(StyleHints& hints);
/// "{tanggal}", "[nama]": left over from a template.
void hint_placeholders(StyleHints& hints);
void hint_emoji(StyleHints& hints);
/// Bold, italic and circled look-alikes of letters.
void hint_letters(StyleHints& hints);

}  // namespace mediaedit::internal
