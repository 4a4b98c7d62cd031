// Writes captions from the sample forms.
#pragma once

#include "support/made_village.hpp"

#include <mediaedit/caption.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/village.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace mediaedit::test {

inline Village sukamaju() {
    auto village = test::made_village();
    village.office_phone = "(024) 555-0101";
    village.office_whatsapp = "0812-0000-0001";
    village.hashtags = {"#sukamaju maju", "Desa Sukamaju"};
    return village;
}

inline CaptionForm sample(const std::string& kind, const std::string& language) {
    const auto form = read_form(MEDIAEDIT_TEST_DATA "/forms/" + language + "/" + kind + ".json");
    EXPECT_TRUE(form) << (form ? "" : form.error().message);
    return form ? *form : CaptionForm{};
}

inline Placement placement(std::string_view id) { return find_placement(id).value(); }

inline Caption caption(const CaptionForm& form, std::string_view place,
                       const CaptionOptions& all_options = {},
                       const Village& village = sukamaju()) {
    const auto written = write_caption(form, village, placement(place), all_options);
    EXPECT_TRUE(written) << (written ? "" : written.error().message);
    return written ? *written : Caption{};
}

}  // namespace mediaedit::test
