// The names that stand in data/placements.json, written out where gettext finds them.
#include "placement/placement_names.hpp"

#include "base/message.hpp"

namespace mediaedit::internal {

std::string placement_name(const std::string& english) { return tr(english.c_str()); }

std::string place_name(const Placement& placement) {
    return placement.platform + ", " + placement.name;
}

std::vector<std::string> translated_placement_names() {
    return {
        tr("Feed, landscape 1.91:1"),
        tr("Feed, portrait 4:5"),
        tr("Feed, square"),
        tr("Feed, tall 3:4"),
        tr("Story"),
        tr("Reel"),
        tr("Reel cover"),
        tr("Link picture 1.91:1"),
        tr("Page cover"),
        tr("Event cover"),
        tr("Post, landscape 16:9"),
        tr("Post, portrait 4:5"),
        tr("Post, square"),
        tr("Profile header"),
        tr("Status"),
        tr("Photo in a chat"),
        tr("Photo post"),
        tr("Video"),
        tr("Short"),
        tr("Thumbnail"),
    };
}

}  // namespace mediaedit::internal
