// Addresses: street, house number, neighbourhood (RT, RW).
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// An address that begins at a token.
struct AddressParts {
    std::size_t end_token = 0;  ///< the first behind it; where none begins, the token itself
    bool street = false, house = false, neighbourhood = false;
    bool rt_and_rw = false;    ///< the neighbourhood has both
    bool block = false;        ///< "Blok C23" alone, without a street
    bool bare_number = false;  ///< "Jl. Pandanaran 5": where somebody lives this is a house, else a
                               ///< part of the street's name
};

AddressParts address_parts_at(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
