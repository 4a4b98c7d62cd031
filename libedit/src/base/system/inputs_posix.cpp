// The files that one call reads, on Linux and macOS.
#include "base/system/inputs.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include <sys/stat.h>

namespace mediaedit::internal {
namespace {

namespace fs = std::filesystem;

using Place = std::pair<dev_t, ino_t>;

std::optional<Place> place_of(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    return Place{status.st_dev, status.st_ino};
}

/// The absolute name with symbolic links resolved, as far as the path exists.
std::string plain_name(const fs::path& file) {
    std::error_code unknown;
    auto plain = fs::weakly_canonical(fs::absolute(file, unknown), unknown);
    return (unknown ? file.lexically_normal() : plain).string();
}

}  // namespace

struct Inputs::State {
    mutable std::mutex mutex;
    std::set<Place> places;
    std::set<std::string> names;  // of all files: inodes of FAT may change while no one has it open
};

Inputs::Inputs() : state_(std::make_unique<State>()) {}
Inputs::~Inputs() = default;

Inputs::Inputs(std::span<const fs::path> files) : Inputs() {
    for (const auto& file : files) add(file);
}

void Inputs::add(const fs::path& file) {
    if (file.empty() || file.native().starts_with("data:")) return;
    const auto place = place_of(file);
    auto name = plain_name(file);
    const std::lock_guard lock(state_->mutex);
    if (place) state_->places.insert(*place);
    state_->names.insert(std::move(name));
}

bool Inputs::contain(const fs::path& file) const {
    const auto place = place_of(file);
    const auto name = plain_name(file);
    const std::lock_guard lock(state_->mutex);
    return (place && state_->places.contains(*place)) || state_->names.contains(name);
}

void Inputs::refuse(const fs::path& target) const {
    if (!contain(target)) return;
    fail(ErrorCode::exists,
         tr("{file} is read for this, and what is read is never changed; choose another name.",
            {{"file", target.filename().string()}}),
         target.string());
}

}  // namespace mediaedit::internal
