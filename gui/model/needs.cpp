// What each screen needs.
#include "model/needs.hpp"

#include "model/recipes.hpp"
#include "model/state.hpp"

#include <mediaedit/post_template.hpp>
#include <mediaedit/recipe_json.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

// Their size on a screen of 1366x768; larger windows scale them up.
constexpr PixelSize thumbnail_px{260, 200}, uncut_px{1000, 800}, timeline_px{720, 480},
    shown_px{640, 640}, card_px{300, 300}, template_px{200, 200}, strip_px{160, 120};

class ScreenNeeds {
public:
    explicit ScreenNeeds(const State& state) : state_(state) {}

    std::vector<Need> all() {
        if (state_.screen == Screen::work && state_.work()) of_step();
        if (state_.screen == Screen::work && state_.work())
            for (const auto& item : state_.post().items) facts(item.file);
        return std::move(needs_);
    }

private:
    void of_step() {
        const auto item = state_.item;
        switch (state_.step) {
            case Step::choose: of_picker(); break;
            case Step::trim:
                if (has_item()) {
                    uncut("uncut", item, moment_of(item), timeline_px);
                    strip(item);
                    if (state_.playback.rests_on && !state_.playback.playing)
                        uncut("ahead", item, *state_.playback.rests_on, timeline_px);
                }
                break;
            case Step::frame:
                if (has_item()) uncut("uncut", item, moment_of(item), uncut_px);
                frames(item);
                cards(item);
                break;
            case Step::words:
                if (!has_item()) break;
                if (const auto shown = shown_placement(state_)) {
                    result("shown", item, *shown, shown_px);
                    if (state_.choosing_look) templates_of(item, *shown);
                }
                break;
            case Step::caption:
                if (has_item()) {
                    if (const auto shown = shown_placement(state_))
                        result("card:" + std::to_string(item) + ":" + shown->id, item, *shown,
                               card_px);
                }
                break;
            case Step::save:
                for (std::size_t i = 0; i < state_.post().items.size(); ++i) cards(i);
                needs_.push_back({"findings", version(), NeedFindings{shared_post()}});
                break;
        }
    }

    [[nodiscard]] bool has_item() const { return state_.item < state_.post().items.size(); }
    [[nodiscard]] const PostItem& item_at(std::size_t item) const {
        return state_.post().items[item];
    }
    [[nodiscard]] std::string version() const { return std::to_string(state_.work_version); }

    [[nodiscard]] std::shared_ptr<const Post> shared_post() const {
        const auto work = state_.history->shared();
        return {work, &work->post};
    }

    [[nodiscard]] Time moment_of(std::size_t item) const {
        return sunting::moment_of(state_, item);
    }

    /// The part that the program chooses, and the background of a photo that is shown whole.
    void frames(std::size_t item) {
        if (!has_item()) return;
        const auto& file = item_at(item).file;
        for (const auto& [id, place] : state_.frames)
            if (place.is_open) needs_.push_back(open_frame_need(file, item, id, place.framed));
        const auto shown = shown_placement(state_);
        const auto place = shown ? state_.frames.find(shown->id) : state_.frames.end();
        if (place == state_.frames.end() || !is_whole(place->second.shape.fit)) return;
        const auto at = moment_of(item);
        needs_.push_back(
            {"framed:" + std::to_string(item),
             file.string() + to_json(place->second.framed) + std::to_string(at.count()),
             NeedUncut{file, place->second.framed, at, uncut_px}});
    }

    void of_picker() {
        const auto& picker = state_.picker;
        const std::string slot = "listing";
        const std::string key =
            std::to_string(static_cast<int>(picker.place.kind)) + picker.place.folder.string();
        const auto task = state_.work()->task;
        needs_.push_back(
            {slot, key, NeedListing{picker.place, task != Task::video, task == Task::video}});
        if (const auto listing = state_.known<Listing>(slot))
            for (const auto& found : listing->files)
                needs_.push_back({"thumb:" + found.file.string(),
                                  std::to_string(found.changed.time_since_epoch().count()),
                                  NeedThumbnail{found.file, thumbnail_px}});
    }

    void facts(const std::filesystem::path& file) {
        needs_.push_back({"facts:" + file.string(), "1", NeedFacts{file}});
    }

    void uncut(const std::string& slot, std::size_t item, Time at, PixelSize within) {
        const auto& shown = item_at(item);
        const auto recipe = sunting::uncut(shown.recipe, shown);
        needs_.push_back({slot + ":" + std::to_string(item),
                          shown.file.string() + to_json(recipe) + std::to_string(at.count()) + "@" +
                              std::to_string(within.width),
                          NeedUncut{shown.file, recipe, at, within}});
    }

    void result(std::string slot, std::size_t item, const Placement& placement, PixelSize within) {
        const auto at = moment_of(item);
        const auto place = place_of_item(state_, item);
        std::string day;
        if (place.taken_on)
            day = std::to_string(std::chrono::sys_days(*place.taken_on).time_since_epoch().count());
        needs_.push_back({std::move(slot),
                          version() + ":" + placement.id + ":" + std::to_string(item) + ":" +
                              std::to_string(at.count()) + ":" + day,
                          NeedResult{shared_post(), item, placement.id, place, at, within}});
    }

    void cards(std::size_t item) {
        for (const auto& placement : placements_of_item(state_, item))
            result("card:" + std::to_string(item) + ":" + placement.id, item, placement, card_px);
    }

    /// Each template with this photo. Text typed meanwhile does not change these.
    void templates_of(std::size_t item, const Placement& placement) {
        const auto& shown = item_at(item);
        const auto kind = state_.work()->task == Task::video ? MediaKind::video : MediaKind::photo;
        auto plain = std::make_shared<Post>(state_.post());
        plain->template_id.clear();
        needs_.push_back({"template:", shown.file.string() + to_json(shown.recipe) + placement.id,
                          NeedResult{std::move(plain), item, placement.id,
                                     place_of_item(state_, item), moment_of(item), template_px}});
        for (const auto& known : templates()) {
            if (std::ranges::find(known.kinds, kind) == known.kinds.end() ||
                known.min_photos > static_cast<int>(1 + shown.more_photos.size()))
                continue;
            auto post = std::make_shared<Post>(state_.post());
            post->template_id = known.id;
            // Text that is not written yet is replaced by the template's example.
            for (const auto& place : known.places)
                if (place.default_text.empty() && !place.hint.empty() && place.id != "form")
                    post->words.try_emplace(place.id, place.hint);
            needs_.push_back(
                {"template:" + known.id, shown.file.string() + to_json(shown.recipe) + placement.id,
                 NeedResult{std::move(post), item, placement.id, place_of_item(state_, item),
                            moment_of(item), template_px}});
        }
    }

    void strip(std::size_t item) {
        needs_.push_back({"strip:" + item_at(item).file.string(), "1",
                          NeedStrip{item_at(item).file, 12, 400, strip_px}});
    }

    const State& state_;
    std::vector<Need> needs_;
};

}  // namespace

std::vector<Need> needs_of(const State& state) { return ScreenNeeds(state).all(); }

}  // namespace sunting
