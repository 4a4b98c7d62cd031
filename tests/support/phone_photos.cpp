// Photo files made for tests.
#include "support/phone_photos.hpp"

#include "base/system/system.hpp"
#include "photo/photo_reader.hpp"
#include "photo/photo_writer.hpp"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <fstream>
#include <string>

namespace mediaedit::test {
namespace {

using Bytes = std::vector<std::uint8_t>;

void put16(Bytes& to, unsigned value) {
    to.push_back(static_cast<std::uint8_t>(value));
    to.push_back(static_cast<std::uint8_t>(value >> 8));
}
void put32(Bytes& to, unsigned value) {
    put16(to, value & 0xFFFF);
    put16(to, value >> 16);
}

/// One IFD with texts and numbers; long values go to `heap`, which starts at `heap_at`.
struct Directory {
    Bytes entries, heap;
    unsigned heap_at = 0, count = 0;

    void add(unsigned tag, unsigned type, unsigned amount, const Bytes& value) {
        put16(entries, tag);
        put16(entries, type);
        put32(entries, amount);
        if (value.size() <= 4) {
            Bytes padded = value;
            padded.resize(4);
            entries.insert(entries.end(), padded.begin(), padded.end());
        } else {
            put32(entries, heap_at + static_cast<unsigned>(heap.size()));
            heap.insert(heap.end(), value.begin(), value.end());
        }
        ++count;
    }
    void add_text(unsigned tag, const std::string& text) {
        Bytes value(text.begin(), text.end());
        value.push_back(0);
        add(tag, 2, static_cast<unsigned>(value.size()), value);
    }
    void add_short(unsigned tag, unsigned number) {
        Bytes value;
        put16(value, number);
        add(tag, 3, 1, value);
    }
    void add_long(unsigned tag, unsigned number) {
        Bytes value;
        put32(value, number);
        add(tag, 4, 1, value);
    }
    void add_degrees(unsigned tag, unsigned degrees, unsigned minutes) {
        Bytes value;
        for (const unsigned part : {degrees, 1u, minutes, 1u, 0u, 1u}) put32(value, part);
        add(tag, 5, 3, value);
    }
    [[nodiscard]] Bytes bytes() const {
        Bytes all;
        put16(all, count);
        all.insert(all.end(), entries.begin(), entries.end());
        put32(all, 0);
        all.insert(all.end(), heap.begin(), heap.end());
        return all;
    }
};

Bytes exif_block(int orientation) {
    constexpr unsigned first = 8, first_entries = 6, place_entries = 4, detail_entries = 1;
    Directory main{{}, {}, first + 2 + first_entries * 12 + 4};
    const unsigned heap_size = 10 + 9;  // the two texts below with their zeros
    const unsigned place_at = main.heap_at + heap_size;
    main.add_text(0x010F, "Contoh HP");
    main.add_text(0x0110, "Model X1");
    main.add_short(0x0112, static_cast<unsigned>(orientation));
    main.add_short(0x0128, 2);
    constexpr unsigned place_size = 2 + place_entries * 12 + 4 + 2 * 24;
    main.add_long(0x8769, place_at + place_size);
    main.add_long(0x8825, place_at);
    Directory place{{}, {}, place_at + 2 + place_entries * 12 + 4};
    place.add_text(1, "S");
    place.add_degrees(2, 7, 34);
    place.add_text(3, "E");
    place.add_degrees(4, 110, 49);

    Directory detail{{}, {}, place_at + place_size + 2 + detail_entries * 12 + 4};
    detail.add_text(0x9003, "2026:08:17 09:30:00");

    Bytes block{'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0};
    const auto one = main.bytes(), two = place.bytes(), three = detail.bytes();
    block.insert(block.end(), one.begin(), one.end());
    block.insert(block.end(), two.begin(), two.end());
    block.insert(block.end(), three.begin(), three.end());
    return block;
}

void write_file(const std::filesystem::path& file, const Bytes& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

void write_phone_jpeg(const std::filesystem::path& file, const cv::Mat& rgb, int orientation) {
    auto bytes = internal::encode_photo({rgb}, {}).bytes;
    const auto exif = exif_block(orientation);
    const auto length = exif.size() + 2;
    Bytes segment{0xFF, 0xE1, static_cast<std::uint8_t>(length >> 8),
                  static_cast<std::uint8_t>(length)};
    segment.insert(segment.end(), exif.begin(), exif.end());
    bytes.insert(bytes.begin() + 2, segment.begin(), segment.end());
    write_file(file, bytes);
}

void write_photo(const std::filesystem::path& file, const cv::Mat& pixels) {
    write_file(file,
               internal::encode_photo({pixels}, {.format = internal::write_format_of(file).value(),
                                                 .quality = Quality::best,
                                                 .max_bytes = {},
                                                 .stop = {}})
                   .bytes);
}

cv::Mat read_photo_pixels(const std::filesystem::path& file) {
    const auto bytes = internal::read_file(file, 1 << 30);
    const auto header = internal::read_photo_header(bytes, file.filename().string(), {});
    return internal::read_photo(bytes, file.filename().string(), header, {}).picture.pixels;
}

cv::Mat made_scene(int width, int height) {
    cv::Mat scene(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double wave = 40 * std::sin(x * 0.05) * std::cos(y * 0.07);
            const int weave = ((x / 3 + y / 3) % 2) * 24;
            scene.at<cv::Vec3b>(y, x) = cv::Vec3b(
                cv::saturate_cast<unsigned char>(130 + wave + weave),
                cv::saturate_cast<unsigned char>(110 + 80.0 * y / height + weave - 12),
                cv::saturate_cast<unsigned char>(150 - 60.0 * x / width - wave / 2 + weave));
        }
    return scene;
}

}  // namespace mediaedit::test
