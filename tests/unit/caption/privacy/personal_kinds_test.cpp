// Kinds of personal data in all their spellings, and what only looks like them.
#include <mediaedit/caption_check.hpp>

#include "language/code_points.hpp"
#include "support/marked_captions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using testing::IsEmpty;

using Findings = std::vector<CaptionFinding>;

Findings personal(const std::string& text) {
    CaptionContext context;
    context.village = mediaedit::test::test_village();
    auto findings = check_caption(text, find_placement("facebook-feed-portrait").value(), context);
    std::erase_if(findings,
                  [](const auto& finding) { return !finding.code.starts_with("personal."); });
    return findings;
}

/// The text with what was found between \u00AB and \u00BB.
std::string with_marks(const std::string& text, const Findings& findings) {
    const auto points = internal::to_code_points(text);
    std::u32string marked;
    for (std::size_t at = 0; at <= points.size(); ++at) {
        for (const auto& finding : findings)
            if (finding.end == at) marked += U'\u00BB';
        for (const auto& finding : findings)
            if (finding.begin == at) marked += U'\u00AB';
        if (at < points.size()) marked += points[at];
    }
    return internal::to_utf8(marked);
}

std::string without_marks(const std::string& marked) {
    auto points = internal::to_code_points(marked);
    std::erase_if(points, [](char32_t point) { return point == U'\u00AB' || point == U'\u00BB'; });
    return internal::to_utf8(points);
}

/// Between \u00AB and \u00BB what must be found, exactly and nothing else; no number, name or
/// address is real.
void expect_found(std::string_view code, std::initializer_list<const char*> rows) {
    for (const std::string row : rows) {
        const auto text = without_marks(row);
        const auto findings = personal(text);
        EXPECT_EQ(with_marks(text, findings), row);
        for (const auto& finding : findings) EXPECT_EQ(finding.code, code) << row;
        // One press each, the last first so that no place moves, hides all of it.
        auto hidden = text;
        auto backwards = findings;
        std::ranges::sort(backwards, std::greater(), &CaptionFinding::begin);
        for (const auto& finding : backwards) hidden = mended(hidden, finding);
        EXPECT_THAT(personal(hidden), IsEmpty()) << row << " became " << hidden;
    }
}

TEST(PersonalKinds, HomeAddressesAreFoundInAllTheirSpellings) {
    expect_found("personal.address", {"Rumah Pak Slamet, «Jl. Dr. Sutomo No. 12»",
                                      "«Jl. H. Agus Salim No. 12»",
                                      "«Jl Jend. Sudirman No. 12»",
                                      "«Jl. Prof. Yamin No. 12»",
                                      "«Jl. Letjen S. Parman No. 12»",
                                      "«Jl. W.R. Supratman No. 12»",
                                      "«Jl. R.A. Kartini No. 45»",
                                      "«Jl. Ir. H. Juanda No. 12»",
                                      "«jl. kh. ahmad dahlan no 12»",
                                      "«Jl. Prof. Dr. H. R. Soepomo No. 3 RT 02/RW 01»",
                                      "«Gg. H. Saleh No. 7»",
                                      "«Jl. Mgr. Sugiyopranoto No. 3»",
                                      "«Jl. Gatot Subroto Km. 3 No. 7»",
                                      "«Jl. Anggrek No. 12 C-D»",
                                      "«Jl. Al-Hidayah No. 12»",
                                      "«Jl. Raya Solo-Jogja No. 12»",
                                      "«Jl. Melati No.12-14»",
                                      "«Jl. Melati No. 12 - 14»",
                                      "«Jl. Melati No. 12 B»",
                                      "«Jl. Melati No. 12 B RT 03»",
                                      "«Jl. Melati No. 12 s/d 14»",
                                      "«Jl. Mawar V/3»",
                                      "«Perumahan Taman Sari F.7»",
                                      "«Jl. Melati No. 12/3»",
                                      "«Perumahan Griya Blok C1/12»",
                                      "«Perumahan Griya Asri Blok C/12»",
                                      "«Perum Griya Asri C-12»",
                                      "«Perum Griya Asri C12»",
                                      "«Komplek Griya Indah Blok AA-12»",
                                      "«Jl. Melati III/12»",
                                      "«Jl. Melati #12»",
                                      "«Jl. Melati (No. 12)»",
                                      "alamat «Jl. Melati 12 RT 02»",
                                      "rumah Pak Budi «Jl. Melati 12» dekat masjid",
                                      "Alamat : KRAJAN «RT 002 / RW 001»",
                                      "«RT/RW : 002/001»",
                                      "Tinggal di Ds. Sukamaju «RT 2 RW 3»",
                                      "Nama : SITI AMINAH\nAlamat : KRAJAN\n«RT/RW : 002/001»",
                                      "rumah Pak Budi «7°39'15.6\"S 110°39'15.6\"E»",
                                      "koordinat rumah «7.654321 LS 110.654321 BT»",
                                      "rumah di «-7.654321, 110.654321»",
                                      "titik rumah Bu Siti «7° 39' 15\" LS, 110° 39' 15\" BT»"});
}

