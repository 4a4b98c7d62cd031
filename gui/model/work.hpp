// The work: what a person is making, as one value that is stored and compared.
#pragma once

#include "model/settings.hpp"

#include <mediaedit/post.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace sunting {

enum class Task { photo, video, many, caption };

/// The steps of a task; each is one screen.
enum class Step { choose, trim, frame, words, caption, save };

struct Work {
    std::string id;  ///< also its file's name: the time it was begun
    Task task = Task::photo;
    mediaedit::Post post{};
    std::filesystem::path folder{};  ///< where it was saved; empty: not yet
    bool operator==(const Work&) const = default;
};

std::vector<Step> steps_of(Task task);

/// With the village and the language of the settings, and the usual placements for the task.
Work new_work(Task task, const Settings& settings, std::string id);

/// A name for lists and folders: the title, else the activity, else the first file's name. May be
/// empty.
std::string title_of(const Work& work);

/// "2026-05-12 Posyandu Melati": valid as a file name on every system.
std::string folder_name_for(const Work& work);

}  // namespace sunting
