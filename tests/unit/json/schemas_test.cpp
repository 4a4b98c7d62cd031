// The schema files in libedit/data are what the descriptions say. MEDIAEDIT_DRAW=1 writes them.
#include "caption/write/caption_form.hpp"
#include "post/package/post_description.hpp"
#include "post/templates/template_description.hpp"
#include "recipe/recipe_description.hpp"
#include "village/village_description.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace mediaedit;
using Json = nlohmann::ordered_json;

/// What fits stands on one line.
std::string pretty(const Json& json, std::size_t indent, std::size_t used) {
    const auto line = json.dump(-1, ' ');
    if (indent + used + line.size() <= 100 || !json.is_structured() || json.empty()) return line;
    std::string text;
    for (const auto& [name, value] : json.items()) {
        const auto key = json.is_object() ? Json(name).dump() + ": " : std::string();
        text += (text.empty() ? "" : ",") + ("\n" + std::string(indent + 2, ' ')) + key +
                pretty(value, indent + 2, key.size() + 1);
    }
    const bool is_list = json.is_array();
    return (is_list ? "[" : "{") + text + "\n" + std::string(indent, ' ') + (is_list ? "]" : "}");
}

template <class Type>
void expect_schema(const std::string& name, const std::string& title) {
    Json whole{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    whole.update(internal::Codec<Type>::schema());
    const auto text = pretty(whole, 0, 0) + "\n";
    const auto file = MEDIAEDIT_SOURCE_FOLDER "/libedit/data/" + name + ".schema.json";
    if (std::getenv("MEDIAEDIT_DRAW")) std::ofstream(file) << text;
    std::ifstream in(file);
    const std::string kept{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(kept, text) << "Run this test with MEDIAEDIT_DRAW=1 in the environment.";
}

TEST(Schemas, AreWhatTheDescriptionsSay) {
    expect_schema<Recipe>("recipe", "An edit: mediaedit.recipe/1");
    expect_schema<Village>("village", "A village's profile: mediaedit.village/1");
    expect_schema<CaptionForm>("form", "The form of a caption: mediaedit.form/1");
    expect_schema<Post>("post", "A post: mediaedit.post/1");
    expect_schema<internal::TemplateFile>("template", "A template: mediaedit.template/1");
}

/// "/properties/canvas/properties/width"
Json at(const Json& schema, const std::string& pointer) {
    return schema.value(Json::json_pointer(pointer), Json());
}

TEST(Schemas, HoldRangesChoicesAndWhatIsNeeded) {
    const auto recipe = internal::Codec<Recipe>::schema();
    EXPECT_EQ(at(recipe, "/required"), Json::array({"schema"}));
    EXPECT_EQ(at(recipe, "/properties/straighten_deg/maximum"), 45);
    EXPECT_EQ(at(recipe, "/properties/turn/enum"), Json::array({"none", "right", "half", "left"}));
    EXPECT_EQ(at(recipe, "/properties/canvas/required"), Json::array({"width", "height"}));
    EXPECT_EQ(at(recipe, "/properties/overlays/items/oneOf").size(), 4U);
    EXPECT_EQ(at(recipe, "/properties/overlays/items/oneOf/2/properties/kind/const"), "qr");
}

}  // namespace
