// The words of a filled template.
#pragma once

#include "post/templates/template_file.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

class FillWords {
public:
    FillWords(const TemplateFile& file, const TemplateFill& fill, const Village& village);

    /// Of a place; empty when there is none.
    [[nodiscard]] std::string word(const std::string& place) const;

    /// `part` with its {places} filled in; empty when one of them is.
    [[nodiscard]] std::string filled(const std::string& part) const;

    /// The parts that are not empty.
    [[nodiscard]] std::string joined(const std::vector<std::string>& parts,
                                     const std::string& join) const;

private:
    std::map<std::string, std::string> words_;
};

/// 0 to 100 from "75", "75 %", "sudah 75%"; absent when there is no number.
std::optional<int> percent_of(const std::string& text);

}  // namespace mediaedit::internal
