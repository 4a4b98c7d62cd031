// The syntax of caption templates.
#include "caption/write/caption_template.hpp"
#include "base/guard.hpp"

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

const std::set<std::string, std::less<>> fields{"a", "b", "s"};

CaptionTemplate lines(std::initializer_list<const char*> texts) {
    CaptionTemplate whole;
    for (const auto* text : texts) add_template_line(whole, text, fields, "here");
    return whole;
}

FieldTexts texts(const std::string& a, const std::string& b = "", const std::string& s = "") {
    return {{"a", {a}}, {"b", {b}}, {"s", {s, true}}};
}

TEST(CaptionTemplate, AnOptionalGoesWithItsField) {
    EXPECT_EQ(fill(lines({"One {a}[ and {b}]."}), texts("x", "y")), "One x and y.");
    EXPECT_EQ(fill(lines({"One {a}[ and {b}]."}), texts("x")), "One x.");
    EXPECT_EQ(fill(lines({"One {a}[ and {b}]."}), texts("x", "y"), {0}), "One x.");
    EXPECT_EQ(fill(lines({"One[ {a}[ and {b}]]."}), texts("x")), "One x.");
    EXPECT_EQ(fill(lines({"One[ {a}[ and {b}]]."}), texts("", "y")), "One.");
}

TEST(CaptionTemplate, TheFirstWayThatCanBeFilledCounts) {
    const auto whole = lines({"<Of {a}, {b}|Of {a}|Nothing> comes."});
    EXPECT_EQ(fill(whole, texts("x", "y")), "Of x, y comes.");
    EXPECT_EQ(fill(whole, texts("x")), "Of x comes.");
    EXPECT_EQ(fill(whole, texts("")), "Nothing comes.");
    EXPECT_EQ(fill(lines({"At< {a}|> home."}), texts("")), "At home.");
}

TEST(CaptionTemplate, ASentenceWithoutItsFieldIsLeftOut) {
    EXPECT_EQ(fill(lines({"First. Second {a}. Third."}), texts("")), "First. Third.");
    EXPECT_EQ(fill(lines({"First {a}. Second."}), texts("")), "Second.");
    EXPECT_EQ(fill(lines({"{s} Second."}), texts("")), "Second.");
    EXPECT_EQ(fill(lines({"{s} Second {a}. Last."}), texts("", "", "Yes.")), "Yes. Last.");
    EXPECT_EQ(fill(lines({"First.[ Second {b}.] Third {a}."}), texts("", "y")), "First. Second y.");
}

TEST(CaptionTemplate, EmptyLinesDoNotPileUp) {
    EXPECT_EQ(fill(lines({"A.", "", "{a}", "", "[{b}]", "", "B."}), texts("")), "A.\n\nB.");
    EXPECT_EQ(fill(lines({"{a}", "", "B.", ""}), texts("")), "B.");
}

TEST(CaptionTemplate, StopsAndCapitalsAreNotDoubled) {
    EXPECT_EQ(fill(lines({"{a} is. {b} too."}), texts("x dll.", "y")), "X dll. is. Y too.");
    EXPECT_EQ(fill(lines({"It is {a}. Next."}), texts("x etc.")), "It is x etc. Next.");
    EXPECT_EQ(fill(lines({"It is {a}."}), texts("great!")), "It is great!");
    EXPECT_EQ(fill(lines({"<Of {a} |>friends come. <{b} |>more."}), texts("")),
              "Friends come. More.");
}

TEST(CaptionTemplate, AListAtTheBeginningOfALineIsNumbered) {
    FieldTexts list{{"a", {"x and y", false, {"x", "y"}}}};
    EXPECT_EQ(fill(lines({"<These:\n{a}|>"}), list), "These:\n1. x\n2. y");
    EXPECT_EQ(fill(lines({"These: {a}."}), list), "These: x and y.");
}

TEST(CaptionTemplate, WordsOfAFieldAreNoTemplate) {
    EXPECT_EQ(fill(lines({"{a} there"}), texts("{b} [x] <y|z>", "no")), "{b} [x] <y|z> there");
}

TEST(CaptionTemplate, FieldsOfAnOptionalAreKnown) {
    const auto whole = lines({"A[ {a}[ {b}]]", "[{s}]"});
    EXPECT_EQ(whole.optionals, 3);
    EXPECT_EQ(fields_of_optional(whole, 0), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(fields_of_optional(whole, 2), std::vector<std::string>{"s"});
    EXPECT_EQ(optionals_of_first_line(whole), (std::vector<int>{0, 1}));
}

TEST(CaptionTemplate, ABrokenOneNamesItsPlace) {
    const std::string deep(50, '[');
    for (const std::string text :
         {"{a", "a}", "[a", "a]", "<a", "a>", "a|b", "{c}", "{}", "[<a]>", deep.c_str()}) {
        const auto read = guard([&] { return lines({text.c_str()}); });
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::bad_recipe);
        EXPECT_EQ(read.error().where, "here");
    }
}

}  // namespace
