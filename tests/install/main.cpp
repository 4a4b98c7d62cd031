// A minimal app: it links, runs, reports errors, finds the translations and the part that is loaded
// late.
#include <mediaedit/mediaedit.hpp>

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#ifdef WITH_EDITLINE
#  include <editline/readline.h>
#endif

namespace {

/// A grey 64x64 BMP, which is read by the part that is loaded late.
void write_bmp(const std::filesystem::path& file) {
    constexpr unsigned side = 64, header = 54, pixels = side * side * 3;
    std::array<unsigned char, header + pixels> bytes;
    bytes.fill(128);
    std::memset(bytes.data(), 0, header);
    const auto put = [&](unsigned at, unsigned value) {
        for (unsigned byte = 0; byte < 4; ++byte)
            bytes[at + byte] = static_cast<unsigned char>(value >> (8 * byte));
    };
    bytes[0] = 'B', bytes[1] = 'M';
    put(2, header + pixels), put(10, header), put(14, 40), put(18, side), put(22, side),
        put(26, 1 | 24 << 16), put(34, pixels);
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

int fail(const char* what, const mediaedit::Error* error = nullptr) {
    std::printf("%s%s%s %s\n", what, error ? ": " : "", error ? error->message.c_str() : "",
                error ? error->detail.c_str() : "");
    return 1;
}

}  // namespace

int main() {
    if (std::strcmp(mediaedit::version(), EXPECTED_VERSION) != 0)
        return fail("another version is running");
    if (mediaedit::placements().empty()) return fail("no placements");
    mediaedit::set_language("id");
    if (mediaedit::tr("Photos") != "Foto") return fail("no translations");
    mediaedit::set_language("en");

    const auto missing = mediaedit::probe("no-such-photo.jpg");
    if (missing || missing.error().code != mediaedit::ErrorCode::not_found)
        return fail("a missing file was not told");

    write_bmp("grey.bmp");
    const auto report = mediaedit::export_media(
        "grey.bmp", {}, {.file = "grey.jpg", .if_exists = mediaedit::IfExists::replace});
    if (!report) return fail("no JPEG from a BMP", &report.error());
    std::printf("mediaedit %s wrote %s, %d pixels wide\n", mediaedit::version(),
                report->file.c_str(), report->size.width);

#ifdef WITH_EDITLINE
    // BSD editline, whose library is named libedit, is linked into the same program.
    using_history();
    add_history("mediaedit");
    if (history_length < 1) return fail("editline does not work beside mediaedit");
#endif
    return 0;
}
