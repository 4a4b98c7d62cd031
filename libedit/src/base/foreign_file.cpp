// Recognises files that are neither photo nor video by their bytes.
#include "base/foreign_file.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

using std::string_view_literals::operator""sv;
using Bytes = std::span<const std::uint8_t>;

std::string_view text_of(Bytes bytes, std::size_t at = 0,
                         std::size_t count = std::string_view::npos) noexcept {
    const std::string_view whole(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return at >= whole.size() ? std::string_view() : whole.substr(at, count);
}

struct Mark {
    std::size_t at;
    std::string_view bytes;
    ForeignKind kind;
};

using enum ForeignFamily;

constexpr Mark marks[] = {
    {0, "%PDF-"sv, {pdf}},
    {0, "8BPS"sv, {picture, "Photoshop, PSD"}},
    {0, "\xFF\x0A"sv, {picture, "JPEG XL"}},
    {4, "JXL \r\n\x87\n"sv, {picture, "JPEG XL"}},
    {4, "jP  \r\n\x87\n"sv, {picture, "JPEG 2000"}},
    {0, "\xFF\x4F\xFF\x51"sv, {picture, "JPEG 2000"}},
    {0, "II\xBC\x01"sv, {picture, "JPEG XR"}},
    {0, "gimp xcf"sv, {picture, "GIMP, XCF"}},
    {0, "%!PS"sv, {picture, "PostScript"}},
    {0, "\xC5\xD0\xD3\xC6"sv, {picture, "PostScript"}},
    {0, "AT&TFORM"sv, {picture, "DjVu"}},
    {0, "\xD7\xCD\xC6\x9A"sv, {picture, "WMF"}},
    {40, " EMF"sv, {picture, "EMF"}},
    {128, "DICM"sv, {picture, "DICOM"}},
    {0, "\x76\x2F\x31\x01"sv, {picture, "OpenEXR"}},
    {0, "#?RADIANCE"sv, {picture, "Radiance HDR"}},
    {0, "BPG\xFB"sv, {picture, "BPG"}},
    {0, "\0\0\1\0\1\0"sv, {picture, "ICO"}},
    {0, "qoif"sv, {picture, "QOI"}},
    {0, "FLIF"sv, {picture, "FLIF"}},
    {8, "CDR"sv, {picture, "CorelDRAW"}},
    {8, "cdr"sv, {picture, "CorelDRAW"}},
    {0, "SIMPLE  ="sv, {picture, "FITS"}},
    {4, "ftypcrx "sv, {raw, "CR3"}},
    {6, "HEAPCCDR"sv, {raw, "CRW"}},
    {0, "FUJIFILMCCD-RAW"sv, {raw, "RAF"}},
    {0, "IIRO"sv, {raw, "ORF"}},
    {0, "IIRS"sv, {raw, "ORF"}},
    {0, "MMOR"sv, {raw, "ORF"}},
    {0, "IIU\0"sv, {raw, "RW2"}},
    {0, "FOVb"sv, {raw, "X3F"}},
    {0, "\0MRM"sv, {raw, "MRW"}},
    {0, "{\\rtf"sv, {document, "RTF"}},
    {0, "\0\1\0\0\0"sv, {document, "TrueType"}},
    {0, "OTTO"sv, {document, "OpenType"}},
    {0, "ttcf"sv, {document, "TrueType"}},
    {0, "wOFF"sv, {document, "WOFF"}},
    {0, "wOF2"sv, {document, "WOFF"}},
    {0, "SQLite format 3"sv, {document, "SQLite"}},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, {document, "Office"}},
    {0, "7z\xBC\xAF\x27\x1C"sv, {archive, "7z"}},
    {0, "Rar!\x1A\x07"sv, {archive, "RAR"}},
    {0, "\x1F\x8B"sv, {archive, "gzip"}},
    {0, "BZh"sv, {archive, "bzip2"}},
    {0, "\xFD\x37zXZ\0"sv, {archive, "xz"}},
    {0, "\x28\xB5\x2F\xFD"sv, {archive, "zstd"}},
    {257, "ustar"sv, {archive, "tar"}},
    {0, "\x00\x05\x16\x07"sv, {macos_note}},
    {0, "\x00\x05\x16\x00"sv, {macos_note}},
    {0, "#EXTM3U"sv, {playlist}},
    {0, "[playlist]"sv, {playlist}},
    {0, "ID3"sv, {audio, "MP3"}},
    {0, "fLaC"sv, {audio, "FLAC"}},
    {0, "MThd"sv, {audio, "MIDI"}},
    {0, "#!AMR"sv, {audio, "AMR"}},
    {0, "caff"sv, {audio, "CAF"}},
    {8, "WAVEfmt "sv, {audio, "WAV"}},
    {8, "AIFF"sv, {audio, "AIFF"}},
    {0, "\xFF\xFB"sv, {audio, "MP3"}},
    {0, "\xFF\xF3"sv, {audio, "MP3"}},
    {0, "\xFF\xF2"sv, {audio, "MP3"}},
    {0, "\xFF\xF1"sv, {audio, "AAC"}},
    {0, "\xFF\xF9"sv, {audio, "AAC"}},
    {0, "OggS"sv, {video, "Ogg"}},
    {0, ".RMF"sv, {video, "RealMedia"}},
    {0, "\0\0\1\xB3"sv, {video, "MPEG"}},
    {0, "FWS"sv, {video, "Flash"}},
    {0, "CWS"sv, {video, "Flash"}},
    {0,
     "\x7F"
     "ELF"sv,
     {program}},
    {0, "MZ"sv, {program}},
    {0, "L\0\0\0\x01\x14\x02\0"sv, {program}},
};

