// A filled form and its JSON.
#include "support/temporary_folder.hpp"

#include <mediaedit/caption.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

using namespace mediaedit;
using Json = nlohmann::json;

CaptionForm parsed(const std::string& json) {
    const auto form = form_from_json(json);
    EXPECT_TRUE(form) << (form ? "" : form.error().message);
    return form ? *form : CaptionForm{};
}

std::string with_fields(const std::string& fields, const std::string& kind = "blt") {
    return R"({"schema":"mediaedit.form/1","kind":")" + kind + R"(","fields":)" + fields + "}";
}

TEST(CaptionForm, IsReadBackAsItWasWritten) {
    const CaptionForm form{"posyandu",
                           {{"tempat", "Balai \"Desa\"\nSukamaju"},
                            {"jumlah_balita", "32"},
                            {"layanan", "satu\ndua"}}};
    EXPECT_EQ(parsed(to_json(form)), form);
}

TEST(CaptionForm, NumbersTicksAndListsMayBeJsonValues) {
    const auto form =
        parsed(with_fields(R"({"jumlah_kpm":48,"nominal":300000,"pernyataan_utuh":true})"));
    EXPECT_EQ(form.fields,
              (std::map<std::string, std::string>{
                  {"jumlah_kpm", "48"}, {"nominal", "300000"}, {"pernyataan_utuh", "yes"}}));
    EXPECT_EQ(parsed(with_fields(R"({"pernyataan_utuh":false})")).fields.at("pernyataan_utuh"), "");
    EXPECT_EQ(parsed(with_fields(R"({"layanan":["a","b"]})", "posyandu")).fields.at("layanan"),
              "a\nb");
}

TEST(CaptionForm, IsWrittenInTheOrderOfTheQuestionsWithoutEmptyOnes) {
    const auto json = to_json({"posyandu", {{"tempat", "B"}, {"jumlah_balita", "1"}, {"jam", ""}}});
    EXPECT_LT(json.find("jumlah_balita"), json.find("tempat"));
    EXPECT_EQ(json.find("\"jam\""), json.npos);
}

struct Mistake {
    std::string json, where;
};

TEST(CaptionForm, AMistakeNamesItsField) {
    const std::vector<Mistake> mistakes{
        {R"({"kind":"blt","fields":{}})", "schema"},
        {R"({"schema":"mediaedit.form/2","kind":"blt","fields":{}})", "schema"},
        {R"({"schema":"mediaedit.recipe/1","kind":"blt","fields":{}})", "schema"},
        {R"({"schema":"mediaedit.form/1","fields":{}})", "kind"},
        {with_fields("{}", "pesta"), "kind"},
        {R"({"schema":"mediaedit.form/1","kind":7,"fields":{}})", "kind"},
        {R"({"schema":"mediaedit.form/1","kind":"blt"})", "fields"},
        {with_fields("[]"), "fields"},
        {R"({"schema":"mediaedit.form/1","kind":"blt","fields":{},"x":1})", "x"},
        {with_fields(R"({"nomnal":"1"})"), "fields.nomnal"},
        {with_fields(R"({"jumlah_balita":"1"})"), "fields.jumlah_balita"},
        {with_fields(R"({"tempat":7})"), "fields.tempat"},
        {with_fields(R"({"jumlah_kpm":1.5})"), "fields.jumlah_kpm"},
        {with_fields(R"({"pernyataan_utuh":1})"), "fields.pernyataan_utuh"},
        {with_fields(R"({"tempat":["a"]})"), "fields.tempat"},
        {with_fields(R"({"layanan":["a",1]})", "posyandu"), "fields.layanan[1]"},
        {with_fields(R"({"tempat":null})"), "fields.tempat"}};
    for (const auto& [json, where] : mistakes) {
        const auto form = form_from_json(json);
        ASSERT_FALSE(form) << json;
        EXPECT_EQ(form.error().code, ErrorCode::bad_recipe) << json;
        EXPECT_EQ(form.error().where, where) << form.error().message;
        EXPECT_FALSE(form.error().message.empty());
    }
}

TEST(CaptionForm, WhatIsNoFormIsRefused) {
    for (const std::string text :
         {"", "{", "[]", "null", "\xff",
          "{\"schema\":\"mediaedit.form/1\",\"kind\":\"blt\",\"fields\":{\"tempat\":\"\xff\"}}"}) {
        const auto form = form_from_json(text);
        ASSERT_FALSE(form) << text;
        EXPECT_EQ(form.error().code, ErrorCode::bad_recipe);
    }
    EXPECT_EQ(form_from_json(with_fields("{\"tempat\":\"" + std::string(2'000'000, 'a') + "\"}"))
                  .error()
                  .code,
              ErrorCode::bad_recipe);
}

TEST(CaptionForm, BytesThatAreNoTextCanStillBeWritten) {
    EXPECT_TRUE(form_from_json(to_json({"blt", {{"tempat", "\xff"}}})));
}

TEST(CaptionForm, IsReadFromAFile) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "form.json") << with_fields(R"({"tempat":"Balai"})");
    const auto form = read_form(folder / "form.json");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->fields.at("tempat"), "Balai");
    EXPECT_EQ(read_form(folder / "none.json").error().code, ErrorCode::not_found);
}

TEST(CaptionForm, ItsSchemaListsTheKindsAndFieldsThatThereAre) {
    std::ifstream in(MEDIAEDIT_SOURCE_FOLDER "/libedit/data/form.schema.json");
    const auto schema = Json::parse(in);
    std::set<std::string> kinds, fields;
    for (const auto& kind : activity_kinds()) {
        kinds.insert(kind.id);
        for (const auto& field : kind.fields) fields.insert(field.id);
    }
    EXPECT_EQ(schema["properties"]["kind"]["enum"].get<std::set<std::string>>(), kinds);
    std::set<std::string> listed;
    for (const auto& [id, rule] : schema["properties"]["fields"]["properties"].items())
        listed.insert(id);
    EXPECT_EQ(listed, fields);
}

}  // namespace
