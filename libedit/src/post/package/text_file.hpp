// A text file of a package, written only when its text is new.
#pragma once

#include "post/package/build_manifest.hpp"

#include <mediaedit/export_media.hpp>

#include <filesystem>
#include <string>

namespace mediaedit::internal {

enum class TextFate { kept, written, changed_by_hand };

/// Writes `text` as `name` into `folder`, unless it is there already. A file that a person changed
/// is not overwritten. Errors: cannot_write.
TextFate write_text(BuildManifest& memory, const std::filesystem::path& folder,
                    const std::string& name, const std::string& text);

}  // namespace mediaedit::internal