/// Office files are ZIP archives too. The names of their first entries tell them apart.
ForeignKind kind_of_zip(std::string_view head) noexcept {
    constexpr std::pair<std::string_view, ForeignKind> insides[] = {
        {"opendocument"sv, {document, "LibreOffice"}},
        {"word/"sv, {document, "Word"}},
        {"xl/"sv, {document, "Excel"}},
        {"ppt/"sv, {document, "PowerPoint"}},
        {"image/openraster"sv, {picture, "OpenRaster"}},
        {"application/x-krita"sv, {picture, "Krita"}},
        {"[Content_Types].xml"sv, {document, "Office"}},
    };
    for (const auto& [inside, kind] : insides)
        if (head.find(inside) != head.npos) return kind;
    return {archive, "ZIP"};
}

/// The text in lower case, without a leading byte order mark, spaces, XML declaration and comments.
std::string plain_beginning(std::string_view head) {
    std::string text;
    for (const char sign : head.substr(0, 2048))
        text += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    while (true) {
        text.erase(0, std::min(text.size(), text.find_first_not_of(" \t\r\n")));
        const std::string_view end = text.starts_with("<?")     ? "?>"sv
                                     : text.starts_with("<!--") ? "-->"sv
                                                                : ""sv;
        if (end.empty()) return text;
        const auto at = text.find(end);
        if (at == text.npos) return text;
        text.erase(0, at + end.size());
    }
}

/// Netpbm: "P", a digit, and a space or line break.
bool is_netpbm(std::string_view head) noexcept {
    return head.size() > 2 && head[0] == 'P' && head[1] >= '1' && head[1] <= '7' &&
           (head[2] == '\n' || head[2] == ' ' || head[2] == '\r' || head[2] == '\t');
}

/// Targa has no magic number: checks that every header field has a value that is in use.
bool is_targa(std::string_view head) noexcept {
    constexpr std::string_view kinds = "\1\2\3\x9\xA\xB"sv, depths = "\x8\xF\x10\x18\x20"sv;
    if (head.size() < 18) return false;
    const bool has_palette = head[1] == 1, wants_palette = head[2] == 1 || head[2] == 9;
    return head[1] >= 0 && head[1] <= 1 && kinds.find(head[2]) != kinds.npos &&
           has_palette == wants_palette && depths.find(head[16]) != depths.npos &&
           (head[12] != 0 || head[13] != 0) && (head[14] != 0 || head[15] != 0) &&
           (static_cast<unsigned char>(head[17]) & 0xC0) == 0;
}

bool is_letters(std::string_view head) noexcept {
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
    // Not checked as UTF-8: the last letter may be incomplete.
    return std::ranges::none_of(head, [](unsigned char sign) {
        return sign == 0x7F ||
               (sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f');
    });
}

ForeignKind kind_of_letters(std::string_view head) {
    const auto text = plain_beginning(head);
    const auto begins = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words,
                                   [&](std::string_view word) { return text.starts_with(word); });
    };
    if (begins({"<svg", "<!doctype svg"})) return {picture, "SVG"};
    if (begins({"<!doctype html", "<html", "<head", "<body", "<script", "<meta"}))
        return {web_page};
    if (begins({"<playlist", "<asx", "<smil", "#extinf", "[reference]", "<mpd", "ffconcat "}))
        return {playlist};
    return {ForeignFamily::text};
}

