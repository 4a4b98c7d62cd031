// A post as JSON: "schema": "mediaedit.post/1".
#include "base/guard.hpp"
#include "base/system/system.hpp"
#include "post/templates/post_words.hpp"
#include "recipe/json_words.hpp"
#include "recipe/recipe_files.hpp"
#include "recipe/schema.hpp"
#include "village/post_fields.hpp"
#include "village/village_json.hpp"

#include <mediaedit/post.hpp>
#include <mediaedit/recipe_json.hpp>

namespace mediaedit {
namespace internal {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* post_schema = "mediaedit.post/1";
constexpr std::int64_t max_post_bytes = 32 << 20;

/// As value_or_throw; the error's field is told as seen from the post's file.
template <class Value>
Value inside(const std::string& path, Result<Value> result) {
    if (result) return std::move(*result);
    auto error = result.error();
    error.where = error.where.empty() ? path : path + "." + error.where;
    throw Failure{std::move(error)};
}

/// Reads one post. Parts that may stand in files of their own are read from `folder`; without one
/// they must stand inside.
class PostReader {
public:
    explicit PostReader(std::optional<std::filesystem::path> folder) : folder_(std::move(folder)) {}

    Post read(const nlohmann::json& value) const {
        Fields fields(value, "");
        require_schema(fields.need("schema"), post_schema);
        Post post;
        if (const auto* village = fields.find("village"))
            post.village = read_village_part(*village);
        fields.read("template", post.template_id);
        if (const auto* words = fields.find("words")) post.words = read_words(*words, "words");
        if (const auto* form = fields.find("form")) post.form = read_form_part(*form);
        if (const auto* language = fields.find("language"))
            post.language = read_language(*language);
        if (const auto* ids = fields.find("for"))
            post.placements = read_placements_part(*ids, "for");
        if (const auto* items = fields.find("items")) {
            if (!items->is_array()) Fields::wrong_type("items", "[{\"file\": \"photo.jpg\"}]");
            for (std::size_t i = 0; i < items->size(); ++i)
                post.items.push_back(read_item((*items)[i], "items[" + std::to_string(i) + "]"));
        }
        if (const auto* captions = fields.find("captions"))
            post.captions = read_words(*captions, "captions");
        if (const auto* quiet = fields.find("quiet")) post.quiet = read_texts(*quiet, "quiet");
        fields.done();
        return post;
    }

    /// The files that were read beside the post's own.
    [[nodiscard]] const std::vector<std::filesystem::path>& named() const { return named_; }

private:
    [[nodiscard]] std::filesystem::path at(const std::string& file) const {
        return folder_ ? seen_from(*folder_, file) : file;
    }

    /// The file that a text field names.
    [[nodiscard]] std::filesystem::path named_file(const nlohmann::json& value,
                                                   const std::string& path) const {
        if (!folder_) Fields::wrong_type(path, "{...}");
        return named_.emplace_back(at(Fields::text(value, path)));
    }

    [[nodiscard]] Village read_village_part(const nlohmann::json& value) const {
        if (value.is_string()) return value_or_throw(read_village(named_file(value, "village")));
        auto village = village_from(value, "village");
        if (folder_) village.logo = seen_from(*folder_, village.logo);
        return village;
    }

    [[nodiscard]] CaptionForm read_form_part(const nlohmann::json& value) const {
        if (value.is_string()) return value_or_throw(read_form(named_file(value, "form")));
        return inside("form", form_from_json(value.dump()));
    }

    [[nodiscard]] Recipe read_recipe_part(const nlohmann::json& value,
                                          const std::string& path) const {
        if (value.is_string()) return value_or_throw(read_recipe(named_file(value, path)));
        auto recipe = inside(path, parse_recipe(value.dump()));
        if (folder_)
            for_each_file(recipe, [&](std::string& file) { file = seen_from(*folder_, file); });
        return recipe;
    }

    static std::map<std::string, std::string> read_words(const nlohmann::json& value,
                                                         const std::string& path) {
        if (!value.is_object()) Fields::wrong_type(path, "{\"title\": \"...\"}");
        std::map<std::string, std::string> words;
        for (const auto& [name, word] : value.items())
            words[name] = Fields::text(word, path + "." + name);
        return words;
    }

    static std::string read_language(const nlohmann::json& value) {
        auto language = Fields::text(value, "language");
        if (language != "id" && language != "en") Fields::wrong_type("language", "\"id\", \"en\"");
        return language;
    }

    static std::vector<std::string> read_placements_part(const nlohmann::json& value,
                                                         const std::string& path) {
        auto ids = read_texts(value, path);
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (const auto known = find_placement(ids[i]); !known)
                fail(ErrorCode::bad_recipe, known.error().message,
                     path + "[" + std::to_string(i) + "]");
        return ids;
    }

