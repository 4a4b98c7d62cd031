// Chooses the final output names of one source before the work starts.
#include "engine/settle_outputs.hpp"

#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "base/system/file_names.hpp"
#include "base/system/system.hpp"
#include "recipe/recipe_files.hpp"

#include <set>
#include <string>
#include <system_error>

namespace mediaedit::internal {
namespace {

namespace fs = std::filesystem;

constexpr int most_numbers = 10'000;

/// The output names of earlier jobs.
class TakenNames {
public:
    /// Returns false if the name is already taken.
    bool take(const fs::path& file) { return names_.insert(key_of(file)).second; }
    [[nodiscard]] bool has(const fs::path& file) const { return names_.contains(key_of(file)); }

private:
    static std::string key_of(const fs::path& file) {
        std::error_code unknown;
        const auto folder =
            fs::weakly_canonical(fs::absolute(file, unknown).parent_path(), unknown);
        const auto name = file.filename().string();
        return (folder / (folds_case(folder) ? folded_name(name) : name)).string();
    }

    std::set<std::string> names_;
};

bool is_on_disk(const fs::path& file) {
    std::error_code unknown;
    return fs::exists(fs::symlink_status(file, unknown));
}

fs::path free_name(const fs::path& wanted, const TakenNames& taken) {
    auto name = wanted;
    for (int number = 2; (taken.has(name) || is_on_disk(name)) && number < most_numbers; ++number)
        name = numbered_name(wanted, number);
    return name;
}

Output settle(const fs::path& source, const Job& job, const Inputs& inputs, TakenNames& taken,
              bool alone) {
    auto output = job.output;
    if (same_file(source, output.file))
        fail(ErrorCode::exists,
             tr("The result would replace its own original, which is never changed; choose another "
                "name."),
             output.file.string());
    inputs.refuse(output.file);
    if (alone) return output;
    if (output.if_exists == IfExists::number) output.file = free_name(output.file, taken);
    if (!taken.take(output.file))
        fail(ErrorCode::exists,
             tr("{file} is the name of another result, too, so this one was not saved; choose "
                "another name.",
                {{"file", output.file.filename().string()}}),
             output.file.string());
    return output;
}

}  // namespace

void add_files_of(std::span<const Job> jobs, Inputs& inputs) {
    for (const auto& job : jobs) {
        for_each_file(job.recipe, [&](const std::string& file) { inputs.add(file); });
        for (const auto& file : job.output.inputs) inputs.add(file);
    }
}

std::vector<Result<Output>> settle_outputs(const fs::path& source, std::span<const Job> jobs,
                                           const Inputs& inputs) {
    std::vector<Result<Output>> outputs;
    TakenNames taken;
    for (const auto& job : jobs)
        outputs.push_back(
            guard([&] { return settle(source, job, inputs, taken, jobs.size() == 1); }));
    return outputs;
}

}  // namespace mediaedit::internal