TEST(PersonalKinds, BirthsAreFoundInAllTheirSpellings) {
    expect_found("personal.birth",
                 {"Bu Siti lahir «12 Agustus 85»",
                  "Bu Siti lahir «12 Agustus '85»",
                  "tgl lahir «12 ags 85»",
                  "Bu Siti lahir «12 Agustus tahun 1985»",
                  "Bu Siti lahir «12 Agustus 1985» («41 tahun»)",
                  "Bu Siti lahir «12 Agustus 1985», usia «41 th», tinggal di desa",
                  "lahir «12 - 08 - 1985»",
                  "lahir «12/ 08/ 1985»",
                  "TTL «12-VIII-1985»",
                  "lahir «12 Agust 1985»",
                  "tgl lahir «12081985»",
                  "TTL: Klaten, «120885»",
                  "lahir «1985-08-12T00:00»",
                  "Lahir th «1985»",
                  "lahir pd th «1985»",
                  "kelahiran tahun «1985»",
                  "Pak Budi kelahiran th '«85»",
                  "Siti Aminah kelahiran «1985»",
                  "dilahirkan pada «12 Agustus 1985»",
                  "Ttl. Klaten, «12 Agustus 1985»",
                  "Tgl. Lhr. «12-08-1985»",
                  "Birthdate «1985/08/12»",
                  "Siti lahir «Agustus 1985»",
                  "Bu Siti lahir pada bulan «Agustus tahun 1985»",
                  "Tahun lahir: «1985»",
                  "Bu Siti kelahiran Klaten, «1985»",
                  "lahir «5-5-'70»",
                  "Tanggal Lahir\n«12-08-1985»",
                  "TTL\n: Klaten, «12-08-1985»",
                  "Tempat, Tanggal Lahir\nKlaten, «12 Agustus 1985»"});
}

TEST(PersonalKinds, AgesAreFoundInAllTheirSpellings) {
    expect_found("personal.birth", {"Anak Rizki umur «3 tahun/4 bulan»",
                                    "Anak Rizki umur «3 tahun - 4 bulan»",
                                    "Anak Rizki umur «3 tahun + 4 bulan»",
                                    "Anak Rizki umur «3 tahun (4 bulan)»",
                                    "Anak Rizki umur «3 taun 4 wulan»",
                                    "Anak Rizki umur «3 tahun setengah»",
                                    "Anak Rizki umur «3 tahun 4 bulan 2 minggu 1 hari»",
                                    "Mbah Karto usia «90 tahun lebih»",
                                    "Anak Rizki umurnya «3 tahun»",
                                    "Anak Rizki umur «3 tahun; 4 bulan»",
                                    "Anak Rizki umur «3 tahun kurang 4 bulan»",
                                    "Anak Rizki umur («3 tahun»)",
                                    "Anak Rizki usianya «3 tahun»",
                                    "Anak Rizki umur ± «3 tahun»",
                                    "Anak Rizki umur kurang lebih «3 tahun»",
                                    "Mbah Karto usia sekitar «90 tahun»",
                                    "Mbah Karto usia hampir «90 tahun»",
                                    "Anak Rizki umur «3 ½ tahun»",
                                    "Anak Rizki umur «3½ tahun»",
                                    "Anak Rizki umur «3 1/2 tahun»",
                                    "Anak Rizki umur «3 (tiga) tahun»",
                                    "Anak Rizki umur «tiga tahun empat bulan»",
                                    "Mbah Karto umur «sembilan puluh tahun»",
                                    "Bu Siti usia «45-an»",
                                    "Bu Siti usia «45an tahun»",
                                    "umur Rizki «3 tahun»",
                                    "Anak Rizki umur «3 tahunan»",
                                    "Anak Rizki «3 tahun 4 bulan»",
                                    "Bu Siti usia «45»",
                                    "Bu Siti (umur «45»)",
                                    "Anak Rizki umur : «3»",
                                    "Nama : Siti Aminah\nUsia : «45 th»",
                                    "Nama Lengkap : Siti Aminah\nAlamat : Krajan\nUmur : «45»",
                                    "Siti Aminah umur «3 tahun»",
                                    "Rizki umur «3 tahun 4 bulan»",
                                    "Rizki berumur «3 tahun»",
                                    "anak rizki umur «3 tahun»",
                                    "bu siti, umur «45 th»",
                                    "siti aminah umur «45 th»",
                                    "Bu Ani / «35 th»",
                                    "umur «3 tahun» (Rizki)"});
}

