// The names of finished files.
#include "placement/prepare/prepared_name.hpp"

#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/file_names.hpp"
#include "engine/media_kind.hpp"

#include <algorithm>
#include <set>

namespace mediaedit::internal {
namespace {

constexpr std::string_view between = "--";

std::string ending_of(std::string_view placement, MediaKind kind) {
    return std::string(between) + std::string(placement) +
           (kind == MediaKind::photo ? ".jpg" : ".mp4");
}

/// The length of the longest part behind a stem, in bytes.
std::size_t longest_ending(std::span<const Placement> targets) {
    std::size_t longest = 0;
    for (const auto& target : targets)
        longest = std::max(longest, ending_of(target.id, MediaKind::photo).size());
    return longest;
}

/// A file that cannot be read counts as a photo; it fails later.
MediaKind kind_of(const std::filesystem::path& source) {
    const auto video = guard([&] { return is_video(source); });
    return video && *video ? MediaKind::video : MediaKind::photo;
}

/// Whether two sources might get the same name. Only then their kinds must be known.
bool may_collide(std::span<const std::filesystem::path> sources, std::size_t ending,
                 std::size_t most) {
    std::set<std::string> stems;
    return !std::ranges::all_of(sources, [&](const auto& source) {
        return stems.insert(folded_name(shortened_stem(source.stem().string(), ending, most)))
            .second;
    });
}

/// The names that are in use.
class Names {
public:
    explicit Names(std::span<const Placement> targets) : targets_(targets) {}

    /// Takes the names for all targets if all are free. Returns whether they were.
    bool take(const SettledStem& stem, MediaKind kind) {
        std::vector<std::string> names;
        for (const auto& target : targets_)
            names.push_back(folded_name(stem.name(target.id, kind)));
        if (std::ranges::any_of(names,
                                [&](const std::string& name) { return taken_.contains(name); }))
            return false;
        taken_.insert(names.begin(), names.end());
        return true;
    }

private:
    std::span<const Placement> targets_;
    std::set<std::string> taken_;
};

}  // namespace

std::string prepared_name(const std::filesystem::path& source, std::string_view placement,
                          MediaKind kind) {
    return source.stem().string() + ending_of(placement, kind);
}

std::string SettledStem::name(std::string_view placement, MediaKind kind) const {
    return stem + ending_of(placement, kind);
}

void require_plain_id(std::string_view id) {
    if (is_plain_id(id)) return;
    const auto shown = std::string(id.substr(0, id.find('\0')));
    fail(ErrorCode::bad_argument,
         tr("{id} cannot be the id of a placement: files are named by it.", {{"id", shown}}), "id");
}

std::vector<SettledStem> settle_stems(std::span<const std::filesystem::path> sources,
                                      std::span<const Placement> targets,
                                      const std::filesystem::path& folder) {
    for (const auto& target : targets) require_plain_id(target.id);
    const auto ending = longest_ending(targets), most = longest_name(folder);
    const bool check_names = may_collide(sources, ending, most);
    Names names(targets);
    std::vector<SettledStem> settled;
    for (const auto& source : sources) {
        const auto whole = source.stem().string();
        const auto with = [&](const std::string& number) {
            const auto stem = shortened_stem(whole, number.size() + ending, most);
            return SettledStem{stem + number, stem.size() < whole.size()};
        };
        auto stem = with("");
        if (check_names) {
            const auto kind = kind_of(source);
            for (std::size_t number = 2; !names.take(stem, kind) && number <= sources.size() + 1;
                 ++number)
                stem = with("-" + std::to_string(number));
        }
        settled.push_back(std::move(stem));
    }
    return settled;
}

}  // namespace mediaedit::internal
