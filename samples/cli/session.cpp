// What all commands share: output, progress, Ctrl+C.
#include "session.hpp"

#include "system/terminal.hpp"
#include "values.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace cli {
namespace {

using namespace mediaedit;

std::string dump(const Json& document, int indent) {
    return document.dump(indent, ' ', false, Json::error_handler_t::replace);
}

void draw_bar(const Progress& progress, const std::string& file) {
    constexpr int width = 30;
    const int filled = static_cast<int>(std::lround(progress.fraction * width));
    std::string line = "\r[" + std::string(static_cast<std::size_t>(filled), '#') +
                       std::string(static_cast<std::size_t>(width - filled), ' ') + "] " +
                       std::to_string(static_cast<int>(progress.fraction * 100)) + " % " + file;
    if (progress.left)
        line += " (" +
                tr("{seconds} s left", {{"seconds", std::to_string(progress.left->count())}}) + ")";
    line += "\x1b[K";
    if (progress.fraction >= 1) line += "\r\x1b[K";
    std::cerr << line << std::flush;
}

}  // namespace

IfExists Session::if_exists() const { return parse_if_exists(common_.if_exists, "--if-exists"); }

Control Session::control(std::span<const std::string> files) const {
    Control control;
    control.stop = stop_;
    control.threads = common_.threads;
    const bool as_json = common_.progress == "json";
    if (!as_json && (common_.quiet || !is_watched_by_a_person())) return control;
    control.on_progress = [=](const Progress& progress) {
        const auto& file = files[progress.source];
        if (!as_json) return draw_bar(progress, file);
        auto line = Json{{"fraction", std::round(progress.fraction * 1000) / 1000}, {"file", file}};
        if (progress.left) line["seconds_left"] = progress.left->count();
        std::cerr << dump(line, -1) << std::endl;
    };
    return control;
}

void Session::say(const std::string& sentence) const {
    if (!common_.json && !common_.quiet) std::cout << sentence << '\n';
}

void Session::print(const Json& document) const { std::cout << dump(document, 2) << '\n'; }

ExitCode Session::fail(const Error& error) const {
    if (common_.json) print({{"error", to_json(error)}});
    else std::cerr << error.message << '\n';
    return exit_code_for(error.code);
}

void Session::warn(const std::string& subject, const Error& error) const {
    if (!common_.json) std::cerr << subject << ": " << error.message << '\n';
}

Json to_json(const Error& error) {
    return {{"code", to_string(error.code)},
            {"message", error.message},
            {"where", error.where},
            {"detail", error.detail}};
}

Json to_json(const std::vector<Note>& notes) {
    auto list = Json::array();
    for (const auto& note : notes) list.push_back({{"code", note.code}, {"message", note.message}});
    return list;
}

void keep_first(ExitCode& code, ExitCode next) noexcept {
    if (code == done) code = next;
}

}  // namespace cli
