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

    /// The word for a field; empty: none.
    [[nodiscard]] std::string word(const std::string& field) const;

    /// `part` with its {fields} filled in; empty if one of them is empty.
    [[nodiscard]] std::string filled(const std::string& part) const;

    /// The filled parts that are not empty.
    [[nodiscard]] std::string joined(const std::vector<std::string>& parts,
                                     const std::string& join) const;

private:
    std::map<std::string, std::string> words_;
};

/// 0 to 100 from "75", "75 %", "sudah 75%"; nothing for a text without a number.
std::optional<int> percent_of(const std::string& text);

}  // namespace mediaedit::internal
