// The JSON of a village's profile: "schema": "mediaedit.village/1".
#pragma once

#include "base/guard.hpp"
#include "json/description.hpp"
#include "recipe/json_values.hpp"

#include <mediaedit/village.hpp>

#include <filesystem>
#include <string>

namespace mediaedit::internal {

template <>
struct Described<Village> {
    static constexpr const char* schema = "mediaedit.village/1";
    static void fields(auto& d) {
        d.needed("village", &Village::village, About{"without the word Desa: Sukamaju"});
        d.field("district", &Village::district, About{"without the word Kecamatan: Sumberagung"});
        d.field("regency", &Village::regency,
                About{"with its word, since a regency and a city may share a name: Kabupaten "
                      "Contoh"});
        d.field("logo", &Village::logo,
                About{"a picture beside the profile, or data:image/png;base64,... with the "
                      "picture itself"});
        d.field("main_color", &Village::main_color);
        d.field("second_color", &Village::second_color);
        d.field("font", &Village::font, About{"a family, such as Noto Sans"});
        d.group("office", [](auto& office) {
            office.field("phone", &Village::office_phone);
            office.field("whatsapp", &Village::office_whatsapp);
            office.field("email", &Village::office_email);
            office.field("address", &Village::office_address);
            office.field("hours", &Village::opening_hours, About{"Senin-Jumat 08.00-15.00 WIB"});
            office.field("other_numbers", &Village::other_numbers,
                         About{"the office's own numbers, which are no personal data: a second "
                               "phone, the village's account"});
        });
        d.group("answers", [](auto& answers) {
            answers.field("form", &Village::aspiration_form,
                          About{"the address of a form for wishes and complaints"});
            answers.field("lapor", &Village::lapor,
                          About{"name SP4N-LAPOR! (lapor.go.id, SMS 1708)"});
        });
        d.field("hashtags", &Village::hashtags, About{"with or without #"});
    }
    static void check(const Village& village, const JsonPath& path) {
        const JsonPath name(path, "village");
        if (village.village.empty()) Fields::wrong_type(name.text(), "\"Sukamaju\"");
    }
    static Village read_file(const std::filesystem::path& file) {
        return value_or_throw(read_village(file));
    }
    static void resolve(Village& village, const std::filesystem::path& folder) {
        village.logo = seen_from(folder, village.logo);
    }
};

}  // namespace mediaedit::internal
