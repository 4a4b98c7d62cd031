// One fact of a placement: a value, the sources that say so, and how sure they are.
#pragma once

#include "json/json_fields.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// The sources a file lists, and those that the placement being read has named, in order.
struct SourceKeys {
    std::set<std::string> known;
    std::vector<std::string> named;
};

/// The facts of one placement. Each is an object that names its sources beside its value:
///     "max_bytes": {"value": 8000000, "source": ["IG1"], "confidence": "O"}
/// Errors, for all: bad_recipe with the field's path.
class Facts {
public:
    Facts(Fields& placement, SourceKeys& sources) : placement_(placement), sources_(sources) {}

    /// Absent when the placement does not have it. Errors: a value outside [least, most].
    std::optional<std::int64_t> whole_number(const std::string& name, std::int64_t least,
                                             std::int64_t most);

    /// Runs `read` on the fact's own fields, then requires its sources. Whether the placement has
    /// it.
    template <class Read>
    bool read(const std::string& name, Read read) {
        const auto* json = placement_.find(name);
        if (!json) return false;
        Fields fields(*json, placement_.path_of(name));
        read(fields);
        read_sources(fields);
        fields.done();
        return true;
    }

private:
    void read_sources(Fields& fields);

    Fields& placement_;
    SourceKeys& sources_;
};

/// A field that must be there, within [least, most].
std::int64_t need_whole_number(Fields& fields, const std::string& name, std::int64_t least,
                               std::int64_t most);
double need_number(Fields& fields, const std::string& name, double least, double most);

/// Words for people or of ours: not empty, no control characters. Errors: bad_recipe.
std::string need_line(Fields& fields, const std::string& name);

/// A list of words out of `choices`, none twice, not empty. Errors: bad_recipe.
std::vector<std::string> need_words(Fields& fields, const std::string& name,
                                    std::span<const std::string_view> choices);

/// YYYY-MM-DD.
std::string need_date(Fields& fields, const std::string& name);

/// One letter of O Oq S U C M: how sure a number is (docs/apps/placements.md).
void require_confidence(const nlohmann::json& json, const std::string& path);

}  // namespace mediaedit::internal
