// Reports as JSON and as sentences.
#include "report_json.hpp"

namespace cli {
namespace {

using namespace mediaedit;

const char* word_of(Mode mode) {
    switch (mode) {
        case Mode::copied: return "copied";
        case Mode::partly_copied: return "partly-copied";
        case Mode::encoded: return "encoded";
    }
    return "encoded";
}

}  // namespace

Json to_json(const Report& report, const std::string& placement) {
    Json json{{"source", report.source.string()}, {"file", report.file.string()}};
    if (!placement.empty()) json["placement"] = placement;
    json["width"] = report.size.width;
    json["height"] = report.size.height;
    json["bytes"] = report.bytes;
    json["duration_s"] =
        report.duration ? Json(static_cast<double>(report.duration->count()) / 1e6) : Json(nullptr);
    json["mode"] = word_of(report.mode);
    json["frames_copied"] = report.frames_copied;
    json["frames_encoded"] = report.frames_encoded;
    json["encoder"] = report.encoder;
    json["notes"] = to_json(report.notes);
    return json;
}

std::string sentence(const Report& report, const std::string& placement) {
    auto text = tr("Saved {file} ({width} x {height}, {kilobytes} KB)",
                   {{"file", report.file.string()},
                    {"width", std::to_string(report.size.width)},
                    {"height", std::to_string(report.size.height)},
                    {"kilobytes", std::to_string((report.bytes + 999) / 1000)}});
    if (!placement.empty()) text = placement + ": " + text;
    for (const auto& note : report.notes) text += "\n  " + note.message;
    return text;
}

}  // namespace cli
