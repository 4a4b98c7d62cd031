// --for ID[,ID...]
#include "targets.hpp"

#include "usage_error.hpp"
#include "values.hpp"

#include <algorithm>

namespace cli {

std::vector<mediaedit::Placement> find_targets(const std::string& ids) {
    std::vector<mediaedit::Placement> targets;
    for (const auto& id : split(ids, ',')) {
        if (id.empty())
            refuse(mediaedit::tr(
                       "{value} cannot be used for {flag}; it should look like {example}.",
                       {{"value", ids}, {"flag", "--for"}, {"example", "x-post,instagram-story"}}),
                   "--for");
        auto found = mediaedit::find_placement(id);
        if (!found) {
            auto error = found.error();
            error.where = "--for";
            throw UsageError{error};
        }
        const bool twice = std::any_of(targets.begin(), targets.end(),
                                       [&](const auto& other) { return other.id == id; });
        if (twice)
            refuse(mediaedit::tr("{value} is named twice in {flag}.",
                                 {{"value", id}, {"flag", "--for"}}),
                   "--for");
        targets.push_back(std::move(found).value());
    }
    return targets;
}

}  // namespace cli
