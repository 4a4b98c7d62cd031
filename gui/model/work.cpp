// The work: what a person is making.
#include "model/work.hpp"

#include <mediaedit/caption.hpp>
#include <mediaedit/language.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

std::vector<Step> steps_of(Task task) {
    switch (task) {
        case Task::photo:
            return {Step::choose, Step::frame, Step::words, Step::caption, Step::save};
        case Task::video:
            return {Step::choose, Step::trim, Step::frame, Step::words, Step::caption, Step::save};
        case Task::many: return {Step::choose, Step::frame, Step::words, Step::caption, Step::save};
        case Task::caption: return {Step::caption};
    }
    return {};
}

Work new_work(Task task, const Settings& settings, std::string id) {
    Work work{.id = std::move(id), .task = task, .post = {}, .folder = {}};
    work.post.village = settings.village;
    work.post.language = settings.language;
    work.post.form.kind = "kegiatan";
    switch (task) {
        case Task::photo:
            work.post.placements = {"instagram-feed-portrait", "facebook-feed-portrait",
                                    "instagram-story"};
            break;
        case Task::video:
            work.post.placements = {"instagram-reel", "facebook-reel", "whatsapp-status"};
            break;
        case Task::many:
            work.post.placements = {"instagram-feed-portrait", "facebook-feed-portrait"};
            break;
        case Task::caption:
            work.post.placements = {"instagram-feed-portrait", "facebook-feed-portrait",
                                    "whatsapp-photo"};
            break;
    }
    return work;
}

namespace {

std::string field(const std::map<std::string, std::string>& fields, const char* id) {
    const auto found = fields.find(id);
    return found == fields.end() ? std::string() : found->second;
}

}  // namespace

std::string title_of(const Work& work) {
    for (auto title :
         {field(work.post.words, "title"), field(work.post.form.fields, "apa"),
          work.post.items.empty() ? std::string() : work.post.items.front().file.stem().string()}) {
        std::ranges::replace(title, '\n', ' ');
        if (title.find_first_not_of(' ') != std::string::npos) return title;
    }
    return {};
}

std::string folder_name_for(const Work& work) {
    std::string name = work.id.substr(0, 10);
    auto title = title_of(work);
    if (title.empty()) title = tr("Post");
    // Only characters that Windows, cameras and FAT drives accept too.
    std::string safe;
    std::size_t letters = 0;
    for (const char letter : title) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte & 0xC0) != 0x80 && ++letters > 48) break;
        safe += byte < 32 || std::string_view("<>:\"/\\|?*.").find(letter) != std::string_view::npos
                    ? ' '
                    : letter;
    }
    while (!safe.empty() && safe.back() == ' ') safe.pop_back();
    return safe.empty() ? name : name + " " + safe;
}

}  // namespace sunting