TEST(PersonalKinds, PhonesAreFoundInAllTheirSpellings) {
    expect_found("personal.phone", {"HP «0812-9900-1111/2222»",
                                    "WA «081299001111 / 1112»",
                                    "HP «0812-9900-1111/12»",
                                    "Telp «(0299) 712345 / 712346»",
                                    "Telp «(0299) 712345, 712346»",
                                    "HP «0812-9900-1111, 2222»",
                                    "WA «0812×9900×1111»",
                                    "HP «O8I2-99OO-IIII»",
                                    "Hub «O8I299OOIIII»",
                                    "Telp «8129900111»",
                                    "hubungi nol «812-9900-1111»",
                                    "«0812*9900*1111»",
                                    "HP 📱«0812🔸9900🔸1111»",
                                    "WA «0812+9900+1111»",
                                    "HP «0812 9900\n1111»",
                                    "HP «0812-\n9900-1111»",
                                    "t.me/+«628129900111»",
                                    "signal.me/#p/+«628129900111»",
                                    "WhatsApp.com/«628129900111»",
                                    "hp«081299001111»a.n.siti",
                                    "Telp rumah Pak Budi: «321234»",
                                    "telepon Bu Siti «712-345»"});
}

TEST(PersonalKinds, NiksAreFoundInAllTheirSpellings) {
    expect_found("personal.nik_or_kk", {"nik «3399021208850002»a.n siti", "«3399|0212|0885|0002»",
                                        "«3399+0212+0885+0002»", "NIK «3399 0212 0885\n0002»",
                                        "NIK «3399 0212\n0885 0002»", "1|«3399021208850002»|L|45"});
}

TEST(PersonalKinds, PlatesAreFoundInAllTheirSpellings) {
    expect_found("personal.plate",
                 {"No Polisi «B 12 AB» mobil siaga", "motor honda plat «H 3 L» hitam",
                  "Honda Beat «AD 4 4 1 2 QX» hilang", "Motor «AD 4412 Q X» ditemukan",
                  "nopol «AD - 4412 - QX»", "nomor polisi: «B 7 L»"});
}

TEST(PersonalKinds, PassportsAreFoundInAllTheirSpellings) {
    expect_found("personal.passport",
                 {"passport: «C 123 4567»", "paspor «C1234567»", "paspor no «C-1234567»"});
}

TEST(PersonalKinds, EmailsAreFoundInAllTheirSpellings) {
    expect_found("personal.email", {"«siti\\_aminah@gmail.com»",
                                    "«siti'aminah@gmail.com»",
                                    "«siti&budi@gmail.com»",
                                    "«siti[at]gmail[dot]com»",
                                    "«siti@gmail[.]com»",
                                    "«siti@gmail;com»",
                                    "«siti @ gmail.com»",
                                    "email: «siti.aminah @gmail.com»",
                                    "«siti.aminah@ gmail.com» ya",
                                    "«siti @gmail. com»",
                                    "«siti (at) gmail (dot) com»",
                                    "«siti at gmail dot com»",
                                    "«siti at yahoo dot co dot id»",
                                    "«siti.aminah (a) gmail.com»",
                                    "«siti.aminah[@]gmail.com»",
                                    "«siti.aminah@@gmail.com»",
                                    "«siti@gmailcom»",
                                    "«siti@yahoocoid»",
                                    "«siti.aminah#gmail.com»",
                                    "kirim ke «siti.aminah*gmail.com», terima kasih"});
}

