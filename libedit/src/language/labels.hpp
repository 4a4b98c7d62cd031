// Words that say what kind of number follows.
#pragma once

#include "language/caption_text.hpp"

#include <vector>

namespace mediaedit::internal {

enum class Label {
    nik,
    kk,
    staff,
    card,
    npwp,
    phone,
    account,
    wallet,
    bpjs,
    licence,
    certificate,
    plate,
    passport,
    harmless
};

struct FoundLabel {
    Label label{};
    std::size_t begin = 0, end = 0;  ///< in the plain text
};

/// Whether a label of any kind begins at the token.
bool begins_label(const CaptionText& text, std::size_t token);

/// The labels in brackets right behind `place`: "(NIK)", "(akun DANA)".
std::vector<FoundLabel> labels_behind(const CaptionText& text, std::size_t place);

/// The labels that end at most 40 code points before `place` and begin at `not_before` or later,
/// the nearest first. At most one line break may lie between.
std::vector<FoundLabel> labels_before(const CaptionText& text, std::size_t place,
                                      std::size_t not_before);

}  // namespace mediaedit::internal
