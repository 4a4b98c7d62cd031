// Answers one need with the library.
#include "worker/answer_need.hpp"

#include "platform/memory.hpp"
#include "worker/find_files.hpp"

#include <mediaedit/audio_preview.hpp>
#include <mediaedit/language.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/prepare.hpp>

#include <algorithm>
#include <exception>

namespace sunting {

using namespace mediaedit;

Result<Preview*> Opened::open(const std::filesystem::path& file) {
    std::error_code none;
    const auto changed = std::filesystem::last_write_time(file, none);
    const auto known = std::ranges::find_if(
        all_, [&](const One& one) { return one.file == file && one.changed == changed; });
    if (known != all_.end()) {
        all_.splice(all_.begin(), all_, known);
        return &all_.front().preview;
    }
    // With all cores: the person waits for this. A preview keeps the control it was opened with, so
    // that control must not be one that is stopped later.
    auto preview = Preview::open(file);
    if (!preview) return preview.error();
    all_.push_front({file, changed, std::move(*preview)});
    if (all_.size() > most) all_.pop_back();
    return &all_.front().preview;
}

namespace {

using Value = decltype(Answer::value);

template <class Given>
Result<Value> shared(Result<Given> given) {
    if (!given) return given.error();
    return Value(std::shared_ptr<const Given>(std::make_shared<Given>(std::move(*given))));
}

Result<Value> answer(const NeedThumbnail& need, Opened&, const std::stop_token& stop) {
    // Thumbnails are many and small: their sources do not stay open.
    Control control;
    control.threads = 1;
    control.stop = stop;
    auto preview = Preview::open(need.file, control);
    if (!preview) return preview.error();
    return shared(preview->original(Time(0), need.within));
}

Result<Value> answer(const NeedFacts& need, Opened&, const std::stop_token&) {
    auto preview = Preview::open(need.file);
    if (!preview) return preview.error();
    SourceFacts facts;
    if (auto subjects = preview->subjects()) facts.subjects = *subjects;
    facts.info = preview->info();  // with the notes of decoding
    // Only videos are copied, so only they are checked.
    if (facts.info.video_codec == "h264") {
        const auto all = placements();
        if (const auto fit = pictures_fit(need.file, all))
            for (std::size_t i = 0; i < all.size(); ++i)
                if ((*fit)[i]) facts.fits.insert(all[i].id);
    }
    return Value(std::make_shared<const SourceFacts>(std::move(facts)));
}

Result<Value> answer(const NeedUncut& need, Opened& opened, const std::stop_token&) {
    auto preview = opened.open(need.file);
    if (!preview) return preview.error();
    if (need.recipe == Recipe{}) return shared((*preview)->original(need.at, need.within));
    return shared((*preview)->edited(need.recipe, need.at, need.within));
}

Result<Value> answer(const NeedResult& need, Opened& opened, const std::stop_token&) {
    const auto placement = find_placement(need.placement);
    if (!placement) return placement.error();
    auto recipe = item_recipe(*need.post, need.item, *placement, need.place);
    if (!recipe) return recipe.error();
    auto preview = opened.open(need.post->items[need.item].file);
    if (!preview) return preview.error();
    return shared((*preview)->edited(*recipe, need.at, need.within));
}

Result<Value> answer(const NeedPlan& need, Opened& opened, const std::stop_token&) {
    auto preview = opened.open(need.file);
    if (!preview) return preview.error();
    return shared((*preview)->planned(need.recipe));
}

Result<Value> answer(const NeedStrip& need, Opened&, const std::stop_token& stop) {
    Control control;
    control.threads = 1;
    control.stop = stop;
    auto preview = Preview::open(need.file, control);
    if (!preview) return preview.error();
    Strip strip;
    const auto duration = preview->info().duration.value_or(Time(0));
    for (int i = 0; i < need.pictures && !stop.stop_requested(); ++i) {
        auto picture = preview->original(duration * (2 * i + 1) / (2 * need.pictures), need.within);
        strip.pictures.push_back(picture ? std::make_shared<const PictureView>(std::move(*picture))
                                         : SharedPicture{});
    }
    if (auto audio = AudioPreview::open(need.file, control); audio && audio->has_audio())
        if (auto peaks = audio->peaks({Time(0), duration}, need.peaks))
            strip.peaks = std::move(*peaks);
    return Value(std::make_shared<const Strip>(std::move(strip)));
}

Result<Value> answer(const NeedListing& need, Opened&, const std::stop_token& stop) {
    return shared(list_files(need, stop));
}

Result<Value> answer(const NeedFindings& need, Opened&, const std::stop_token& stop) {
    Control control;
    control.threads = 1;
    control.stop = stop;
    return shared(check_post(*need.post, control));
}

}  // namespace

Answer answer_need(const Need& need, Opened& opened, std::stop_token stop) {
    Answer result{need.slot, need.key, {}, {}};
    try {
        auto value = std::visit([&](const auto& wanted) { return answer(wanted, opened, stop); },
                                need.wanted);
        // These read whole files, and are rare.
        if (std::holds_alternative<NeedStrip>(need.wanted) ||
            std::holds_alternative<NeedFacts>(need.wanted) ||
            std::holds_alternative<NeedFindings>(need.wanted))
            give_back_memory();
        if (value) result.value = std::move(*value);
        else result.error = value.error().message;
    } catch (const std::exception&) {
        result.error = tr("This could not be shown. Your work is safe; go back and try again.");
    }
    return result;
}

}  // namespace sunting
