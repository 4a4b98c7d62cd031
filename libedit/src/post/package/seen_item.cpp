// What is known of the sources of a post.
#include "post/package/seen_item.hpp"

#include "base/system/thread_count.hpp"
#include "engine/open_photo.hpp"
#include "engine/workers.hpp"
#include "language/dates/caption_date.hpp"
#include "subjects/subject_finder.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// At this size clearly visible faces are found.
constexpr double counted_side_px = 1080;

}  // namespace

std::vector<SeenItem> probe_items(const Post& post, const Control& control) {
    std::vector<SeenItem> items(post.items.size());
    Control quiet = control;
    quiet.on_progress = nullptr;
    for_each_in_parallel(items.size(), thread_count(control), [&](std::size_t i) {
        const auto info = probe(post.items[i].file, quiet);
        if (info) items[i].info = *info;
        else items[i].error = info.error();
        if (info)
            if (auto carried = carried_data(post.items[i].file, quiet))
                items[i].carried = std::move(*carried);
    });
    return items;
}

FaceCount count_faces(const std::filesystem::path& photo, const Control& control) {
    const auto opened = open_photo(photo, control.limits);
    const double longest = std::max(opened.info.size.width, opened.info.size.height);
    const auto decoded = decode(opened, counted_side_px / longest, control);
    return {static_cast<int>(map_subjects(decoded.picture, Search::quick).subjects.faces.size()),
            decoded.notes};
}

std::optional<std::chrono::year_month_day> day_taken(const std::vector<SeenItem>& items) {
    for (const auto& item : items) {
        if (!item.info || !item.info->taken_at) continue;
        if (const auto day = read_date(std::string_view(*item.info->taken_at).substr(0, 10)))
            return day->first;
    }
    return {};
}

}  // namespace mediaedit::internal
