// A post: photos and videos of one activity, made into a package of files that are ready to upload.
//
//     Post post;
//     post.village = village;
//     post.form = form;
//     post.placements = {"instagram-feed-portrait", "whatsapp-status"};
//     post.items = {{"one.jpg"}, {"two.jpg"}};
//     auto report = make_post(post, "package");
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
    unknown,  ///< not asked yet
    given,
    refused,
    not_needed,
};

/// Whether the people in a picture agreed to be shown. Stored in the package, never in the picture,
/// and without the names of residents.
struct Consent {
    /// Id of a consent question: "adult", "child", "aid", "health", "victim", "disability",
    /// "crowd".
    std::string question;
    ConsentAnswer answer = ConsentAnswer::unknown;
    std::string way{};      ///< how it was given: the consent book, a message, a recording
    std::string date{};     ///< as written
    std::string officer{};  ///< initials of the person who asked
    bool operator==(const Consent&) const = default;
};

/// One question, in the current language.
struct ConsentQuestion {
    std::string id;
    std::string tick;       ///< the label of its checkbox: "A parent or guardian agrees"
    std::string said;       ///< what to say to the person
    std::string otherwise;  ///< what to do if the answer is no or unknown
};

/// All questions. Source: docs/apps/captions.md. Threads: any.
MEDIAEDIT_API std::vector<ConsentQuestion> consent_questions();

enum class FaceChoice {
    ask,   ///< faces stay visible, and check_post asks about them
    hide,  ///< all detected faces are hidden
    keep,  ///< faces stay visible, as `consent` allows
};

/// One photo or video.
struct PostItem {
    std::filesystem::path file;
    Recipe recipe{};
    FaceChoice faces = FaceChoice::ask;
    std::vector<Consent> consent{};
    std::string alt_text{};                 ///< empty: drafted from the form
    std::vector<std::string> placements{};  ///< ids; empty: those of the post that accept its kind
    std::string template_id{};              ///< "none": no template; empty: that of the post
    std::map<std::string, std::string> words{};  ///< template texts; override those of the post
    std::vector<std::filesystem::path> more_photos{};  ///< for templates with several photos
    bool operator==(const PostItem&) const = default;
};

struct Post {
    Village village{};
    std::string template_id{};                   ///< empty: no template
    std::map<std::string, std::string> words{};  ///< template texts; missing ones come from `form`
    CaptionForm form{};
    std::string language = "id";            ///< of captions and pictures: "id" or "en"
    std::vector<std::string> placements{};  ///< ids
    std::vector<PostItem> items{};          ///< in the order of posting
    /// Captions of the person, by placement id or platform ("Facebook"). They replace the generated
    /// ones.
    std::map<std::string, std::string> captions{};
    std::vector<std::string> quiet{};  ///< codes of findings that the person has accepted
    bool operator==(const Post&) const = default;
};

/// Reads a post from JSON, "schema": "mediaedit.post/1". Village and form are embedded; paths of
/// files stay as written. Errors: bad_recipe; `where` is the field's path.
/// Source: docs/apps/post.md, libedit/data/post.schema.json
MEDIAEDIT_API Result<Post> parse_post(std::string_view json);

/// Reads a post file. Relative paths are resolved against its folder. "village", "form" and recipes
/// may also be names of files. Errors: as parse_post; those of the files it names; not_found,
/// unreadable, too_large.
MEDIAEDIT_API Result<Post> read_post(const std::filesystem::path& file);

/// The files that read_post reads for `file`: the file itself and the village profile, forms and
/// recipes that it names. Errors: as read_post.
MEDIAEDIT_API Result<std::vector<std::filesystem::path>> post_inputs(
    const std::filesystem::path& file);

/// Writes the canonical JSON, with village and form embedded. parse_post(to_json(p)) == p.
MEDIAEDIT_API std::string to_json(const Post& post);

/// Something that a person should review before or after posting.
struct PostFinding {
    Finding finding;
    std::string about;               ///< the file or text, as named in the package, or the source
    std::string placement;           ///< id; empty: all
    std::size_t begin = 0, end = 0;  ///< in a text: code points, half-open
    std::optional<std::string> replacement{};  ///< in a text: replaces `begin` to `end`
};

/// Checks captions, alt texts, consents and metadata before anything is made. A source that cannot
/// be read is also a finding. Shapes: worst first. Errors: bad_recipe and bad_argument if the post
/// itself is invalid; cancelled.
MEDIAEDIT_API Result<std::vector<PostFinding>> check_post(const Post& post,
                                                          const Control& control = {});

/// A file of the package.
struct PostFile {
    std::filesystem::path file;      ///< relative to the package's folder
    std::string platform;            ///< empty: all
    std::string placement;           ///< id; empty for texts
    std::size_t item = 0;            ///< index of its item in Post::items
    bool made_now = false;           ///< false if it was kept from an earlier run
    std::optional<Report> report{};  ///< of pictures made in this run
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
    /// As Output::inputs, such as the files that post_inputs returns.
    std::vector<std::filesystem::path> inputs{};
};

/// Makes the package in `folder`: a folder and a caption for each platform, alt-text.txt,
/// checklist.html and post.json. Files of an earlier run that are still up to date are kept, so a
/// run after a crash continues, and a run without changes does nothing. Texts that a person edited
/// are kept too. Files of earlier runs that are no longer needed are deleted. Incomplete files are
/// never left behind. Errors: bad_recipe and bad_argument if the post itself is invalid;
/// cannot_write; cancelled. Threads: as prepare_all; never run two calls on one folder at once.
MEDIAEDIT_API Result<PostReport> make_post(const Post& post, const std::filesystem::path& folder,
                                           const PostOptions& options = {},
                                           const Control& control = {});

struct FoundPost {
    std::string name;  ///< of its folder
    Result<Post> post;
};

/// Finds the posts in a folder of activities: each subfolder that has a post.json, or has photos
/// and videos, which become the items of a copy of `like`. Shapes: sorted by name. Errors:
/// not_found, unreadable.
MEDIAEDIT_API Result<std::vector<FoundPost>> find_posts(
    const std::filesystem::path& folder, const std::optional<Post>& like = std::nullopt);

}  // namespace mediaedit
