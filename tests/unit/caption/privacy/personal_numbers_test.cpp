// Phone numbers, NIK, number plates, passports and e-mail addresses in their spellings.
#include "unit/caption/privacy/marked_findings.hpp"

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

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

}  // namespace
