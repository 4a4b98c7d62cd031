// The rooms, in the order in which they may include each other.
#pragma once

#include <array>
#include <cstdlib>
#include <string_view>

namespace mediaedit::test {

using namespace std::literals;

struct Room {
    std::string_view path, job;
};

// In this order: a file includes only what lies in its own room or in one above it in this list.
// A room's headers are what its inner rooms share, so they stand above those; its .cpp files may
// include its inner rooms' headers.
inline constexpr std::array rooms{
    Room{"base", "errors and results, messages and their translations, threads"},
    Room{"base/system",
         "files and their names, memory, threads, local time: all that differs between systems"},
    Room{"json", "one description per type: read, written, checked, made into a schema"},
    Room{"recipe", "the recipe's JSON and its rules"},
    Room{"plan", "fractions and times to pixels and frames. Pure"},
    Room{"text", "fonts, line breaks, outlines and boxes; QR codes"},
    Room{"picture", "pixels in memory"},
    Room{"picture/geometry", "turning, scaling"},
    Room{"picture/color", "profiles, light and colour"},
    Room{"picture/hide", "blur, mosaic and bars over areas and faces"},
    Room{"picture/draw", "blending; a plan carried out on a photo"},
    Room{"subjects", "faces, what draws the eye, sharpness and light"},
    Room{"overlay", "texts, logos, codes and photos of a recipe as layers"},
    Room{"av", "what the FFmpeg part offers, and both ways of binding it"},
    Room{"photo", "photo files: which format, reading, writing, limits"},
    Room{"photo/jpeg", "JPEG"},
    Room{"photo/png", "PNG"},
    Room{"photo/webp", "WebP"},
    Room{"photo/heif", "HEIC and AVIF"},
    Room{"photo/metadata", "EXIF and XMP, in whichever file they lie"},
    Room{"photo/tiff", "TIFF, with its L*a*b* colours: a part loaded on demand"},
    Room{"video", "the FFmpeg part, loaded on demand; its handles and versions"},
    Room{"video/bitstream", "H.264 and HEVC bytes: units, headers, where decoding can begin"},
    Room{"video/container", "files: opening, seeking, clocks, MP4 boxes, writing MP4"},
    Room{"video/deinterlace", "deinterlacing: a part loaded on demand"},
    Room{"video/decode", "which packets are copied, and packets to frames in order"},
    Room{"video/frame", "a frame as the recipe wants it: colour, scaling, layers, in YUV"},
    Room{"video/analyze", "what a video is and shows: description, scenes, faces, focus"},
    Room{"video/audio", "sound: reading, converting, mixing, levelling, writing"},
    Room{"video/encode", "H.264 encoders and the choice among them"},
    Room{"video/trim", "cutting by copying, with encoded seams"},
    Room{"video/export", "jobs on one video, limits of bytes"},
    Room{"engine", "the public functions that do work: probe, export, preview, subjects"},
    Room{"language", "reading Indonesian and English: letters, words, phrases, links"},
    Room{"language/dates", "dates and times of day, read and written"},
    Room{"language/numbers", "amounts of money, numbers in any spelling"},
    Room{"village", "a village's profile"},
    Room{"placement", "placements and their facts"},
    Room{"placement/check", "does a file fit a placement"},
    Room{"placement/prepare", "a file made for placements"},
    Room{"caption", "a caption read once, its length as each platform counts it"},
    Room{"caption/privacy", "personal data in captions"},
    Room{"caption/check", "facts, shape, style and topics of captions"},
    Room{"caption/write", "from a form to a caption"},
    Room{"post", ""},
    Room{"post/templates", "post templates: layout, words, colours"},
    Room{"post/package", "many photos and captions to one folder, with a checklist"},
};

// Parts that are loaded late: other rooms include only the header that binds them.
struct LatePart {
    std::string_view room, door;
};
inline constexpr std::array late_parts{LatePart{"video", ""},
                                       LatePart{"photo/tiff", "photo/tiff/tiff_part.hpp"}};

// The same for the window; `worker` may not include `view`.
inline constexpr std::array gui_rooms{
    "platform"sv,     "platform/glfw"sv, "model"sv,  "view/widgets"sv,
    "view/screens"sv, "view"sv,          "worker"sv, ""sv};

// Folders that call the operating system: one header per job, one file per system: _posix.cpp,
// _windows.cpp.
inline constexpr std::array corners{"libedit/src/base/system/"sv, "gui/platform/"sv,
                                    "samples/cli/system/"sv};

}  // namespace mediaedit::test
