// Photo files made for tests.
#pragma once

#include <opencv2/core/mat.hpp>

#include <filesystem>

namespace mediaedit::test {

/// A JPEG of `rgb` with EXIF: a GPS position in Central Java, a phone's name, a date, and
/// `orientation`.
void write_phone_jpeg(const std::filesystem::path& file, const cv::Mat& rgb, int orientation = 1);

/// Written unchanged by our own writers; the extension chooses the format.
void write_photo(const std::filesystem::path& file, const cv::Mat& pixels);

/// Any photo file, upright sRGB RGB(A), by our own readers.
cv::Mat read_photo_pixels(const std::filesystem::path& file);

/// A scene with soft colours and detail everywhere, so that blurred, dark or shifted copies are
/// recognised.
cv::Mat made_scene(int width, int height);

}  // namespace mediaedit::test
