// Photos of one activity, ready for two platforms: make_post FOLDER PHOTO...
#include <mediaedit/mediaedit.hpp>

#include <iostream>

int main(int count, char** words) {
    if (count < 3) return std::cerr << "make_post FOLDER PHOTO...\n", 2;
    mediaedit::Post post{.village = {.village = "Sukamaju", .office_whatsapp = "0812-0000-0000"},
                         .placements = {"instagram-feed-portrait", "whatsapp-photo"}};
    post.form = {"kerjabakti",
                 {{"jumlah_peserta", "40"},
                  {"pekerjaan", "membersihkan saluran air"},
                  {"tempat", "Dusun Krajan"},
                  {"tanggal", "2026-05-17"},
                  {"hasil_singkat", "saluran 300 meter bersih"}}};
    for (int i = 2; i < count; ++i)
        post.items.push_back({.file = words[i], .faces = mediaedit::FaceChoice::hide});
    const auto made = mediaedit::make_post(post, words[1]);
    if (!made) return std::cerr << made.error().message << '\n', 1;
    for (const auto& found : made->findings)
        std::cout << found.about << ": " << found.finding.message << '\n';
    std::cout << "Open " << words[1] << "/checklist.html\n";
}
