// The first sentence of a caption, and the title made of it.
#pragma once

#include "caption/write/caption_template.hpp"

#include <mediaedit/caption.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// Up to the first line break, or the first full stop, "!" or "?" that a capital follows.
std::string_view first_sentence(std::string_view text);

/// Up to the first line break.
std::string first_line(const std::string& text);

/// Removes all characters of `signs`. Returns whether there were any.
bool erase_all(std::string& text, std::string_view signs);

/// Leaves out optionals of the first line, from its end, until the first sentence has at most
/// `most` characters. Optionals that do not make it shorter stay.
void shorten_first_sentence(const CaptionTemplate& whole, const FieldTexts& texts, int most,
                            std::set<int>& left_out);

struct CaptionTitle {
    std::string text;
    std::vector<CaptionChange> changes;  ///< of the title; and of the text, which loses < and > too
};

/// A title of at most 100 characters (YouTube's limit), without < and >.
CaptionTitle caption_title(const CaptionTemplate& full, const FieldTexts& texts);

}  // namespace mediaedit::internal
