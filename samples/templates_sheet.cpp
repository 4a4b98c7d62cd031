// Shows all post templates: fills each in for some placements and lays the pictures out on a sheet,
// by the library alone.
//   sample_templates_sheet sheets samples/data/emblem.png '#0f4c5c' '#f4b860' short 340
//   samples/data/market.jpg
#include <mediaedit/mediaedit.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
namespace fs = std::filesystem;
using Words = std::map<std::string, std::string>;

const std::vector<std::string> shown_placements{"instagram-feed-portrait", "instagram-feed-square",
                                                "instagram-story", "facebook-link", "x-header"};
constexpr int gap_px = 24, label_px = 34;
constexpr int most_px_of_small_files = 340;

const Words short_words{
    {"title", "Kerja bakti saluran irigasi"},
    {"date", "Selasa, 12 Mei 2026"},
    {"place", "Dusun Krajan"},
    {"time", "Pukul 09.00 WIB"},
    {"text",
     "Kantor desa tutup pada hari Kamis. Pelayanan surat dibuka lagi hari Jumat pukul 08.00 WIB."},
    {"contact", "WhatsApp 0812-0000-0000"},
    {"hours", "Senin-Kamis 08.00-15.00\nJumat 08.00-11.00"},
    {"note", "Bawa KTP dan Kartu Keluarga."},
    {"percent", "75"},
    {"amount", "Rp300.000"},
    {"per", "per keluarga per bulan"},
    {"source", "Dana Desa 2026"},
    {"quote", "Air sudah mengalir lagi sampai sawah paling ujung."},
    {"name", "Sulastri"},
    {"role", "Ketua Kelompok Tani Makmur"},
    {"subtitle", "Dengan kata yang mudah dipahami"},
    {"form", "https://sukamaju.example.id/aspirasi"},
    {"first", "0%"},
    {"second", "50%"},
    {"third", "100%"}};

const Words long_words{
    {"title",
     "Musyawarah Desa Penyusunan Rencana Kerja Pemerintah Desa Sukamaju Tahun Anggaran 2027"},
    {"date", "Selasa s.d. Kamis, 12-14 Mei 2026"},
    {"place", "Balai Desa Sukamaju, Dusun Krajan RT 03/RW 02"},
    {"time", "Pukul 08.00-11.00 WIB"},
    {"text",
     "Kantor desa tutup pada hari Kamis karena perbaikan jaringan listrik. Pelayanan surat "
     "pengantar, KTP, dan Kartu Keluarga dibuka lagi hari Jumat pukul 08.00 WIB. Untuk keperluan "
     "mendesak, silakan hubungi perangkat desa yang bertugas lewat WhatsApp di bawah ini."},
    {"contact", "Tanya Bu Sari (Kasi Pelayanan), WhatsApp 0812-0000-0000"},
    {"hours",
     "Senin-Kamis 08.00-15.00 WIB\nJumat 08.00-11.00 WIB\nSabtu, Minggu, dan hari libur tutup"},
    {"note", "Bawa KTP, Kartu Keluarga, dan surat pengantar RT/RW. Semua pelayanan gratis."},
    {"percent", "75"},
    {"amount", "Rp1.250.000"},
    {"per", "per keluarga penerima manfaat selama tiga bulan"},
    {"source", "Dana Desa Tahun Anggaran 2026"},
    {"quote",
     "Dulu setiap musim kemarau kami harus mengantre air sampai malam. Sekarang air mengalir "
     "sampai sawah paling ujung, dan anak-anak bisa membantu tanpa takut terlambat sekolah."},
    {"name", "Hj. Siti Aminah Kusumaningtyas, S.Pd."},
    {"role", "Ketua Kelompok Wanita Tani Sumber Makmur Dusun Krajan"},
    {"subtitle", "Dijelaskan dengan kata sehari-hari yang mudah dipahami semua warga"},
    {"form", "https://sukamaju-sumberagung.example.id/aspirasi-dan-pengaduan-warga"},
    {"first", "0%"},
    {"second", "50%"},
    {"third", "100%"}};

/// Only the required fields.
Words bare_words(const PostTemplate& one) {
    Words words;
    for (const auto& place : one.places)
        if (place.required)
            words[place.id] =
                short_words.contains(place.id) ? short_words.at(place.id) : place.default_text;
    return words;
}

Words words_for(const PostTemplate& one, const Words& all) {
    Words words;
    for (const auto& place : one.places)
        if (const auto word = all.find(place.id); word != all.end()) words.insert(*word);
    return words;
}

template <class Value>
Value need(Result<Value> result) {
    if (result) return std::move(result).value();
    std::cerr << result.error().message << " " << result.error().where << " "
              << result.error().detail << "\n";
    std::exit(1);
}

Color color_of(const std::string& text) {
    const auto value = std::stoul(text.substr(text.find('#') + 1), nullptr, 16);
    return {static_cast<unsigned char>(value >> 16), static_cast<unsigned char>(value >> 8 & 255),
            static_cast<unsigned char>(value & 255), 255};
}

struct Order {
    fs::path folder;
    Village village;
    std::string length;
    int row_px = most_px_of_small_files;
    std::vector<fs::path> photos;
};

