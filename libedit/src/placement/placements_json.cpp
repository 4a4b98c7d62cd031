// From JSON to placements.
#include "placement/placements_json.hpp"

#include "base/system/file_names.hpp"
#include "json/codec.hpp"
#include "placement/placement_facts.hpp"
#include "placement/placement_names.hpp"
#include "placement/placement_words.hpp"
#include "placement/prepare/video_needs.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using nlohmann::json;

constexpr const char* placements_schema = "mediaedit.placements/1";
/// As the recipe's: the largest size of any platform is a third of it.
constexpr int max_side_px = 16'384;
/// No platform takes a file of a terabyte.
constexpr std::int64_t max_file_bytes = 1'000'000'000'000;
constexpr double day_s = 86'400;
constexpr std::array<std::string_view, 8> photo_formats{"jpeg", "png",  "webp", "heic",
                                                        "avif", "tiff", "gif",  "bmp"};

std::string need_id(Fields& fields) {
    auto id = Fields::text(fields.need("id"), fields.path_of("id"));
    PlainId{"instagram-story"}.check(id, JsonPath({}, fields.path_of("id")));
    return id;
}

std::vector<MediaKind> need_kinds(Fields& fields) {
    std::vector<MediaKind> kinds;
    for (const auto& word :
         need_words(fields, "kinds", std::array<std::string_view, 2>{"photo", "video"}))
        kinds.push_back(*value_of<MediaKind>(word));
    return kinds;
}

OtherShapes read_other_shapes(Facts& facts) {
    auto other_shapes = OtherShapes::cut;
    facts.read("other_shapes", [&](Fields& fields) {
        other_shapes = read_word<OtherShapes>(fields.need("value"), fields.path_of("value"));
    });
    return other_shapes;
}

void need_size(Fields& placement, Facts& facts, PixelSize& size) {
    placement.need("size_px");
    facts.read("size_px", [&](Fields& fields) {
        size.width = static_cast<int>(need_whole_number(fields, "width", 16, max_side_px));
        size.height = static_cast<int>(need_whole_number(fields, "height", 16, max_side_px));
    });
}

/// Pixels of the placement's size become fractions.
void need_safe_area(Fields& placement, Facts& facts, PixelSize size, Margins& safe) {
    placement.need("safe_area_px");
    facts.read("safe_area_px", [&](Fields& fields) {
        const auto side = [&](const char* name, int whole) {
            return static_cast<double>(need_whole_number(fields, name, 0, whole)) / whole;
        };
        safe = {side("top", size.height), side("right", size.width), side("bottom", size.height),
                side("left", size.width)};
        if (safe.top + safe.bottom >= 1 || safe.left + safe.right >= 1)
            fail(ErrorCode::bad_recipe,
                 tr("The margins in {field} leave nothing of the picture.",
                    {{"field", placement.path_of("safe_area_px")}}),
                 placement.path_of("safe_area_px"));
    });
}

void read_duration(Facts& facts, Placement& placement) {
    facts.read("duration_s", [&](Fields& fields) {
        if (fields.find("min")) placement.min_duration_s = need_number(fields, "min", 0, day_s);
        if (fields.find("max"))
            placement.max_duration_s =
                need_number(fields, "max", placement.min_duration_s.value_or(0), day_s);
    });
}

void read_frame_rates(Facts& facts, Placement& placement) {
    facts.read("frame_rates", [&](Fields& fields) {
        const auto path = fields.path_of("value");
        const auto& list = fields.need("value");
        if (!list.is_array() || list.empty()) Fields::wrong_type(path, "[25, 30]");
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto at = item_path(path, i);
            placement.frame_rates.push_back(Fields::number(list[i], at));
            Between{1, 240}.check(placement.frame_rates.back(), JsonPath({}, at));
        }
    });
}

std::optional<std::uintmax_t> read_bytes(Facts& facts, const std::string& name) {
    // Below this no picture of any use would fit.
    constexpr std::int64_t least = 10'000;
    const auto bytes = facts.whole_number(name, least, max_file_bytes);
    return bytes ? std::optional(static_cast<std::uintmax_t>(*bytes)) : std::nullopt;
}

