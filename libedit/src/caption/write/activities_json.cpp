// From JSON to kinds of activity.
#include "caption/write/activities_json.hpp"

#include "placement/placement_facts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace mediaedit::internal {

template <>
struct WordsOf<FieldKind> {
    static constexpr WordTable<FieldKind, 9> table{{{"line", FieldKind::line},
                                                    {"sentence", FieldKind::sentence},
                                                    {"date", FieldKind::date},
                                                    {"time", FieldKind::time},
                                                    {"money", FieldKind::money},
                                                    {"number", FieldKind::number},
                                                    {"choice", FieldKind::choice},
                                                    {"list", FieldKind::list},
                                                    {"tick", FieldKind::tick}}};
};

namespace {

using nlohmann::json;
using Names = std::set<std::string, std::less<>>;

constexpr const char* activities_schema = "mediaedit.activities/1";

/// What the program fills in itself, beside the answers.
constexpr std::array<std::string_view, 11> derived_fields{
    "desa",  "kecamatan", "wilayah", "tempat_desa", "di_tempat", "di_tempat_desa",
    "pukul", "hut_ke",    "lapor",   "peringatan",  "tagar"};

[[noreturn]] void not_known(const std::string& name, const std::string& path) {
    fail(ErrorCode::bad_recipe,
         tr("The field {field} names {value}, which the file does not have.",
            {{"field", path}, {"value", name}}),
         path, name);
}

Translated need_both(Fields& fields, const std::string& name) {
    const auto path = fields.path_of(name);
    Translated words{};
    Codec<Translated>::read(fields.need(name), words, path, {});
    BothLanguages::check(words, JsonPath({}, path));
    return words;
}

/// Runs `read` with each entry of a list and its path.
template <class Read>
void each_of(Fields& fields, const std::string& name, Read read) {
    const auto path = fields.path_of(name);
    const auto& list = fields.need(name);
    if (!list.is_array()) Fields::wrong_type(path, "[...]");
    for (std::size_t i = 0; i < list.size(); ++i) read(list[i], item_path(path, i));
}

std::vector<std::string> texts_of(Fields& fields, const std::string& name) {
    std::vector<std::string> texts;
    Codec<std::vector<std::string>>::read(fields.need(name), texts, fields.path_of(name), {});
    return texts;
}

FieldFacts read_field(const std::string& id, const json& value) {
    Fields fields(value, "fields." + id);
    FieldFacts facts;
    facts.id = id;
    facts.kind = read_word<FieldKind>(fields.need("kind"), fields.path_of("kind"));
    facts.label = need_both(fields, "label");
    facts.hint = need_both(fields, "hint");
    if (fields.find("without")) facts.without = texts_of(fields, "without");
    if (facts.kind == FieldKind::choice)
        each_of(fields, "choices", [&](const json& choice, const std::string& path) {
            Fields one(choice, path);
            facts.choices.push_back({need_both(one, "label"), need_both(one, "text")});
            one.done();
        });
    if (facts.kind == FieldKind::tick) facts.ticked = need_both(fields, "ticked");
    fields.done();
    return facts;
}

std::map<std::string, FieldFacts> read_fields(Fields& file) {
    const auto& list = file.need("fields");
    if (!list.is_object()) Fields::wrong_type("fields", "{...}");
    std::map<std::string, FieldFacts> all;
    for (const auto& [id, value] : list.items()) all.emplace(id, read_field(id, value));
    return all;
}

Names read_sources(Fields& file) {
    static constexpr std::array<std::string_view, 5> confidences{"O", "T", "S", "U", "M"};
    const auto& list = file.need("sources");
    if (!list.is_object()) Fields::wrong_type("sources", "{...}");
    Names keys;
    for (const auto& [key, value] : list.items()) {
        Fields fields(value, "sources." + key);
        need_line(fields, "title");
        need_line(fields, "date");
        const auto kind = need_line(fields, "kind");
        if (std::find(confidences.begin(), confidences.end(), kind) == confidences.end())
            not_known(kind, fields.path_of("kind"));
        fields.done();
        keys.insert(key);
    }
    return keys;
}

void read_source_keys(Fields& fields, const Names& sources) {
    if (!fields.find("source")) return;
    each_of(fields, "source", [&](const json& value, const std::string& path) {
        const auto key = Fields::text(value, path);
        if (!sources.contains(key))
            fail(ErrorCode::bad_recipe,
                 tr("The source {value} is not in the file's list of sources.", {{"value", key}}),
                 path);
    });
}

void read_invitations(Fields& file, ActivitiesFile& activities) {
    each_of(file, "invitations", [&](const json& value, const std::string& path) {
        Fields fields(value, path);
        InvitationFacts facts;
        facts.id = need_line(fields, "id");
        facts.text = need_both(fields, "text");
        if (fields.find("brief")) facts.brief = need_both(fields, "brief");
        fields.read("with", facts.with);
        fields.read("comments", facts.comments);
        fields.read("lapor", facts.lapor);
        fields.done();
        activities.invitations.push_back(std::move(facts));
    });
    for (std::size_t i = 0; i < activities.invitations.size(); ++i) {
        const auto& with = activities.invitations[i].with;
        if (!with.empty() && !activities.invitation(with))
            not_known(with, item_path("invitations", i) + ".with");
    }
}

void read_platforms(Fields& file, const Names& sources, ActivitiesFile& activities) {
    each_of(file, "platforms", [&](const json& value, const std::string& path) {
        Fields fields(value, path);
        activities.platforms.push_back({need_line(fields, "platform"), need_both(fields, "text")});
        read_source_keys(fields, sources);
        fields.done();
    });
}

/// The kind's own words in place of a field's.
void read_own_words(Fields& fields, const std::string& name, Translated FieldFacts::*part,
                    KindFacts& kind) {
    const auto* list = fields.find(name);
    if (!list) return;
    Fields words(*list, fields.path_of(name));
    for (auto& field : kind.fields)
        if (words.find(field.id)) field.*part = need_both(words, field.id);
    words.done();
}

void read_templates(Fields& fields, const std::string& name,
                    CaptionTemplate LanguageTemplates::*part, KindFacts& kind) {
    Names names(derived_fields.begin(), derived_fields.end());
    for (const auto& field : kind.fields) names.insert(field.id);
    Fields both(fields.need(name), fields.path_of(name));
    const auto read = [&](const char* language, LanguageTemplates& templates) {
        const auto path = both.path_of(language);
        if (both.need(language).is_string()) {
            add_template_line(templates.*part, Fields::text(both.need(language), path), names,
                              path);
            return;
        }
        each_of(both, language, [&](const json& line, const std::string& line_path) {
            add_template_line(templates.*part, Fields::text(line, line_path), names, line_path);
        });
    };
    read("id", kind.id_templates);
    read("en", kind.en_templates);
    both.done();
}

KindFacts read_kind(const json& value, const std::string& path,
                    const std::map<std::string, FieldFacts>& all, const Names& sources,
                    const ActivitiesFile& activities) {
    Fields fields(value, path);
    KindFacts kind;
    kind.id = need_line(fields, "id");
    kind.name = need_both(fields, "name");
    kind.hashtag = need_line(fields, "hashtag");
    read_source_keys(fields, sources);
    each_of(fields, "fields", [&](const json& field, const std::string& field_path) {
        const auto found = all.find(Fields::text(field, field_path));
        if (found == all.end()) not_known(field.get<std::string>(), field_path);
        kind.fields.push_back(found->second);
    });
    each_of(fields, "required", [&](const json& field, const std::string& field_path) {
        const auto id = Fields::text(field, field_path);
        if (!kind.field(id)) not_known(id, field_path);
        kind.required.insert(id);
    });
    kind.consent = texts_of(fields, "consent");
    each_of(fields, "invitations", [&](const json& invitation, const std::string& at) {
        kind.invitations.push_back(Fields::text(invitation, at));
        if (!activities.invitation(kind.invitations.back())) not_known(kind.invitations.back(), at);
    });
    read_own_words(fields, "labels", &FieldFacts::label, kind);
    read_own_words(fields, "hints", &FieldFacts::hint, kind);
    read_templates(fields, "heading", &LanguageTemplates::heading, kind);
    read_templates(fields, "alt_text", &LanguageTemplates::alt_text, kind);
    read_templates(fields, "brief", &LanguageTemplates::brief, kind);
    read_templates(fields, "full", &LanguageTemplates::full, kind);
    fields.done();
    return kind;
}

template <class Entries>
auto* entry_of(Entries& entries, std::string_view id) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const auto& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const FieldFacts* KindFacts::field(std::string_view field_id) const {
    return entry_of(fields, field_id);
}
const KindFacts* ActivitiesFile::kind(std::string_view kind_id) const {
    return entry_of(kinds, kind_id);
}
const InvitationFacts* ActivitiesFile::invitation(std::string_view invitation_id) const {
    return entry_of(invitations, invitation_id);
}

ActivitiesFile parse_activities_file(std::string_view text) {
    const auto whole = parse_json(text);
    Fields file(whole, "");
    require_schema(file.need("schema"), activities_schema);
    ActivitiesFile activities;
    activities.date = need_date(file, "date");
    const auto sources = read_sources(file);
    const auto fields = read_fields(file);
    read_invitations(file, activities);
    read_platforms(file, sources, activities);
    each_of(file, "kinds", [&](const json& value, const std::string& path) {
        auto kind = read_kind(value, path, fields, sources, activities);
        if (activities.kind(kind.id))
            fail(ErrorCode::bad_recipe,
                 tr("{value} stands twice in the file of activities.", {{"value", kind.id}}),
                 path + ".id");
        activities.kinds.push_back(std::move(kind));
    });
    if (activities.kinds.empty()) Fields::wrong_type("kinds", "[{...}]");
    file.done();
    return activities;
}

}  // namespace mediaedit::internal
