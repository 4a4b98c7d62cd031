// Which words before a number say what it is.
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

/// The label in brackets right behind `place`, such as "(NIK)", "(akun DANA)".
std::vector<FoundLabel> labels_behind(const CaptionText& text, std::size_t place);

/// The labels that end within 40 places before `place` and begin at `not_before` or later, the
/// nearest first; at most one line break lies between.
std::vector<FoundLabel> labels_before(const CaptionText& text, std::size_t place,
                                      std::size_t not_before);

}  // namespace mediaedit::internal
