// A post's file: reading, writing, and errors that name the field.
#include "support/temporary_folder.hpp"

#include <mediaedit/post.hpp>

#include <gtest/gtest.h>

#include <fstream>

namespace {

using namespace mediaedit;

Post full_post() {
    Post post;
    post.village.village = "Sukamaju";
    post.village.office_whatsapp = "0812-0000-0000";
    post.template_id = "activity";
    post.words = {{"title", "Posyandu Melati"}};
    post.form.kind = "posyandu";
    post.form.fields = {{"jumlah_balita", "32"}, {"nama_pos", "Melati"}};
    post.language = "en";
    post.placements = {"instagram-feed-portrait", "whatsapp-photo"};
    PostItem photo{.file = "a.jpg"};
    photo.faces = FaceChoice::keep;
    photo.consent = {{"child", ConsentAnswer::given, "book", "2026-05-12", "AB"}};
    photo.alt_text = "Ibu memangku balita.";
    photo.words = {{"title", "x"}};
    photo.more_photos = {"c.jpg"};
    photo.recipe.turn = Turn::right;
    PostItem clip{.file = "b.mp4"};
    clip.recipe.keep = {{Time(1'000'000), Time(31'000'000)}};
    clip.faces = FaceChoice::hide;
    clip.placements = {"instagram-reel"};
    clip.template_id = "none";
    post.items = {photo, clip};
    post.captions = {{"Facebook", "Apa adanya."}};
    post.quiet = {"personal.phone"};
    return post;
}

TEST(PostJson, ComesBackAsItWasWritten) {
    for (const auto& post : {full_post(), Post{}}) {
        const auto read = parse_post(to_json(post));
        ASSERT_TRUE(read) << read.error().message << " " << read.error().where;
        EXPECT_EQ(*read, post);
        EXPECT_EQ(to_json(*read), to_json(post));
    }
}

TEST(PostJson, NamesTheFieldThatIsWrong) {
    const std::pair<const char*, const char*> cases[]{
        {R"({})", "schema"},
        {R"({"schema":"mediaedit.post/2"})", "schema"},
        {R"({"schema":"mediaedit.post/1","pictures":[]})", "pictures"},
        {R"({"schema":"mediaedit.post/1","for":["instagram-feed-portrait","nowhere"]})", "for[1]"},
        {R"({"schema":"mediaedit.post/1","language":"jv"})", "language"},
        {R"({"schema":"mediaedit.post/1","items":[{"file":"a.jpg"},{}]})", "items[1].file"},
        {R"({"schema":"mediaedit.post/1","items":[{"file":"a.jpg","faces":"blur"}]})",
         "items[0].faces"},
        {R"({"schema":"mediaedit.post/1","items":[{"file":"a.jpg","consent":[{"question":"child","answer":"yes"}]}]})",
         "items[0].consent[0].answer"},
        {R"({"schema":"mediaedit.post/1","items":[{"file":"a.jpg","consent":[{"question":"who","answer":"given"}]}]})",
         "items[0].consent[0].question"},
        {R"({"schema":"mediaedit.post/1","items":[{"file":"a.jpg","recipe":{"schema":"mediaedit.recipe/1","turn":"up"}}]})",
         "items[0].recipe.turn"},
        {R"({"schema":"mediaedit.post/1","village":{"schema":"mediaedit.village/1","village":"A","office":{"phone":1}}})",
         "village.office.phone"},
        {R"({"schema":"mediaedit.post/1","words":{"title":1}})", "words.title"},
        {R"({"schema":"mediaedit.post/1","village":"desa.json"})",
         "village"},  // JSON text has no folder to look in
    };
    for (const auto& [json, where] : cases) {
        const auto read = parse_post(json);
        ASSERT_FALSE(read) << json;
        EXPECT_EQ(read.error().code, ErrorCode::bad_recipe) << json;
        EXPECT_EQ(read.error().where, where) << json;
    }
}

TEST(PostJson, FindsItsFilesBesideItself) {
    const test::TemporaryFolder folder;
    const auto write = [&](const char* name, const std::string& text) {
        std::ofstream(folder / name) << text;
    };
    write("desa.json",
          R"({"schema":"mediaedit.village/1","village":"Sukamaju","logo":"logo.png"})");
    write(
        "edit.json",
        R"({"schema":"mediaedit.recipe/1","turn":"right","overlays":[{"kind":"picture","file":"logo.png"}]})");
    write("post.json",
          R"({"schema":"mediaedit.post/1","village":"desa.json","for":["whatsapp-photo"],
        "items":[{"file":"a.jpg","recipe":"edit.json"},{"file":"/b.jpg","recipe":{"schema":"mediaedit.recipe/1","overlays":[{"kind":"picture","file":"c.png"}]}}]})");
    const auto post = read_post(folder / "post.json");
    ASSERT_TRUE(post) << post.error().message;
    EXPECT_EQ(post->village.logo, (folder / "logo.png").string());
    EXPECT_EQ(post->items[0].file, folder / "a.jpg");
    EXPECT_EQ(post->items[0].recipe.turn, Turn::right);
    EXPECT_EQ(std::get<PictureOverlay>(post->items[0].recipe.overlays[0]).file,
              (folder / "logo.png").string());
    EXPECT_EQ(post->items[1].file, "/b.jpg");
    EXPECT_EQ(std::get<PictureOverlay>(post->items[1].recipe.overlays[0]).file,
              (folder / "c.png").string());

    write("post.json", R"({"schema":"mediaedit.post/1","village":"none.json"})");
    EXPECT_EQ(read_post(folder / "post.json").error().code, ErrorCode::not_found);
}

}  // namespace