/// The filled templates of one row: a file for each placement.
std::vector<fs::path> make_row(const Order& order, const PostTemplate& one,
                               std::span<const Placement> placements) {
    TemplateFill fill;
    fill.words = order.length == "bare"
                     ? bare_words(one)
                     : words_for(one, order.length == "long" ? long_words : short_words);
    if (const auto title = std::ranges::find(one.places, "title", &TemplateField::id);
        order.length == "short" && title != one.places.end()) {
        fill.words.erase("title");  // its default, or its own example
        if (title->default_text.empty()) fill.words["title"] = title->hint;
    }
    fill.number = 2;
    fill.of = 5;
    for (std::size_t i = 1; i < order.photos.size() && static_cast<int>(i) < one.max_photos; ++i)
        fill.more_photos.push_back(order.photos[i]);
    if (order.photos.size() == 1 && one.min_photos > 1) fill.more_photos = {order.photos.front()};
    const auto recipe = need(fill_template(one.id, fill, order.village, placements));
    PrepareOptions options;
    options.if_exists = IfExists::replace;
    std::vector<fs::path> files;
    for (auto& report :
         prepare(order.photos.front(), recipe, placements, order.folder / one.id, options)) {
        const auto made = need(std::move(report));
        for (const auto& note : made.notes)
            std::cout << one.id << " " << made.file.filename().string() << ": " << note.code
                      << "\n";
        files.push_back(made.file);
    }
    return files;
}

int width_of(const Placement& placement, int row_px) {
    return row_px * placement.size.width / placement.size.height;
}

/// All rows on one sheet: the first picture is the photo that is edited, the others are overlays.
void make_sheet(const Order& order, const std::string& name,
                const std::vector<std::vector<fs::path>>& rows,
                const std::vector<std::string>& labels, std::span<const Placement> placements) {
    Canvas canvas;
    canvas.background = {232, 234, 236, 255};
    canvas.size.width = gap_px;
    for (const auto& placement : placements)
        canvas.size.width += width_of(placement, order.row_px) + gap_px;
    canvas.size.height =
        static_cast<int>(rows.size()) * (order.row_px + gap_px + label_px) + gap_px;
    const auto area = [&](int x, int y, int width, int height) {
        const double across = canvas.size.width, down = canvas.size.height;
        return Area{x / across, y / down, width / across, height / down};
    };
    Recipe recipe;
    int y = gap_px;
    for (std::size_t row = 0; row < rows.size(); ++row, y += order.row_px + gap_px + label_px) {
        TextOverlay label{.text = labels[row],
                          .anchor = Anchor::left,
                          .size = 24.0 / std::min(canvas.size.width, canvas.size.height),
                          .color = {40, 44, 48, 255},
                          .style = TextStyle::plain};
        label.area = area(gap_px, y, canvas.size.width / 2, label_px);
        recipe.overlays.emplace_back(label);
        int x = gap_px;
        for (std::size_t i = 0; i < rows[row].size(); ++i) {
            const auto cell =
                area(x, y + label_px, width_of(placements[i], order.row_px), order.row_px);
            if (row == 0 && i == 0) canvas.picture_area = cell;
            else
                recipe.overlays.emplace_back(
                    PictureOverlay{.file = rows[row][i].string(), .area = cell, .focus = Point{}});
            x += width_of(placements[i], order.row_px) + gap_px;
        }
    }
    recipe.canvas = canvas;
    recipe.focus = Point{};
    Output output;
    output.file = order.folder / (name + ".jpg");
    output.if_exists = IfExists::replace;
    if (order.row_px <= most_px_of_small_files) output.max_bytes = 290'000;
    need(export_media(rows.front().front(), recipe, output));
    std::cout << output.file.string() << "\n";
}

}  // namespace

int main(int count, char** words) {
    if (count < 8) {
        std::cerr << "templates_sheet FOLDER LOGO|- MAIN_COLOR SECOND_COLOR short|long|bare "
                     "ROW_HEIGHT PHOTO...\n";
        return 2;
    }
    Order order{words[1], {}, words[5], std::stoi(words[6]), {words + 7, words + count}};
    order.village.village = "Sukamaju";
    order.village.district = "Sumberagung";
    order.village.regency = "Kabupaten Contoh";
    if (std::string(words[2]) != "-") order.village.logo = words[2];
    order.village.main_color = color_of(words[3]);
    order.village.second_color = color_of(words[4]);
    order.village.office_phone = "(0291) 000000";
    order.village.office_whatsapp = "0812-0000-0000";
    for (const auto& note : readable_colors(order.village).notes) std::cout << note << "\n";

    std::vector<Placement> placements;
    for (const auto& id : shown_placements) placements.push_back(need(find_placement(id)));
    std::vector<std::vector<fs::path>> rows;
    std::vector<std::string> labels;
    constexpr std::size_t rows_on_a_sheet = 3;
    int sheets = 0;
    const auto all = templates();
    for (std::size_t i = 0; i < all.size(); ++i) {
        rows.push_back(make_row(order, all[i], placements));
        labels.push_back(all[i].id);
        if (rows.size() < rows_on_a_sheet && i + 1 < all.size()) continue;
        make_sheet(order, "templates-" + std::to_string(++sheets), rows, labels, placements);
        rows.clear();
        labels.clear();
    }
}