std::optional<int> read_count(Facts& facts, const std::string& name) {
    const auto count = facts.whole_number(name, 0, 1'000'000);
    return count ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

/// A file without these rules gets what suits its limit.
CaptionRules read_caption_rules(Facts& facts, const Placement& placement) {
    constexpr int full_text_limit = 1000;
    const auto limit = placement.caption_max_chars;
    CaptionRules rules;
    rules.brief = limit.value_or(0) < full_text_limit;
    rules.comments = limit.has_value();
    facts.read("caption", [&](Fields& fields) {
        static constexpr std::array<std::string_view, 2> lengths{"brief", "full"};
        const auto path = fields.path_of("length");
        const auto length = Fields::text(fields.need("length"), path);
        OneOf{lengths}.check(length, JsonPath({}, path));
        rules.brief = length == "brief";
        rules.hashtags = static_cast<int>(need_whole_number(fields, "hashtags", 0, 100));
        rules.comments = true;
        fields.read("comments", rules.comments);
        fields.read("title", rules.title);
        fields.read("bold_line", rules.bold_line);
        fields.read("empty_line", rules.empty_line);
        fields.read("links", rules.links);
        if (const auto* counted = fields.find("counted_as"))
            rules.counted_as = read_word<CountedAs>(*counted, fields.path_of("counted_as"));
    });
    rules.hashtags = std::min(rules.hashtags, placement.hashtags_max.value_or(rules.hashtags));
    return rules;
}

/// What prepare writes must be welcome.
void require_jpeg(const Placement& placement, const std::string& path) {
    const auto& formats = placement.photo_formats;
    const bool takes_photos = std::find(placement.kinds.begin(), placement.kinds.end(),
                                        MediaKind::photo) != placement.kinds.end();
    if (takes_photos && std::find(formats.begin(), formats.end(), "jpeg") == formats.end())
        fail(ErrorCode::bad_recipe,
             tr("The placement {value} takes photos, so {field} must contain jpeg.",
                {{"value", placement.id}, {"field", path}}),
             path);
}

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words) (list += list.empty() ? "" : " ") += word;
    return list;
}

Placement read_placement(const json& value, const std::string& path, SourceKeys& sources) {
    Fields fields(value, path);
    Facts facts(fields, sources);
    sources.named.clear();
    Placement placement;
    placement.id = need_id(fields);
    placement.platform = need_line(fields, "platform");
    placement.name = placement_name(need_line(fields, "name"));
    placement.kinds = need_kinds(fields);
    placement.checked_on = need_date(fields, "checked_on");
    if (fields.find("note")) need_line(fields, "note");
    need_size(fields, facts, placement.size);
    placement.other_shapes = read_other_shapes(facts);
    need_safe_area(fields, facts, placement.size, placement.safe_area);
    facts.read("photo_formats", [&](Fields& fact) {
        placement.photo_formats = need_words(fact, "value", photo_formats);
    });
    require_jpeg(placement, fields.path_of("photo_formats"));
    placement.max_bytes = read_bytes(facts, "max_bytes");
    placement.max_video_bytes = read_bytes(facts, "max_video_bytes");
    read_duration(facts, placement);
    read_frame_rates(facts, placement);
    placement.video = read_video_needs(facts);
    placement.caption_max_chars = read_count(facts, "caption_max_chars");
    placement.hashtags_max = read_count(facts, "hashtags_max");
    placement.alt_text_max_chars = read_count(facts, "alt_text_max_chars");
    placement.caption = read_caption_rules(facts, placement);
    placement.source = joined(sources.named);
    fields.done();
    return placement;
}

SourceKeys read_sources(Fields& file) {
    const auto& list = file.need("sources");
    if (!list.is_object()) Fields::wrong_type("sources", "{...}");
    SourceKeys sources;
    for (const auto& [key, value] : list.items()) {
        Fields fields(value, "sources." + key);
        need_line(fields, "title");
        need_line(fields, "date");
        require_confidence(fields.need("kind"), fields.path_of("kind"));
        fields.done();
        sources.known.insert(key);
    }
    return sources;
}

}  // namespace

PlacementsFile parse_placements_file(std::string_view text) {
    const auto whole = parse_json(text);
    Fields fields(whole, "");
    require_schema(fields.need("schema"), placements_schema);
    PlacementsFile file;
    file.date = need_date(fields, "date");
    auto sources = read_sources(fields);
    const auto& list = fields.need("placements");
    if (!list.is_array() || list.empty()) Fields::wrong_type("placements", "[{...}]");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto path = item_path("placements", i);
        file.placements.push_back(read_placement(list[i], path, sources));
        if (!is_plain_id(file.placements.back().id))
            fail(ErrorCode::bad_recipe,
                 tr("{id} cannot be the id of a placement: files are named by it.",
                    {{"id", file.placements.back().id}}),
                 path + ".id");
        if (!ids.insert(file.placements.back().id).second)
            fail(ErrorCode::bad_recipe,
                 tr("{value} stands twice in the placements file.",
                    {{"value", file.placements.back().id}}),
                 path + ".id");
    }
    fields.done();
    return file;
}

std::vector<Placement> parse_placements(std::string_view json) {
    return parse_placements_file(json).placements;
}

}  // namespace mediaedit::internal
