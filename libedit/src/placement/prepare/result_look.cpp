// What was seen in a result of a package, as text that the next run remembers.
#include "placement/prepare/result_look.hpp"

#include "base/guard.hpp"

#include <nlohmann/json.hpp>

namespace mediaedit::internal {

std::string as_text(const ResultLook& look) {
    nlohmann::json json{{"findings", nlohmann::json::array()}, {"notes", nlohmann::json::array()}};
    if (look.faces) json["faces"] = *look.faces;
    for (const auto& finding : look.findings)
        json["findings"].push_back(
            {finding.code, static_cast<int>(finding.severity), finding.message, finding.fix});
    for (const auto& note : look.notes) json["notes"].push_back({note.code, note.message});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<ResultLook> look_from_text(const std::string& text) {
    auto read = guard([&] {
        const auto json = nlohmann::json::parse(text);
        ResultLook look;
        for (const auto& one : json.at("findings"))
            look.findings.push_back({one.at(0).get<std::string>(),
                                     static_cast<Severity>(one.at(1).get<int>()),
                                     one.at(2).get<std::string>(), one.at(3).get<std::string>()});
        for (const auto& one : json.at("notes"))
            look.notes.push_back({one.at(0).get<std::string>(), one.at(1).get<std::string>()});
        if (json.contains("faces")) look.faces = json.at("faces").get<int>();
        return look;
    });
    if (!read) return {};
    return std::move(*read);
}

}  // namespace mediaedit::internal
