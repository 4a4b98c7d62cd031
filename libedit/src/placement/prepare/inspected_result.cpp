// What was found in a file of a package, as text for its manifest.
#include "placement/prepare/inspected_result.hpp"

#include "base/guard.hpp"

#include <nlohmann/json.hpp>

namespace mediaedit::internal {

std::string as_text(const InspectedResult& result) {
    nlohmann::json json{{"findings", nlohmann::json::array()}, {"notes", nlohmann::json::array()}};
    if (result.faces) json["faces"] = *result.faces;
    for (const auto& finding : result.findings)
        json["findings"].push_back(
            {finding.code, static_cast<int>(finding.severity), finding.message, finding.fix});
    for (const auto& note : result.notes) json["notes"].push_back({note.code, note.message});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<InspectedResult> inspected_from_text(const std::string& text) {
    auto read = guard([&] {
        const auto json = nlohmann::json::parse(text);
        InspectedResult result;
        for (const auto& one : json.at("findings"))
            result.findings.push_back({one.at(0).get<std::string>(),
                                       static_cast<Severity>(one.at(1).get<int>()),
                                       one.at(2).get<std::string>(), one.at(3).get<std::string>()});
        for (const auto& one : json.at("notes"))
            result.notes.push_back({one.at(0).get<std::string>(), one.at(1).get<std::string>()});
        if (json.contains("faces")) result.faces = json.at("faces").get<int>();
        return result;
    });
    if (!read) return {};
    return std::move(*read);
}

}  // namespace mediaedit::internal
