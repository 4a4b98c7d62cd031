// The JSON of a filled form: "schema": "mediaedit.form/1".
#pragma once

#include "base/guard.hpp"
#include "json/description.hpp"

#include <mediaedit/caption.hpp>

#include <filesystem>
#include <string>

namespace mediaedit::internal {

/// Which fields there are, is said by the newest file of activities.
template <>
struct Codec<CaptionForm> {
    static void read(const nlohmann::json& json, CaptionForm& form, const std::string& path,
                     const ReadContext&);
    static nlohmann::ordered_json write(const CaptionForm& form);
    static void check(const CaptionForm&, const JsonPath&, Checked) {}
    static nlohmann::ordered_json schema();
};

template <>
struct Described<CaptionForm> {
    static constexpr const char* schema = "mediaedit.form/1";
    static CaptionForm read_file(const std::filesystem::path& file) {
        return value_or_throw(read_form(file));
    }
    static void resolve(CaptionForm&, const std::filesystem::path&) {}
};

}  // namespace mediaedit::internal
