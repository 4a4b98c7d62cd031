// mediaedit faces: which faces are found, to be hidden one by one.
#include "commands.hpp"

#include <cmath>
#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

double rounded(double value, double steps) { return std::round(value * steps) / steps; }

/// As --hide and a recipe take it.
Json face_json(const Area& area) {
    return Json::array({rounded(area.x, 1e4), rounded(area.y, 1e4), rounded(area.width, 1e4),
                        rounded(area.height, 1e4)});
}

double seconds(Time time) { return static_cast<double>(time.count()) / 1e6; }

Json face_json(const FoundFace& face) {
    return {{"area", face_json(face.area)}, {"certainty", rounded(face.certainty, 100)}};
}

Json face_json(const FollowedFace& face) {
    Json json{{"from_s", seconds(face.when.start)},
              {"to_s", seconds(face.when.end.value_or(Time(0)))},
              {"best_at_s", seconds(face.best_at)},
              {"certainty", rounded(face.certainty, 100)}};
    auto path = Json::array();
    for (const auto& point : face.path)
        path.push_back({{"at_s", seconds(point.at)}, {"area", face_json(point.area)}});
    json["path"] = std::move(path);
    return json;
}

std::string in_words(const Area& area) {
    const auto percent = [](double value) {
        return std::to_string(std::lround(value * 100)) + "%";
    };
    return percent(area.x) + "," + percent(area.y) + "," + percent(area.width) + "," +
           percent(area.height);
}

std::string in_words(const FollowedFace& face) {
    const auto tenths = [](Time time) {
        return std::to_string(time.count() / 1'000'000) + "." +
               std::to_string(time.count() / 100'000 % 10);
    };
    return tr("from {from} s to {to} s, at first {area}",
              {{"from", tenths(face.when.start)},
               {"to", tenths(face.when.end.value_or(Time(0)))},
               {"area", in_words(face.path.front().area)}});
}

std::string in_words(const FoundFace& face) { return in_words(face.area); }

template <class Face>
ExitCode tell(const Session& session, const std::string& file, const char* kind,
              const Result<std::vector<Face>>& faces) {
    if (!faces) return session.fail(faces.error());
    auto list = Json::array();
    for (const auto& face : *faces) {
        list.push_back(face_json(face));
        session.say(in_words(face));
    }
    session.say(
        tr_count("One face was found in {file}; look yourself, for not every face is found.",
                 "{count} faces were found in {file}; look yourself, for not every face is found.",
                 faces->size(), {{"file", file}}));
    if (session.json()) session.print({{"file", file}, {"kind", kind}, {"faces", std::move(list)}});
    return done;
}

ExitCode run_faces(const Session& session, const std::string& file) {
    const auto control = session.control({&file, 1});
    const auto info = probe(file, control);
    if (!info) return session.fail(info.error());
    if (info->kind == MediaKind::photo)
        return tell(session, file, "photo", find_faces(file, control));
    return tell(session, file, "video", follow_faces(file, control));
}

}  // namespace

void add_faces(CLI::App& program, Actions& actions) {
    auto* command =
        program.add_subcommand("faces", tr("which faces are found, to be hidden one by one"))
            ->fallthrough();
    auto file = std::make_shared<std::string>();
    command->add_option("file", *file, tr("a photo or a video"))->type_name("FILE")->required();
    command->footer(tr("Example:") + "\n  mediaedit faces meeting.jpg --json");
    actions["faces"] = [file](const Session& session) { return run_faces(session, *file); };
}

}  // namespace cli
