// A village's profile as JSON.
#include "village/village_json.hpp"
#include "base/guard.hpp"
#include "recipe/json_words.hpp"
#include "recipe/schema.hpp"
#include "village/post_fields.hpp"

#include <mediaedit/village.hpp>

namespace mediaedit {
namespace internal {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* village_schema = "mediaedit.village/1";

void put(Json& json, const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
}

void read_office(const nlohmann::json& json, const std::string& path, Village& village) {
    Fields fields(json, path);
    fields.read("phone", village.office_phone);
    fields.read("whatsapp", village.office_whatsapp);
    fields.read("email", village.office_email);
    fields.read("address", village.office_address);
    fields.read("hours", village.opening_hours);
    if (const auto* numbers = fields.find("other_numbers"))
        village.other_numbers = read_texts(*numbers, fields.path_of("other_numbers"));
    fields.done();
}

void read_answers(const nlohmann::json& json, const std::string& path, Village& village) {
    Fields fields(json, path);
    fields.read("form", village.aspiration_form);
    fields.read("lapor", village.lapor);
    fields.done();
}

}  // namespace

Village village_from(const nlohmann::json& json, const std::string& path) {
    Fields fields(json, path);
    require_schema(fields.need("schema"), village_schema);
    Village village;
    village.village = Fields::text(fields.need("village"), fields.path_of("village"));
    if (village.village.empty()) Fields::wrong_type(fields.path_of("village"), "\"Sukamaju\"");
    fields.read("district", village.district);
    fields.read("regency", village.regency);
    fields.read("logo", village.logo);
    if (const auto* color = fields.find("main_color"))
        village.main_color = read_color(*color, fields.path_of("main_color"));
    if (const auto* color = fields.find("second_color"))
        village.second_color = read_color(*color, fields.path_of("second_color"));
    fields.read("font", village.font);
    if (const auto* office = fields.find("office"))
        read_office(*office, fields.path_of("office"), village);
    if (const auto* answers = fields.find("answers"))
        read_answers(*answers, fields.path_of("answers"), village);
    if (const auto* tags = fields.find("hashtags"))
        village.hashtags = read_texts(*tags, fields.path_of("hashtags"));
    fields.done();
    return village;
}

nlohmann::ordered_json json_of(const Village& village) {
    static const Village standard;
    Json json{{"schema", village_schema}, {"village", village.village}};
    put(json, "district", village.district);
    put(json, "regency", village.regency);
    put(json, "logo", village.logo);
    if (village.main_color != standard.main_color) json["main_color"] = to_text(village.main_color);
    if (village.second_color != standard.second_color)
        json["second_color"] = to_text(village.second_color);
    if (village.font != standard.font) json["font"] = village.font;
    Json office = Json::object(), answers = Json::object();
    put(office, "phone", village.office_phone);
    put(office, "whatsapp", village.office_whatsapp);
    put(office, "email", village.office_email);
    put(office, "address", village.office_address);
    put(office, "hours", village.opening_hours);
    if (!village.other_numbers.empty()) office["other_numbers"] = village.other_numbers;
    if (!office.empty()) json["office"] = office;
    put(answers, "form", village.aspiration_form);
    if (!village.lapor) answers["lapor"] = false;
    if (!answers.empty()) json["answers"] = answers;
    if (!village.hashtags.empty()) json["hashtags"] = village.hashtags;
    return json;
}

}  // namespace internal

Result<Village> parse_village(std::string_view json) {
    return internal::guard([&] { return internal::village_from(internal::parse_json(json), ""); });
}

std::string to_json(const Village& village) { return internal::json_of(village).dump(2) + "\n"; }

}  // namespace mediaedit
