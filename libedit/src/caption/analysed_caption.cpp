// What many checks need of a caption, read once.
#include "caption/analysed_caption.hpp"

#include "language/links.hpp"

#include <utility>

namespace mediaedit::internal {

AnalysedCaption::AnalysedCaption(std::string_view utf8)
    : text(utf8),
      links(find_links(text.plain())),
      hashtags(find_hashtags(text.plain(), links)),
      dates(find_dates(text)),
      amounts(find_amounts(text)) {}

CaptionFinding finding_at(const CaptionText& text, Span plain, std::string code, Severity severity,
                          std::string message, std::string fix,
                          std::optional<std::string> replacement) {
    const auto place = text.original_span(plain);
    return {std::move(code),    severity,       place.begin,           place.end,
            std::move(message), std::move(fix), std::move(replacement)};
}

}  // namespace mediaedit::internal
