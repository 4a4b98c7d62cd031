// The kinds of activity: those compiled in, or a newer file of the user.
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/system.hpp"
#include "caption/write/newest_activities.hpp"

#include <mediaedit/caption.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mediaedit {
namespace internal {
namespace {

/// Twenty times the size of the compiled-in file.
constexpr std::int64_t max_activities_bytes = 1 << 20;

}  // namespace

ActivitiesFile newest_activities(const std::filesystem::path& user_folder) {
    auto compiled = guard([] { return parse_activities_file(activities_json); });
    // A broken file of the user is ignored.
    auto own = guard([&] {
        if (user_folder.empty()) return ActivitiesFile{};
        return parse_activities_file(
            read_text(user_folder / "activities.json", max_activities_bytes));
    });
    // ISO dates compare as text.
    if (own && (!compiled || own->date > compiled->date)) return std::move(*own);
    return compiled ? std::move(*compiled) : ActivitiesFile{};
}

const ActivitiesFile& activities() {
    static const auto newest = newest_activities(user_data_folder());
    return newest;
}

std::string data_language() { return current_language() == "id" ? "id" : "en"; }

}  // namespace internal

std::vector<ActivityKind> activity_kinds() {
    const auto language = internal::data_language();
    std::vector<ActivityKind> kinds;
    for (const auto& facts : internal::activities().kinds) {
        ActivityKind kind{facts.id, facts.name.in(language), {}, facts.consent};
        for (const auto& field : facts.fields) {
            kind.fields.push_back({field.id, field.label.in(language), field.hint.in(language),
                                   field.kind, facts.required.contains(field.id)});
            for (const auto& choice : field.choices)
                kind.fields.back().choices.push_back(choice.label.in(language));
        }
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

std::vector<Invitation> invitations() {
    const auto language = internal::data_language();
    std::vector<Invitation> all;
    for (const auto& facts : internal::activities().invitations)
        all.push_back({facts.id, facts.text.in(language)});
    return all;
}

std::string platform_character(std::string_view platform) {
    const auto language = internal::data_language();
    for (const auto& facts : internal::activities().platforms)
        if (facts.platform == platform) return facts.text.in(language);
    return {};
}

}  // namespace mediaedit
