// An open video's audio, for playback and waveforms.
#pragma once

#include "av/audio_preview_source.hpp"

#include <mediaedit/control.hpp>

#include <filesystem>
#include <memory>

namespace mediaedit::internal {

/// Errors: those of VideoFile.
std::unique_ptr<AudioPreviewSource> open_audio_preview(const std::filesystem::path& file,
                                                       const Control& control);

}  // namespace mediaedit::internal
