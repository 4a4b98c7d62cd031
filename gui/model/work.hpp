// What a person is making: one value, stored as it is, compared as it is.
#pragma once

#include "model/settings.hpp"

#include <mediaedit/post.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace sunting {

enum class Task { photo, video, many, caption };

/// Of making something; each is one screen.
enum class Step { choose, trim, frame, words, caption, save };

struct Work {
    std::string id;  ///< of its file: the moment it was begun
    Task task = Task::photo;
    mediaedit::Post post{};
    std::filesystem::path folder{};  ///< where it was saved to; empty: not yet
    bool operator==(const Work&) const = default;
};

std::vector<Step> steps_of(Task task);

/// With the village and the language of the settings, and the places most people post such things
/// to.
Work new_work(Task task, const Settings& settings, std::string id);

/// What it is about, for lists and folders: the title, else the activity, else the first file's
/// name. May be empty.
std::string title_of(const Work& work);

/// "2026-05-12 Posyandu Melati", safe as a file's name everywhere.
std::string folder_name_for(const Work& work);

}  // namespace sunting
