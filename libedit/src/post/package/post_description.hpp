// The JSON of a post: "schema": "mediaedit.post/1". What the fields mean: docs/apps/post.md.
#pragma once

#include "caption/write/caption_form.hpp"
#include "json/description.hpp"
#include "recipe/recipe_description.hpp"
#include "village/village_description.hpp"

#include <mediaedit/post.hpp>

#include <array>
#include <string>
#include <string_view>

namespace mediaedit::internal {

template <>
struct WordsOf<FaceChoice> {
    static constexpr WordTable<FaceChoice, 3> table{
        {{"ask", FaceChoice::ask}, {"hide", FaceChoice::hide}, {"keep", FaceChoice::keep}}};
};
template <>
struct WordsOf<ConsentAnswer> {
    static constexpr WordTable<ConsentAnswer, 4> table{{{"unknown", ConsentAnswer::unknown},
                                                        {"given", ConsentAnswer::given},
                                                        {"refused", ConsentAnswer::refused},
                                                        {"not-needed", ConsentAnswer::not_needed}}};
};

/// The id of a placement that there is.
struct KnownPlacement {
    /// Errors: bad_recipe.
    static void check(const std::string& id, const JsonPath& path);
    static void describe(nlohmann::ordered_json& schema) {
        schema["description"] = "an id, see: mediaedit placements";
    }
};

/// The id of a question about consent.
struct KnownQuestion {
    /// Errors: bad_recipe.
    static void check(const std::string& id, const JsonPath& path);
    static void describe(nlohmann::ordered_json& schema);
};

template <>
struct Described<Consent> {
    static void fields(auto& d) {
        d.needed("question", &Consent::question, KnownQuestion{});
        d.needed("answer", &Consent::answer);
        d.field("way", &Consent::way, About{"consent book, message, recording"});
        d.field("date", &Consent::date);
        d.field("officer", &Consent::officer,
                About{"initials of who asked; never a resident's name"});
    }
};

template <>
struct Described<PostItem> {
    static void fields(auto& d) {
        d.needed("file", &PostItem::file, About{"relative to the post's file"});
        d.part("recipe", &PostItem::recipe, About{"an edit, or the name of its file"});
        d.field("faces", &PostItem::faces);
        d.field("consent", &PostItem::consent);
        d.field("alt_text", &PostItem::alt_text, About{"absent: drafted from the form"});
        d.field("for", &PostItem::placements, Each{KnownPlacement{}});
        d.field("template", &PostItem::template_id, About{"\"none\": without"});
        d.field("words", &PostItem::words);
        d.field("more_photos", &PostItem::more_photos, About{"for templates of several photos"});
    }
    static void check(const PostItem& item, const JsonPath& path) {
        const JsonPath file(path, "file");
        if (item.file.filename().empty()) Fields::wrong_type(file.text(), "\"photo.jpg\"");
    }
};

template <>
struct Described<Post> {
    static constexpr const char* schema = "mediaedit.post/1";
    static constexpr std::array<std::string_view, 2> languages{"id", "en"};
    static void fields(auto& d) {
        d.part("village", &Post::village, About{"a profile, or the name of its file"});
        d.field("template", &Post::template_id,
                About{"id of a template for all items; absent: the pictures as they are"});
        d.field("words", &Post::words, About{"of the template; the form gives what is missing"});
        d.part("form", &Post::form, About{"what happened, or the name of its file"});
        d.field("language", &Post::language, OneOf{languages}, About{"of captions and pictures"});
        d.field("for", &Post::placements, Each{KnownPlacement{}});
        d.field("items", &Post::items);
        d.field("captions", &Post::captions,
                About{"by placement id or platform: instead of the guide's"});
        d.field("quiet", &Post::quiet, About{"codes of findings that were seen and accepted"});
    }
};

}  // namespace mediaedit::internal
