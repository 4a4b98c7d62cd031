// A filled form and its JSON: "schema": "mediaedit.form/1".
#include "base/guard.hpp"
#include "base/system/system.hpp"
#include "caption/write/newest_activities.hpp"
#include "json/json_fields.hpp"
#include "recipe/schema.hpp"

#include <mediaedit/caption.hpp>

namespace mediaedit {
namespace internal {
namespace {

using nlohmann::json;

constexpr const char* form_schema = "mediaedit.form/1";
/// The longest caption of any platform has 63 206 letters, of at most four bytes.
constexpr std::int64_t max_form_bytes = 1 << 18;

void require_form_schema(const json& schema) {
    require_schema(schema, form_schema,
                   tr("This form was made by a newer version of the program; please update."),
                   tr("This file is not a form: its field schema should be {schema}.",
                      {{"schema", form_schema}}));
}

const KindFacts& need_kind(Fields& form) {
    const auto id = Fields::text(form.need("kind"), "kind");
    if (const auto* kind = activities().kind(id)) return *kind;
    std::string all;
    for (const auto& kind : activities().kinds) (all += all.empty() ? "" : ", ") += kind.id;
    fail(ErrorCode::bad_recipe,
         tr("{value} is not possible for {field}; choose one of: {choices}.",
            {{"value", id}, {"field", "kind"}, {"choices", all}}),
         "kind");
}

std::string list_text(const json& list, const std::string& path) {
    std::string lines;
    for (std::size_t i = 0; i < list.size(); ++i)
        (lines += lines.empty() ? "" : "\n") +=
            Fields::text(list[i], path + "[" + std::to_string(i) + "]");
    return lines;
}

std::string answer(const FieldFacts& field, const json& value, const std::string& path) {
    const bool counts = field.kind == FieldKind::number || field.kind == FieldKind::money;
    if (counts && value.is_number_integer()) return value.dump();
    if (field.kind == FieldKind::tick && value.is_boolean()) return value.get<bool>() ? "yes" : "";
    if (field.kind == FieldKind::list && value.is_array()) return list_text(value, path);
    return Fields::text(value, path);
}

CaptionForm parse_form(std::string_view text) {
    if (static_cast<std::int64_t>(text.size()) > max_form_bytes)
        fail(ErrorCode::bad_recipe, tr("This form is far too long."));
    const auto whole = parse_json(text);
    Fields file(whole, "");
    require_form_schema(file.need("schema"));
    const auto& kind = need_kind(file);
    CaptionForm form{kind.id, {}};
    Fields fields(file.need("fields"), "fields");
    for (const auto& field : kind.fields)
        if (const auto* value = fields.find(field.id))
            form.fields[field.id] = answer(field, *value, fields.path_of(field.id));
    fields.done();
    file.done();
    return form;
}

}  // namespace
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

std::string to_json(const CaptionForm& form) {
    using Json = nlohmann::ordered_json;
    auto fields = Json::object();
    const auto put = [&](const std::string& id) {
        const auto found = form.fields.find(id);
        if (found != form.fields.end() && !found->second.empty()) fields[id] = found->second;
    };
    // In the order they are asked, then what the kind does not know.
    if (const auto* kind = internal::activities().kind(form.kind))
        for (const auto& field : kind->fields) put(field.id);
    for (const auto& [id, value] : form.fields) put(id);
    const Json whole{
        {"schema", internal::form_schema}, {"kind", form.kind}, {"fields", std::move(fields)}};
    // Bytes that are no UTF-8 cannot stand in JSON.
    return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mediaedit
