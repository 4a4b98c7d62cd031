// Words to fill templates with.
#pragma once

#include "text/contrast.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/post_template.hpp>
#include <mediaedit/village.hpp>

#include <map>
#include <string>

namespace mediaedit::test {

enum class Length { brief, full, bare };

inline const std::map<std::string, std::string> brief_words{
    {"title", "Kerja bakti saluran irigasi"},
    {"date", "Selasa, 12 Mei 2026"},
    {"place", "Dusun Krajan"},
    {"time", "Pukul 09.00 WIB"},
    {"text", "Kantor desa tutup hari Kamis."},
    {"contact", "WhatsApp 0812-0000-0000"},
    {"hours", "Senin-Kamis 08.00-15.00\nJumat 08.00-11.00"},
    {"note", "Bawa KTP."},
    {"percent", "75"},
    {"amount", "Rp300.000"},
    {"per", "per keluarga per bulan"},
    {"source", "Dana Desa 2026"},
    {"quote", "Air sudah mengalir lagi sampai sawah paling ujung."},
    {"name", "Sulastri"},
    {"role", "Ketua kelompok tani"},
    {"subtitle", "Dengan kata yang mudah"},
    {"form", "https://sukamaju.example.id/aspirasi"},
    {"first", "0%"},
    {"second", "50%"},
    {"third", "100%"}};

/// A text of about that many letters.
inline std::string words_of_length(int letters) {
    static const std::string words =
        "Musyawarah Desa Penyusunan Rencana Kerja Pemerintah Desa Sukamaju Tahun Anggaran 2027 "
        "bersama warga ";
    std::string text;
    while (static_cast<int>(text.size()) < letters) text += words;
    text.resize(static_cast<std::size_t>(letters));
    return text;
}

inline TemplateFill fill_of(const PostTemplate& one, Length length) {
    TemplateFill fill;
    for (const auto& place : one.places) {
        if (length == Length::bare && !place.required) continue;
        const auto brief = brief_words.find(place.id);
        if (place.id == "form") fill.words["form"] = brief->second;
        else if (length == Length::full && place.max_chars > 0 && place.id != "percent")
            fill.words[place.id] = words_of_length(place.max_chars);
        else if (brief != brief_words.end()) fill.words[place.id] = brief->second;
    }
    fill.number = 2;
    fill.of = 5;
    for (int i = 1; i < (length == Length::full ? one.max_photos : one.min_photos); ++i)
        fill.more_photos.push_back("photo" + std::to_string(i) + ".jpg");
    return fill;
}

inline Village village_of(Length length) {
    Village village;
    village.village = "Sukamaju";
    if (length == Length::bare) return village;
    village.district = "Sumberagung";
    village.regency = "Kabupaten Contoh";
    village.logo = "logo.png";
    village.office_phone = "(0291) 000000";
    village.office_whatsapp = "0812-0000-0000";
    return village;
}

inline double contrast_of(const Color& one, const Color& other) {
    return internal::contrast(luminance(internal::over(one, {})),
                              luminance(internal::over(other, {})));
}

}  // namespace mediaedit::test