/// The fields of the first directory of a TIFF.
class TiffFields {
public:
    explicit TiffFields(Bytes bytes) noexcept : bytes_(bytes), big_(text_of(bytes, 0, 2) == "MM") {
        first_ = number(4, 4);
        count_ = number(first_, 2);
    }

    /// The first value, read as an integer.
    [[nodiscard]] std::optional<std::uint32_t> value(std::uint32_t tag) const noexcept {
        const auto at = find(tag);
        if (!at) return std::nullopt;
        const bool is_short = number(*at + 2, 2) == 3;
        return number(*at + 8, is_short ? 2 : 4);
    }
    [[nodiscard]] bool has(std::uint32_t tag) const noexcept { return find(tag).has_value(); }
    [[nodiscard]] std::string_view text(std::uint32_t tag) const noexcept {
        const auto at = find(tag);
        if (!at) return {};
        const auto length = number(*at + 4, 4);
        return text_of(bytes_, length <= 4 ? *at + 8 : number(*at + 8, 4), length);
    }

private:
    [[nodiscard]] std::optional<std::size_t> find(std::uint32_t tag) const noexcept {
        for (std::size_t i = 0; i < count_; ++i) {
            const std::size_t at = first_ + 2 + 12 * i;
            if (at + 12 > bytes_.size()) return std::nullopt;
            if (number(at, 2) == tag) return at;
        }
        return std::nullopt;
    }
    /// 0 beyond the end.
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const noexcept {
        if (at > bytes_.size() || bytes_.size() - at < size) return 0;
        std::uint32_t whole = 0;
        for (std::size_t i = 0; i < size; ++i)
            whole = whole << 8 | bytes_[big_ ? at + i : at + size - 1 - i];
        return whole;
    }

    Bytes bytes_;
    bool big_;
    std::size_t first_ = 0, count_ = 0;
};

}  // namespace

std::optional<std::string_view> raw_photo_in_tiff(Bytes head) noexcept {
    constexpr std::uint32_t subfile_type = 254, compression = 259, photometric = 262, make = 271,
                            sub_directories = 330, dng_version = 50706;
    const auto start = text_of(head, 0, 4);
    if (start != "II*\0"sv && start != "MM\0*"sv) return std::nullopt;
    if (text_of(head, 8, 2) == "CR") return "CR2";
    const TiffFields fields(head);
    if (fields.has(dng_version)) return "DNG";
    const auto is_one_of = [&](std::uint32_t tag, std::initializer_list<std::uint32_t> values) {
        const auto value = fields.value(tag);
        return value && std::ranges::find(values, *value) != values.end();
    };
    const bool sensor =
        is_one_of(photometric, {32803, 34892}) || is_one_of(compression, {32767, 34713, 65535});
    const bool small_first = fields.has(sub_directories) && is_one_of(subfile_type, {1});
    if (!sensor && !small_first) return std::nullopt;
    constexpr std::pair<std::string_view, std::string_view> makers[] = {
        {"NIKON", "NEF"},      {"SONY", "ARW"},  {"PENTAX", "PEF"}, {"SAMSUNG", "SRW"},
        {"Hasselblad", "3FR"}, {"Canon", "CR2"}, {"EASTMAN", "KDC"}};
    for (const auto& [maker, name] : makers)
        if (fields.text(make).starts_with(maker)) return name;
    return "RAW";
}

std::optional<ForeignKind> foreign_kind(Bytes head) noexcept {
    if (head.empty()) return ForeignKind{empty};
    if (const auto raw_name = raw_photo_in_tiff(head)) return ForeignKind{raw, *raw_name};
    for (const auto& mark : marks)
        if (text_of(head, mark.at, mark.bytes.size()) == mark.bytes) return mark.kind;
    const auto text = text_of(head);
    if (text.starts_with("PK\3\4") || text.starts_with("PK\5\6"))
        return kind_of_zip(text.substr(0, 65'536));
    if (std::ranges::all_of(head, [](std::uint8_t byte) { return byte == 0; }))
        return ForeignKind{zeros};
    if (is_netpbm(text)) return ForeignKind{picture, "PNM"};
    if (is_letters(text.substr(0, 2048))) return kind_of_letters(text);
    if (is_targa(text)) return ForeignKind{picture, "Targa"};
    return std::nullopt;
}

}  // namespace mediaedit::internal
