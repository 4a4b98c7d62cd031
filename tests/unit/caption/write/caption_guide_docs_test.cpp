// docs/apps/caption-guide.md agrees with the data file, and its examples with the library.
#include "caption/write/activities_json.hpp"
#include "support/made_village.hpp"
#include "support/media_files.hpp"

#include <mediaedit/caption.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace {

using namespace mediaedit;
using Json = nlohmann::ordered_json;

std::string docs() {
    return mediaedit::test::text_of(MEDIAEDIT_SOURCE_FOLDER "/docs/apps/caption-guide.md");
}

std::string joined(const Json& list) {
    std::string text;
    for (const auto& one : list) (text += text.empty() ? "" : " ") += one.get<std::string>();
    return text.empty() ? "-" : text;
}

std::string fields_cell(const Json& kind) {
    std::string text;
    for (const std::string field : kind["fields"]) {
        const auto& required = kind["required"];
        const bool needed = std::find(required.begin(), required.end(), field) != required.end();
        (text += text.empty() ? "" : " ") += needed ? "**`" + field + "`**" : "`" + field + "`";
    }
    return text;
}

void expect_line(const std::string& line) {
    static const auto text = docs();
    EXPECT_NE(text.find("\n" + line + "\n"), text.npos)
        << "docs/apps/caption-guide.md lacks the line\n"
        << line;
}

TEST(CaptionGuideDocs, SayWhatTheDataSays) {
    const auto data = Json::parse(internal::activities_json);
    for (const auto& kind : data["kinds"])
        expect_line("| `" + kind["id"].get<std::string>() + "` | " +
                    kind["name"]["en"].get<std::string>() + " | " + fields_cell(kind) + " | " +
                    joined(kind["consent"]) + " | " + joined(kind.value("source", Json::array())) +
                    " |");
    for (const auto& [id, field] : data["fields"].items())
        expect_line("| `" + id + "` | " + field["kind"].get<std::string>() + " | " +
                    field["label"]["id"].get<std::string>() + " | " +
                    field["label"]["en"].get<std::string>() + " |");
    for (const auto& [key, source] : data["sources"].items())
        expect_line("| " + key + " | " + source["title"].get<std::string>() + " | " +
                    source["date"].get<std::string>() + " | " + source["kind"].get<std::string>() +
                    " |");
}

TEST(CaptionGuideDocs, ShowWhatTheProgramWrites) {
    auto village = test::made_village();
    village.office_phone = "(024) 555-0101";
    village.office_whatsapp = "0812-0000-0001";
    village.hashtags = {"SukamajuMaju"};
    const auto expect_example = [&](const std::string& form, const char* placement,
                                    const char* language) {
        const auto read = read_form(MEDIAEDIT_TEST_DATA "/forms/" + form);
        ASSERT_TRUE(read);
        auto text =
            write_caption(*read, village, find_placement(placement).value(), {.language = language})
                .value()
                .text +
            "\n";
        for (auto end = text.find('\n'); end != text.npos; end = text.find('\n')) {
            if (end > 0) expect_line("    " + text.substr(0, end));
            text.erase(0, end + 1);
        }
    };
    expect_example("id/posyandu.json", "instagram-feed-portrait", "id");
    expect_example("id/posyandu.json", "x-post", "id");
    expect_example("en/blt.json", "facebook-feed-portrait", "en");
}

}  // namespace