    static Consent read_consent(const nlohmann::json& value, const std::string& path) {
        Fields fields(value, path);
        Consent consent;
        consent.question = Fields::text(fields.need("question"), fields.path_of("question"));
        consent.answer = read_word<ConsentAnswer>(fields.need("answer"), fields.path_of("answer"));
        fields.read("way", consent.way);
        fields.read("date", consent.date);
        fields.read("officer", consent.officer);
        fields.done();
        bool known = false;
        for (const auto& question : consent_questions())
            known = known || question.id == consent.question;
        if (!known) Fields::wrong_type(fields.path_of("question"), "\"child\"");
        return consent;
    }

    [[nodiscard]] PostItem read_item(const nlohmann::json& value, const std::string& path) const {
        Fields fields(value, path);
        PostItem item;
        item.file = at(Fields::text(fields.need("file"), fields.path_of("file")));
        if (item.file.filename().empty())
            Fields::wrong_type(fields.path_of("file"), "\"photo.jpg\"");
        if (const auto* recipe = fields.find("recipe"))
            item.recipe = read_recipe_part(*recipe, fields.path_of("recipe"));
        if (const auto* faces = fields.find("faces"))
            item.faces = read_word<FaceChoice>(*faces, fields.path_of("faces"));
        if (const auto* answers = fields.find("consent")) {
            if (!answers->is_array())
                Fields::wrong_type(fields.path_of("consent"),
                                   "[{\"question\": \"child\", \"answer\": \"given\"}]");
            for (std::size_t i = 0; i < answers->size(); ++i)
                item.consent.push_back(read_consent(
                    (*answers)[i], fields.path_of("consent") + "[" + std::to_string(i) + "]"));
        }
        fields.read("alt_text", item.alt_text);
        if (const auto* ids = fields.find("for"))
            item.placements = read_placements_part(*ids, fields.path_of("for"));
        fields.read("template", item.template_id);
        if (const auto* words = fields.find("words"))
            item.words = read_words(*words, fields.path_of("words"));
        if (const auto* photos = fields.find("more_photos"))
            for (const auto& photo : read_texts(*photos, fields.path_of("more_photos")))
                item.more_photos.push_back(at(photo));
        fields.done();
        return item;
    }

    std::optional<std::filesystem::path> folder_;
    mutable std::vector<std::filesystem::path> named_;
};

/// Errors: as read_post.
Post read_post_file(const std::filesystem::path& file, std::vector<std::filesystem::path>& read) {
    const PostReader reader(file.parent_path());
    auto post =
        reading(file, [&] { return reader.read(parse_json(read_text(file, max_post_bytes))); });
    read = reader.named();
    read.insert(read.begin(), file);
    return post;
}

void put(Json& json, const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
}

Json json_of(const Consent& consent) {
    Json json{{"question", consent.question}, {"answer", word_of(consent.answer)}};
    put(json, "way", consent.way);
    put(json, "date", consent.date);
    put(json, "officer", consent.officer);
    return json;
}

Json json_of(const PostItem& item) {
    Json json{{"file", item.file.string()}};
    if (item.recipe != Recipe{}) json["recipe"] = Json::parse(to_json(item.recipe));
    if (item.faces != FaceChoice::ask) json["faces"] = word_of(item.faces);
    for (const auto& consent : item.consent) json["consent"].push_back(json_of(consent));
    put(json, "alt_text", item.alt_text);
    if (!item.placements.empty()) json["for"] = item.placements;
    put(json, "template", item.template_id);
    if (!item.words.empty()) json["words"] = item.words;
    for (const auto& photo : item.more_photos) json["more_photos"].push_back(photo.string());
    return json;
}

}  // namespace
}  // namespace internal

Result<Post> parse_post(std::string_view json) {
    return internal::guard(
        [&] { return internal::PostReader({}).read(internal::parse_json(json)); });
}

Result<Post> read_post(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> read;
    return internal::guard([&] { return internal::read_post_file(file, read); });
}

Result<std::vector<std::filesystem::path>> post_inputs(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> read;
    return internal::guard([&] {
        static_cast<void>(internal::read_post_file(file, read));
        return read;
    });
}

std::string to_json(const Post& post) {
    using namespace internal;
    Json json{{"schema", post_schema}};
    if (post.village != Village{}) json["village"] = json_of(post.village);
    put(json, "template", post.template_id);
    if (!post.words.empty()) json["words"] = post.words;
    if (post.form != CaptionForm{}) json["form"] = Json::parse(to_json(post.form));
    if (post.language != Post{}.language) json["language"] = post.language;
    if (!post.placements.empty()) json["for"] = post.placements;
    for (const auto& item : post.items) json["items"].push_back(json_of(item));
    if (!post.captions.empty()) json["captions"] = post.captions;
    if (!post.quiet.empty()) json["quiet"] = post.quiet;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mediaedit
