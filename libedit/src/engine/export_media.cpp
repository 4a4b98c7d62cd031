// The public functions export_media and export_many.
#include "base/guard.hpp"
#include "engine/open_source.hpp"

#include <mediaedit/export_media.hpp>

namespace mediaedit {
std::vector<Result<Report>> export_many(const std::filesystem::path& source,
                                        std::span<const Job> jobs, const Control& control) {
    auto results = internal::guard([&] {
        internal::Inputs inputs;
        return internal::export_source(internal::open_source(source, control), jobs, inputs,
                                       control);
    });
    if (results) return std::move(results).value();
    return std::vector<Result<Report>>(jobs.size(), Result<Report>(results.error()));
}

Result<Report> export_media(const std::filesystem::path& source, const Recipe& recipe,
                            const Output& output, const Control& control) {
    const Job job{recipe, output};
    return std::move(export_many(source, {&job, 1}, control).front());
}

}  // namespace mediaedit
