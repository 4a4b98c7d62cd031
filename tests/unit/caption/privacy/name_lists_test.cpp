// Lists of names are hidden whole: where they end, their numbering, layout and headings.
#include "unit/caption/privacy/hidden_name_lists.hpp"

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

TEST(NameLists, EndWhereASentenceBegins) {
    expect_hidden({
        {"Penerima: Sukinem, Paijo, Ngatiyem. Terima kasih", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: Sukinem, Paijo, Karto Wiyono. Semoga bermanfaat.",
         {"Sukinem", "Paijo", "Karto", "Wiyono"}},
        {"Bantuan diterima Sukinem, Paijo, Ngatiyem. Bantuan berupa beras.",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"BLT diterima oleh Bu Sukinem, Pak Paijo, dan Mbah Ngatiyem. Acara berjalan lancar.",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima: Sukinem, Paijo, Ngatiyem, dan Siti Aminah. Terima kasih",
         {"Sukinem", "Paijo", "Ngatiyem", "Siti", "Aminah"}},
        {"Penerima: Sukinem, Paijo, Ngatiyem, Tukiyem. Hubungi kantor desa.",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem"}},
        {"Penerima: H. Karto, Hj. Siti Aminah, Ny. Sukinem, M. Ali. Matur nuwun",
         {"Karto", "Siti", "Aminah", "Sukinem", "Ali"}},
        {"Penerima: Moh. Ali, Abd. Rahman, Karto. Semoga berkah", {"Ali", "Rahman", "Karto"}},
        {"Penerima sembako: Sukinem. Paijo. Ngatiyem. Terima kasih.",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima: Sukinem, Paijo, Ngatiyem. Juga Siti Aminah.",
         {"Sukinem", "Paijo", "Ngatiyem", "Siti", "Aminah"}},
        {"Penerima PKH: Sukinem, Paijo, Ngatiyem... Alhamdulillah",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima PKH: Sukinem, Paijo, Ngatiyem! Selamat ya", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Daftar penerima BLT: Sri Lestari, S.Pd., Karto Wiyono, dan Bambang. Terima kasih.",
         {"Lestari", "Karto", "Bambang"}},
        {"Balita gizi kurang: Rafa, Kayla, Bagas Prasetyo. Mohon doanya.",
         {"Rafa", "Kayla", "Bagas", "Prasetyo"}},
    });
}

TEST(NameLists, EndBeforeSmallWords) {
    expect_hidden({
        {"Penerima: Sukinem, Paijo, Ngatiyem Terima kasih", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT adalah Sukinem, Paijo, Ngatiyem di Balai Desa",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"BLT diserahkan kepada Sukinem, Paijo, dan Ngatiyem di Balai Desa.",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT adalah Sukinem, Paijo, Ngatiyem, Tukiyem dan kawan-kawan",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem"}},
        {"Selamat kepada Rizky, Aisyah, dan Dimas siswa SDN 2 penerima PIP",
         {"Rizky", "Aisyah", "Dimas"}},
        {"Penerima sembako yaitu Sukinem, Paijo, Ngatiyem yang rumahnya roboh",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT bulan ini Sukinem, Paijo, dan Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: sukinem, paijo, ngatiyem sudah cair semua",
         {"sukinem", "paijo", "ngatiyem"}},
        {"Penerima: Sukinem, Paijo, Ngatiyem mengucapkan terima kasih",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Sukinem, Paijo, dan Ngatiyem menerima BLT hari ini", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Santunan yatim diberikan kepada Aldo, Citra, Galih, serta Nabila oleh Bapak Camat",
         {"Aldo", "Citra", "Galih", "Nabila"}},
        {"Bantuan sembako disalurkan langsung kepada Mbah Karto, Mbah Painem, Pak Gito dkk",
         {"Karto", "Painem", "Gito"}},
        {"Penerima BLT antara lain Sukinem (70 th), Paijo (65 th), Ngatiyem (80 th) dan lainnya",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: Sukinem dari Krajan, Paijo dari Ngemplak, Ngatiyem dari Sawahan",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: Sukinem 70 th, Paijo 65 th, Ngatiyem 80 th.",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima: Sukinem, Paijo, Ngatiyem Semoga berkah nggih",
         {"Sukinem", "Paijo", "Ngatiyem"}},
    });
}

TEST(NameLists, AreReadWithAnyNumbering) {
    expect_hidden({
        {"Penerima BLT\n(1) Sukinem\n(2) Paijo\n(3) Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\n(a) Sukinem\n(b) Paijo\n(c) Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\nI. Sukinem\nII. Paijo\nIII. Ngatiyem\nIV. Tukiyem",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem"}},
        {"Penerima BLT\ni. Sukinem\nii. Paijo\niii. Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\nNo. 1 Sukinem\nNo. 2 Paijo\nNo. 3 Ngatiyem",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\n#1 Sukinem\n#2 Paijo\n#3 Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\n[1] Sukinem\n[2] Paijo\n[3] Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: (1) Sukinem, (2) Paijo, (3) Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: (1) Sukinem (2) Paijo (3) Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: 1. Sukinem 2. Paijo 3. Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT: a. Sukinem, b. Paijo, c. Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima PKH: Sukinem; Paijo; Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima PKH: Sukinem | Paijo | Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima PKH: Sukinem • Paijo • Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima PKH: *Sukinem*, *Paijo*, *Ngatiyem*", {"Sukinem", "Paijo", "Ngatiyem"}},
    });
}

TEST(NameLists, AreReadInAnyLayout) {
    expect_hidden({
        {"Penerima BLT: Sukinem, Paijo,\nNgatiyem, Tukiyem,\nWagimin",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem", "Wagimin"}},
        {"Penerima BLT: Sukinem, Paijo\ndan Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT:\nSukinem, Paijo,\nNgatiyem, Tukiyem",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem"}},
        {"Penerima BLT:\nSukinem, Paijo, Ngatiyem\n\nTerima kasih",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\n1 | L | Paijo\n2 | P | Sukinem\n3 | P | Ngatiyem",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\nNo | L/P | Nama\n1 | P | Sukinem\n2 | L | Paijo\n3 | P | Ngatiyem",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\n1 | Perempuan | Sukinem\n2 | Laki-laki | Paijo\n3 | Perempuan | Ngatiyem",
         {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\n1;P;Sukinem\n2;L;Paijo\n3;P;Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Penerima BLT\n1. Sukinem\n2. Paijo\n3. Ngatiyem\ndan Tukiyem",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem"}},
        {"Penerima BLT\n1. Sukinem\n2. Paijo\n3. Ngatiyem\nserta Tukiyem dan Wagimin",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem", "Wagimin"}},
        {"Penerima: Sukinem, Paijo, Ngatiyem, juga Siti Aminah.",
         {"Sukinem", "Paijo", "Ngatiyem", "Siti", "Aminah"}},
        {"Penerima: Sukinem, Paijo, Ngatiyem, dan juga Siti Aminah, beserta Karto.",
         {"Sukinem", "Paijo", "Ngatiyem", "Siti", "Aminah", "Karto"}},
        {"Jadwal ronda\nSenin: Paijo, Wagimin\nSelasa: Karto, Sukiman",
         {"Paijo", "Wagimin", "Karto", "Sukiman"}},
        {"Penerima BLT\nRT 01: Sukinem, Paijo\nRT 02: Ngatiyem, Tukiyem",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem"}},
    });
}

TEST(NameLists, HaveHeadingsOfManyKinds) {
    expect_hidden({
        {"Ibu hamil risiko tinggi:\n1. Ny. Siti\n2. Ny. Wati\n3. Ny. Rini",
         {"Siti", "Wati", "Rini"}},
        {"Warga penunggak PBB:\n1. Pak Karto\n2. Pak Darmo\n3. Bu Sinem",
         {"Karto", "Darmo", "Sinem"}},
        {"Belum lunas PBB:\n- Sukinem\n- Paijo\n- Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Undangan untuk:\n- Sukinem\n- Paijo\n- Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Kelompok 1:\n1. Sukinem\n2. Paijo\n3. Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Kelompok 1: Sukinem, Paijo, Ngatiyem\nKelompok 2: Tukiyem, Wagimin, Karto",
         {"Sukinem", "Paijo", "Ngatiyem", "Tukiyem", "Wagimin", "Karto"}},
        {"Yang belum ambil KTP: sukinem, paijo, ngatiyem", {"sukinem", "paijo", "ngatiyem"}},
        {"Almarhum: Sukinem, Paijo, Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Yang sakit: Sukinem, Paijo, Ngatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Jadwal ronda Senin: Paijo, Wagimin, Karto", {"Paijo", "Wagimin", "Karto"}},
        {"Petugas ronda malam ini: Paijo, Wagimin, Karto", {"Paijo", "Wagimin", "Karto"}},
        {"Belum bayar iuran sampah:\nSukinem\nPaijo\nNgatiyem", {"Sukinem", "Paijo", "Ngatiyem"}},
        {"Tidak hadir rapat: Pak Karto, Pak Darmo, Bu Sinem", {"Karto", "Darmo", "Sinem"}},
        {"KTP sudah jadi:\n1. Siti Aminah\n2. Budi Santoso\n3. Agus Salim",
         {"Siti", "Budi", "Agus", "Salim"}},
        {"Korban kebakaran: Pak Karto, Bu Sinem, Mbah Darmo", {"Karto", "Sinem", "Darmo"}},
        {"Regu B:\n- Paijo\n- Wagimin\n- Sukiman", {"Paijo", "Wagimin", "Sukiman"}},
    });
}

}  // namespace
