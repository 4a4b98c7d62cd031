// A post: some photos and clips with one story, made into a package that can be posted.
#pragma once

#include <mediaedit/caption.hpp>
#include <mediaedit/check.hpp>
#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/village.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit {

enum class ConsentAnswer {
    unknown,  ///< not asked yet; an honest answer
    given,
    refused,
    not_needed,
};

/// Whether somebody in a picture agreed to be shown. Stored with the package, never in the picture;
/// no resident's name.
struct Consent {
    std::string question;  ///< "adult", "child", "aid", "health", "victim", "disability", "crowd":
                           ///< see consent_questions
    ConsentAnswer answer = ConsentAnswer::unknown;
    std::string way{};      ///< how it was given: the consent book, a message, a recording
    std::string date{};     ///< as written
    std::string officer{};  ///< initials of who asked
    bool operator==(const Consent&) const = default;
};

/// One question, in the language of the moment.
struct ConsentQuestion {
    std::string id;
    std::string tick;       ///< what is ticked: "A parent or guardian agrees"
    std::string said;       ///< what may be said to the person
    std::string otherwise;  ///< what to do when the answer is no, or nobody knows
};

/// All questions. Source: docs/apps/captions.md. Threads: any.
MEDIAEDIT_API std::vector<ConsentQuestion> consent_questions();

enum class FaceChoice {
    ask,   ///< they stay, and the check asks
    hide,  ///< all that are found are made unrecognisable
    keep,  ///< they stay; the consent says why they may
};

/// One photo or clip, in the order of posting.
struct PostItem {
    std::filesystem::path file;
    Recipe recipe{};
    FaceChoice faces = FaceChoice::ask;
    std::vector<Consent> consent{};
    std::string alt_text{};                 ///< empty: drafted from the form
    std::vector<std::string> placements{};  ///< ids; empty: those of the post that take its kind
    std::string template_id{};              ///< "none": without; empty: the post's
    std::map<std::string, std::string> words{};  ///< of the template, before those of the post
    std::vector<std::filesystem::path> more_photos{};  ///< for templates of several photos
    bool operator==(const PostItem&) const = default;
};

struct Post {
    Village village{};
    std::string template_id{};  ///< empty: the pictures as they are
    std::map<std::string, std::string>
        words{};  ///< of the template; what is missing comes from the form
    CaptionForm form{};
    std::string language = "id";            ///< of captions and pictures: "id" or "en"
    std::vector<std::string> placements{};  ///< ids
    std::vector<PostItem> items{};
    std::map<std::string, std::string>
        captions{};  ///< by placement id or platform ("Facebook"): instead of the guide's
    std::vector<std::string> quiet{};  ///< codes of findings that were seen and accepted
    bool operator==(const Post&) const = default;
};

/// "schema": "mediaedit.post/1". Files stay as written; village and form stand inside.
/// Errors: bad_recipe; `where` is the field's path. Source: docs/apps/post.md,
/// libedit/data/post.schema.json
MEDIAEDIT_API Result<Post> parse_post(std::string_view json);

/// Reads a post's file: relative files become relative to its folder; "village", "form" and a
/// recipe may also be names of files. Errors: as parse_post and those of the files it names;
/// not_found, unreadable, too_large.
MEDIAEDIT_API Result<Post> read_post(const std::filesystem::path& file);

/// The files that read_post reads for `file`: itself, and the village's profile, forms and recipes
/// that it names. Errors: as read_post.
MEDIAEDIT_API Result<std::vector<std::filesystem::path>> post_inputs(
    const std::filesystem::path& file);

/// The canonical text, with village and form inside. parse_post(to_json(p)) == p.
MEDIAEDIT_API std::string to_json(const Post& post);

/// What a person should see to before, or after, it is posted.
struct PostFinding {
    Finding finding;
    std::string
        about;  ///< the file or the text it is about, as named in the package or by its source
    std::string placement;                     ///< id; empty: all
    std::size_t begin = 0, end = 0;            ///< code points, in a text
    std::optional<std::string> replacement{};  ///< of a text: what one press puts there
};

/// Of captions, alt texts, consents and metadata, before anything is made. Sources that cannot be
/// read are findings, too. Shapes: worst first. Errors: bad_recipe, bad_argument where the post
/// itself is wrong; cancelled.
MEDIAEDIT_API Result<std::vector<PostFinding>> check_post(const Post& post,
                                                          const Control& control = {});

/// A file of the package.
struct PostFile {
    std::filesystem::path file;      ///< relative to the package's folder
    std::string platform;            ///< empty: concerns all
    std::string placement;           ///< id; empty for texts
    std::size_t item = 0;            ///< index of what it was made of
    bool made_now = false;           ///< false: stood there from before, and is still right
    std::optional<Report> report{};  ///< of pictures made now
};

struct PostFailure {
    std::filesystem::path source;
    std::string placement;
    Error error;
};

struct PostReport {
    std::vector<PostFile> files;
    std::vector<PostFinding> findings;  ///< worst first
    std::vector<PostFailure> failures;  ///< one bad file does not stop the rest
};

struct PostOptions {
    Quality quality = Quality::best;
    std::vector<std::filesystem::path>
        inputs{};  ///< as Output::inputs, such as the post's own file; see post_inputs
};

/// Makes the package in `folder`: a folder for each platform, a caption for each, alt-text.txt,
/// checklist.html, post.json. What stands there from an earlier run and is still right is kept, so
/// that a run after a crash goes on where it stopped and one after nothing changed does nothing. A
/// text that a person changed there stays theirs. Files that were made before and are not wanted
/// any more go. Errors: bad_recipe, bad_argument where the post itself is wrong; cannot_write;
/// cancelled. Nothing half-made stays. Threads: as prepare_all. Two runs into one folder at once
/// are the caller's mistake.
MEDIAEDIT_API Result<PostReport> make_post(const Post& post, const std::filesystem::path& folder,
                                           const PostOptions& options = {},
                                           const Control& control = {});

/// A folder of activities: each folder in it with a post.json, or with photos and clips to which
/// `like` is applied.
struct FoundPost {
    std::string name;  ///< the folder's
    Result<Post> post;
};
/// Shapes: by name. Errors: not_found, unreadable.
MEDIAEDIT_API Result<std::vector<FoundPost>> find_posts(
    const std::filesystem::path& folder, const std::optional<Post>& like = std::nullopt);

}  // namespace mediaedit
