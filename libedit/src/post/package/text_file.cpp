// A text file of a package, written only when its text is new.
#include "post/package/text_file.hpp"

#include "base/guard.hpp"
#include "base/system/new_file.hpp"
#include "base/system/system.hpp"

namespace mediaedit::internal {
namespace {

bool contains(const std::filesystem::path& file, const std::string& text) {
    const auto same =
        guard([&] { return read_text(file, static_cast<std::int64_t>(text.size()) + 1) == text; });
    return same && *same;
}

}  // namespace

TextFate write_text(BuildManifest& memory, const std::filesystem::path& folder,
                    const std::string& name, const std::string& text) {
    const auto key = fingerprint(text);
    if (memory.is_made(name, key)) return TextFate::kept;
    if (contains(folder / name, text)) {
        memory.made(name, key);
        return TextFate::kept;
    }
    if (memory.is_changed_by_hand(name)) return TextFate::changed_by_hand;
    auto file = NewFile::open(folder / name, IfExists::replace);
    file.write(text);
    file.commit();
    memory.made(name, key);
    return TextFate::written;
}

}  // namespace mediaedit::internal
