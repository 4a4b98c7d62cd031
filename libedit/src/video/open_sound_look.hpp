// The sound of a video kept open, to be listened to.
#pragma once

#include "picture/sound_look.hpp"

#include <mediaedit/control.hpp>

#include <filesystem>
#include <memory>

namespace mediaedit::internal {

/// Errors: those of VideoFile.
std::unique_ptr<SoundLook> open_sound_look(const std::filesystem::path& file, const Control& control);

}  // namespace mediaedit::internal
