// Saves one frame of a video as a photo.
#include "av/av_parts.hpp"
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/new_file.hpp"
#include "engine/logo_shelf.hpp"
#include "engine/media_kind.hpp"
#include "engine/settle_outputs.hpp"
#include "photo/photo_writer.hpp"
#include "photo/result_limits.hpp"

#include <mediaedit/export_media.hpp>

namespace mediaedit {
namespace {

using namespace internal;

cv::Mat picture_of(VideoPreviewSource& preview, const Recipe& recipe, Time at,
                   const Control& control) {
    if (recipe == Recipe{}) return preview.original(at, preview.info().size);
    LogoShelf logos;
    logos.add(recipe, control);
    return preview.edited(recipe, logos.logos_for(recipe), at, 1);
}

}  // namespace

Result<Report> export_frame(const std::filesystem::path& source, Time at, const Output& output,
                            const Control& control) {
    return export_frame(source, {}, at, output, control);
}

Result<Report> export_frame(const std::filesystem::path& source, const Recipe& recipe, Time at,
                            const Output& output, const Control& control) {
    return guard([&] {
        if (!is_video(source))
            fail(ErrorCode::bad_argument,
                 tr("{file} is no video, so no moment of it can be saved.",
                    {{"file", source.filename().string()}}),
                 source.string());
        const auto format = write_format_of(output.file);
        if (!format)
            fail(ErrorCode::bad_argument,
                 tr("{file} names no photo format that can be written; end it in .jpg, .png, .webp "
                    "or .avif.",
                    {{"file", output.file.filename().string()}}),
                 output.file.string());
        Inputs inputs;
        inputs.add(source);
        const Job job{recipe, output};
        add_files_of({&job, 1}, inputs);
        inputs.refuse(output.file);
        auto file = NewFile::open(output.file, output.if_exists);
        const auto preview = av_parts().open_video_preview(source, control);
        if (at < Time(0) || (preview->info().duration && at >= *preview->info().duration))
            fail(ErrorCode::bad_argument,
                 tr("{file} has no picture at that time; choose an earlier one.",
                    {{"file", source.filename().string()}}),
                 "at");
        const Picture picture{picture_of(*preview, recipe, at, control)};
        check_result_size(*format, picture.size(), output.file, control.limits);
        const auto encoded =
            encode_photo(picture, {*format, output.quality, output.max_bytes, control.stop});
        file.write(encoded.bytes);
        Report report;
        report.source = source;
        report.file = file.commit();
        flush_folder_of(report.file);
        report.size = picture.size();
        report.bytes = encoded.bytes.size();
        report.notes = preview->info().notes;
        report.notes.insert(report.notes.end(), encoded.notes.begin(), encoded.notes.end());
        return report;
    });
}

}  // namespace mediaedit
