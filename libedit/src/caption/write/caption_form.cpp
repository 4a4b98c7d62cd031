// A filled form and its JSON.
#include "caption/write/caption_form.hpp"

#include "base/guard.hpp"
#include "base/system/system.hpp"
#include "caption/write/newest_activities.hpp"
#include "json/json_fields.hpp"

#include <mediaedit/caption.hpp>

namespace mediaedit {
namespace internal {
namespace {

using nlohmann::json;

constexpr const char* form_schema = Described<CaptionForm>::schema;
/// The longest caption of any platform has 63 206 letters, of at most four bytes.
constexpr std::int64_t max_form_bytes = 1 << 18;

const KindFacts& need_kind(Fields& form) {
    const auto path = form.path_of("kind");
    const auto id = Fields::text(form.need("kind"), path);
    if (const auto* kind = activities().kind(id)) return *kind;
    std::string all;
    for (const auto& kind : activities().kinds) (all += all.empty() ? "" : ", ") += kind.id;
    wrong_choice(id, all, path);
}

bool counts(FieldKind kind) { return kind == FieldKind::number || kind == FieldKind::money; }

std::string list_text(const json& list, const std::string& path) {
    std::string lines;
    for (std::size_t i = 0; i < list.size(); ++i)
        (lines += lines.empty() ? "" : "\n") += Fields::text(list[i], item_path(path, i));
    return lines;
}

std::string answer(const FieldFacts& field, const json& value, const std::string& path) {
    if (counts(field.kind) && value.is_number_integer()) return value.dump();
    if (field.kind == FieldKind::tick && value.is_boolean()) return value.get<bool>() ? "yes" : "";
    if (field.kind == FieldKind::list && value.is_array()) return list_text(value, path);
    return Fields::text(value, path);
}

CaptionForm parse_form(std::string_view text) {
    if (static_cast<std::int64_t>(text.size()) > max_form_bytes)
        fail(ErrorCode::bad_recipe, tr("This form is far too long."));
    return read_document<CaptionForm>(parse_json(text));
}

/// The other form of JSON in which an answer may be given, beside a text.
nlohmann::ordered_json answer_schema(FieldKind kind) {
    if (counts(kind)) return {{"type", {"string", "integer"}}};
    if (kind == FieldKind::tick) return {{"type", {"string", "boolean"}}};
    if (kind == FieldKind::list)
        return {{"type", {"string", "array"}}, {"items", {{"type", "string"}}}};
    return {{"type", "string"}};
}

}  // namespace

void Codec<CaptionForm>::read(const json& value, CaptionForm& form, const std::string& path,
                              const ReadContext&) {
    Fields file(value, path);
    require_schema(file.need("schema"), form_schema);
    const auto& kind = need_kind(file);
    form = {kind.id, {}};
    Fields fields(file.need("fields"), file.path_of("fields"));
    for (const auto& field : kind.fields)
        if (const auto* given = fields.find(field.id))
            form.fields[field.id] = answer(field, *given, fields.path_of(field.id));
    fields.done();
    file.done();
}

nlohmann::ordered_json Codec<CaptionForm>::write(const CaptionForm& form) {
    auto fields = nlohmann::ordered_json::object();
    const auto put = [&](const std::string& id) {
        const auto found = form.fields.find(id);
        if (found != form.fields.end() && !found->second.empty()) fields[id] = found->second;
    };
    // In the order they are asked, then what the kind does not know.
    if (const auto* kind = activities().kind(form.kind))
        for (const auto& field : kind->fields) put(field.id);
    for (const auto& [id, value] : form.fields) put(id);
    return {{"schema", form_schema}, {"kind", form.kind}, {"fields", std::move(fields)}};
}

nlohmann::ordered_json Codec<CaptionForm>::schema() {
    auto kinds = nlohmann::ordered_json::array();
    auto fields = nlohmann::ordered_json::object();
    for (const auto& kind : activities().kinds) {
        kinds.push_back(kind.id);
        for (const auto& field : kind.fields) {
            fields[field.id] = answer_schema(field.kind);
            fields[field.id]["title"] = field.label.en;
        }
    }
    return {{"type", "object"},
            {"required", {"schema", "kind", "fields"}},
            {"additionalProperties", false},
            {"properties",
             {{"schema", {{"const", form_schema}}},
              {"kind", {{"enum", kinds}}},
              {"fields",
               {{"type", "object"}, {"additionalProperties", false}, {"properties", fields}}}}}};
}

}  // namespace internal

Result<CaptionForm> form_from_json(std::string_view json) {
    return internal::guard([&] { return internal::parse_form(json); });
}

Result<CaptionForm> read_form(const std::filesystem::path& file) {
    return internal::guard([&] {
        return internal::reading(file, [&] {
            return internal::parse_form(internal::read_text(file, internal::max_form_bytes));
        });
    });
}

std::string to_json(const CaptionForm& form) { return internal::write_document(form); }

}  // namespace mediaedit
