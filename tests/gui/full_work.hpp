// A work and settings in which every member is set.
#pragma once

#include "states.hpp"

#include <utility>

namespace sunting::test {

inline Work full_work() {
    auto work = photo_work({"/home/ibu/foto é.jpg", "/home/ibu/dua.jpg"});
    work = turned_right(std::move(work), 0);
    work = with_hidden_area(std::move(work), 0, {0.1, 0.2, 0.3, 0.125});
    work = with_faces(std::move(work), 1, mediaedit::FaceChoice::hide);
    work = with_face_kept(std::move(work), 1, {0.25, 0.25, 0.125, 0.25}, true);
    mediaedit::TextOverlay text;
    text.text = "Posyandu Melati 🌾\n\"12 Mei\"";
    work = with_text(std::move(work), 0, text);
    work = with_word(std::move(work), "title", "Posyandu");
    work = with_field(std::move(work), "apa", "Posyandu Melati");
    work = with_caption(std::move(work), "Instagram", "Mari datang 🙏🏽");
    work = with_consent(std::move(work), 0, "child", mediaedit::ConsentAnswer::given);
    work = with_quiet(std::move(work), "style.caps");
    work = with_part_start(std::move(work), 1, 0, mediaedit::Time(1'234'567),
                           mediaedit::Time(9'000'000));
    work.folder = "/home/ibu/Gambar/Sunting/2026-05-12 Posyandu";
    return work;
}

inline Settings full_settings() {
    Settings settings;
    settings.language = "en";
    settings.size_percent = 150;
    settings.dark = true;
    settings.high_contrast = true;
    settings.audio = false;
    settings.greeted = true;
    settings.village.village = "Sukamaju";
    settings.village.office_whatsapp = "0812-0000-0000";
    settings.village.hashtags = {"#DesaSukamaju"};
    settings.results = "/home/ibu/Hasil";
    settings.encoded_pixels_per_s = 12.5e6;
    return settings;
}

}  // namespace sunting::test
