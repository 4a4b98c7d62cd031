// mediaedit probe: what are these files?
#include "commands.hpp"

#include <memory>

namespace cli {
namespace {

using namespace mediaedit;

const char* word_of(Carried kind) {
    switch (kind) {
        case Carried::place: return "place";
        case Carried::time: return "time";
        case Carried::device: return "device";
        case Carried::owner: return "owner";
        case Carried::software: return "software";
        case Carried::picture: return "picture";
        case Carried::words: return "words";
        case Carried::other: return "other";
    }
    return "other";
}

/// Unreadable embedded data is no failure: the file itself could be read.
Json carried_json(const std::string& file, const Control& control) {
    auto list = Json::array();
    if (const auto carried = carried_data(file, control))
        for (const auto& item : carried->items)
            list.push_back(
                {{"kind", word_of(item.kind)}, {"name", item.name}, {"value", item.value}});
    return list;
}

const char* word_of(Hdr hdr) {
    switch (hdr) {
        case Hdr::none: return "none";
        case Hdr::hlg: return "hlg";
        case Hdr::pq: return "pq";
        case Hdr::dolby_vision: return "dolby-vision";
    }
    return "none";
}

Json info_json(const MediaInfo& info, const std::string& file) {
    Json json{{"file", file},
              {"kind", info.kind == MediaKind::photo ? "photo" : "video"},
              {"format", info.format},
              {"width", info.size.width},
              {"height", info.size.height}};
    if (info.kind == MediaKind::video) {
        if (info.duration) json["duration_s"] = static_cast<double>(info.duration->count()) / 1e6;
        json["frame_rate"] = info.frame_rate;
        json["variable_frame_rate"] = info.variable_frame_rate;
        json["video_codec"] = info.video_codec;
        json["audio_codec"] = info.audio_codec;
    }
    json["rotation_deg"] = info.rotation_deg;
    json["mirrored"] = info.mirrored;
    json["hdr"] = word_of(info.hdr);
    json["interlaced"] = info.interlaced;
    json["color"] = info.color;
    json["bit_depth"] = info.bit_depth;
    json["has_alpha"] = info.has_alpha;
    json["animated"] = info.animated;
    json["has_location"] = info.has_location;
    json["has_owner_data"] = info.has_owner_data;
    json["taken_at"] = info.taken_at ? Json(*info.taken_at) : Json(nullptr);
    if (info.frames) json["frames"] = *info.frames;
    json["bytes"] = info.bytes;
    json["notes"] = to_json(info.notes);
    return json;
}

std::string info_sentence(const MediaInfo& info, const std::string& file) {
    auto text = tr("{file}: {format}, {width} x {height}, {kilobytes} KB",
                   {{"file", file},
                    {"format", info.format},
                    {"width", std::to_string(info.size.width)},
                    {"height", std::to_string(info.size.height)},
                    {"kilobytes", std::to_string((info.bytes + 999) / 1000)}});
    if (info.taken_at) text += "\n  " + tr("taken {when}", {{"when", *info.taken_at}});
    if (!info.device.empty()) text += "\n  " + tr("with {device}", {{"device", info.device}});
    if (info.has_location) text += "\n  " + tr("it tells where it was taken; results never do");
    for (const auto& note : info.notes) text += "\n  " + note.message;
    return text;
}

ExitCode run_probe(const Session& session, const std::vector<std::string>& files) {
    ExitCode code = done;
    auto list = Json::array();
    for (const auto& file : files) {
        const auto info = probe(file, session.control({&file, 1}));
        if (info) {
            auto json = info_json(*info, file);
            if (session.json()) json["carried"] = carried_json(file, session.control({&file, 1}));
            list.push_back(std::move(json));
            session.say(info_sentence(*info, file));
            continue;
        }
        list.push_back({{"file", file}, {"error", to_json(info.error())}});
        session.warn(file, info.error());
        keep_first(code, exit_code_for(info.error().code));
    }
    if (session.json()) session.print(files.size() == 1 ? list.front() : list);
    return code;
}

}  // namespace

void add_probe(CLI::App& program, Actions& actions) {
    auto* command = program.add_subcommand("probe", tr("what is this file?"))->fallthrough();
    auto files = std::make_shared<std::vector<std::string>>();
    add_files(*command, *files, tr("photos and videos"));
    command->footer(tr("Example:") + "\n  mediaedit probe photo.jpg --json");
    actions["probe"] = [files](const Session& session) { return run_probe(session, *files); };
}

}  // namespace cli
