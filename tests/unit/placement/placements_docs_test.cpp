// docs/apps/placements.md agrees with the data file, cell by cell.
#include "placement/placements_json.hpp"
#include "support/media_files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::ordered_json;

std::string docs() {
    return mediaedit::test::text_of(MEDIAEDIT_SOURCE_FOLDER "/docs/apps/placements.md");
}

std::string joined(const Json& list, const std::string& between) {
    std::string text;
    for (const auto& one : list) {
        if (!text.empty()) text += between;
        text += one.is_string() ? one.get<std::string>() : one.dump();
    }
    return text;
}

/// The confidence in the data file, else that of the weakest source.
std::string confidence_of(const Json& fact, const Json& sources) {
    if (fact.contains("confidence")) return fact["confidence"];
    constexpr std::array<std::string_view, 6> strongest_first{"O", "Oq", "M", "C", "S", "U"};
    std::size_t weakest = 0;
    for (const auto& key : fact["source"]) {
        const auto kind = sources[key.get<std::string>()]["kind"].get<std::string>();
        const auto place = std::find(strongest_first.begin(), strongest_first.end(), kind);
        weakest = std::max(weakest, static_cast<std::size_t>(place - strongest_first.begin()));
    }
    return std::string(strongest_first.at(weakest));
}

bool takes_videos(const Json& placement) {
    return std::ranges::count(placement["kinds"], "video") > 0;
}

class Table {
public:
    explicit Table(const Json& sources) : sources_(sources) {}

    /// "8000000 (O: IG1)", or a dash.
    [[nodiscard]] std::string cell(const Json& placement, const char* name) const {
        if (!placement.contains(name)) return "-";
        const auto& fact = placement[name];
        return value(fact) + " (" + confidence_of(fact, sources_) + ": " +
               joined(fact["source"], " ") + ")";
    }
    [[nodiscard]] std::string facts_row(const Json& one) const {
        return "| `" + one["id"].get<std::string>() + "` | " + one["platform"].get<std::string>() +
               ", " + one["name"].get<std::string>() + " | " + joined(one["kinds"], ", ") + " | " +
               cell(one, "size_px") + " | " + cell(one, "other_shapes") + " | " +
               cell(one, "safe_area_px") + " | " + one["checked_on"].get<std::string>() + " | " +
               one.value("note", "") + " |";
    }
    [[nodiscard]] std::string limits_row(const Json& one) const {
        std::string row = "| `" + one["id"].get<std::string>() + "` |";
        for (const char* name :
             {"photo_formats", "max_bytes", "max_video_bytes", "duration_s", "frame_rates",
              "caption_max_chars", "hashtags_max", "alt_text_max_chars"})
            row += " " + cell(one, name) + " |";
        return row;
    }
    [[nodiscard]] std::string video_row(const Json& one) const {
        std::string row = "| `" + one["id"].get<std::string>() + "` |";
        for (const char* name :
             {"video_formats", "video_codecs", "frame_rate_range", "max_bits_per_second",
              "max_group_s", "sound_codecs", "max_sound_hz", "max_sound_channels", "video_avoid"})
            row += " " + cell(one, name) + " |";
        return row;
    }
    [[nodiscard]] std::string source_row(const std::string& key) const {
        const auto& source = sources_[key];
        return "| " + key + " | " + source["title"].get<std::string>() + " | " +
               source["date"].get<std::string>() + " | " + source["kind"].get<std::string>() + " |";
    }

private:
    static std::string value(const Json& fact) {
        if (fact.contains("width")) return fact["width"].dump() + " x " + fact["height"].dump();
        if (fact.contains("top"))
            return fact["top"].dump() + " " + fact["right"].dump() + " " + fact["bottom"].dump() +
                   " " + fact["left"].dump();
        if (fact.contains("value"))
            return fact["value"].is_array() ? joined(fact["value"], " ")
                                            : joined(Json::array({fact["value"]}), "");
        return (fact.contains("min") ? fact["min"].dump() : "0") + " to " + fact["max"].dump();
    }

    const Json& sources_;
};

TEST(PlacementsDocs, SayWhatTheDataSays) {
    const auto data = Json::parse(mediaedit::internal::placements_json);
    const auto text = docs();
    ASSERT_FALSE(text.empty());
    const Table table(data["sources"]);
    const auto expect_line = [&](const std::string& line) {
        EXPECT_NE(text.find("\n" + line + "\n"), text.npos)
            << "docs/apps/placements.md lacks the line\n"
            << line;
    };
    expect_line("Data of " + data["date"].get<std::string>() + ".");
    for (const auto& one : data["placements"]) {
        expect_line(table.facts_row(one));
        expect_line(table.limits_row(one));
        if (takes_videos(one)) expect_line(table.video_row(one));
    }
    for (const auto& [key, source] : data["sources"].items()) expect_line(table.source_row(key));
}

TEST(PlacementsDocs, HaveNoRowTooMany) {
    const auto data = Json::parse(mediaedit::internal::placements_json);
    std::istringstream lines(docs());
    std::size_t rows = 0;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("| `")) ++rows;
    const auto& all = data["placements"];
    EXPECT_EQ(rows, 2 * all.size() + static_cast<std::size_t>(
                                         std::count_if(all.begin(), all.end(), takes_videos)));
}

}  // namespace