TEST(PersonalKinds, WhatOnlyLooksLikeThemIsQuiet) {
    for (const std::string text :
         {"Kantor Desa Sukamaju, Jl. Dr. Sutomo No. 12, buka Senin sampai Jumat",
          "Puskesmas Sumberagung, Jl. H. Agus Salim No. 12-14",
          "SDN 1 Sukamaju, Jl. Ir. H. Juanda No. 5",
          "Pengaspalan Jl. Dr. Sutomo selesai. Terima kasih warga.",
          "Perbaikan Jalan Raya Solo-Jogja sepanjang 120 m",
          "Kerja bakti di Jalan Melati 3/12 pukul 07.00",
          "Jalan Melati 3 rusak, mohon diperbaiki",
          "Posyandu Mawar\nAlamat : Krajan RT 002 / RW 001",
          "Kantor Desa\nAlamat: Dusun Krajan RT 02/RW 01",
          "Lokasi kegiatan\nRT/RW : 002/001",
          "Warga yang tinggal di RT 02 RW 03 harap hadir",
          "Tinggal di RT 02 RW 03? Ayo ikut ronda",
          "Perumahan Griya Asri dan Perum Mawar kerja bakti Minggu",
          "Embung desa 7°39'15.6\"S 110°39'15.6\"E",
          "Titik embung 7.654321 LS 110.654321 BT",
          "R.A. Kartini lahir di Jepara, 21 April 1879",
          "Bung Hatta lahir 12 Agustus 1902 di Bukittinggi",
          "Presiden Soeharto lahir 8 Juni 1921",
          "Ki Hajar Dewantara lahir 2 Mei 1889",
          "Hari Lahir Pancasila\n1 Juni 2026",
          "Koperasi ini lahir tahun 1985",
          "Vaksin untuk kelahiran 2010-2012",
          "Kelahiran tahun 1960 ke atas wajib hadir",
          "Lansia kelahiran 1960 ke atas",
          "Akta kelahiran no 120885 sudah jadi",
          "Pelayanan akta lahir 12 - 08 - 2026 di balai desa",
          "Program ini lahir Agustus 2025",
          "Lomba Anak Usia 5 Tahun",
          "Balita usia 3 tahun 4 bulan ditimbang",
          "Usia minimal 17 tahun",
          "Batas usia 45",
          "Nama Kegiatan : Posyandu Lansia\nUsia : 60 tahun ke atas",
          "Nama : Jembatan Krajan\nUsia : 45 tahun",
          "Karang Taruna genap 10 tahun",
          "Jembatan Krajan berumur tiga tahun",
          "Pak Karto 5 tahun menjabat kepala dusun",
          "Kelas 3 umur 9-10 tahun",
          "Jalan Sudirman berusia 45 tahun",
          "HUT RI ke 81, usia 81 tahun",
          "Lomba mewarnai anak usia 3 tahun - 5 tahun",
          "Bapak Ibu usia 45-60 tahun",
          "Skor 3/4, 12-14, 21+19",
          "Telp kantor: 321234",
          "Telp (0299) 700123 / 700124 kantor desa",
          "Call center 1500567 atau 112",
          "Hubungi 119 atau 112",
          "Harga 3*4*5 dan 120+450",
          "Rp 812.990.011",
          "Total 8129900 suara",
          "RT 01 ➡ 45 KK, RT 02 ➡ 50 KK",
          "Tabel: 3399|120|45|L",
          "Surat B/1234/DS/2026",
          "Motor A 2 unit, mobil B 3 unit",
          "Undian H 3 L dan P 4",
          "Kelas A 4 4 1 2",
          "Polis asuransi no polis 123456",
          "beras 5 kg @ 12.000",
          "Ikuti kami di IG @desa.sukamaju",
          "Buat akun email @gmail.com gratis di balai desa",
          "Kirim ke sukamaju@sukamaju.desa.id",
          "Info di gmail.com atau yahoo.com",
          "pelatihan (a) membuat email (b) gmail.com",
          "#gmail.com #desa",
          "Penerima 45 orang, umur rata-rata 60 tahun",
          "Umur pohon 45 tahun",
          "Kantor 0812-9900-1234, 2026",
          "Kelahiran : 2025",
          "Bank Sampah Sri berumur 5 tahun",
          "Bu Ani, 3 tahun terakhir menjadi kader",
          "Soekarno lahir 6 Juni 1901",
          "Sri Rejeki umur 10 tahun",
          "Bu Siti sudah 10 tahun jadi kader",
          "Paguyuban Wulan berumur 3 tahun",
          "Undian nomor 0812|0813|0814",
          "Jumlah RT/RW: 12/4",
          "RT/RW: 12/4",
          "Muhammadiyah lahir 18 November 1912"})
        EXPECT_EQ(with_marks(text, personal(text)), text);
}

}  // namespace
