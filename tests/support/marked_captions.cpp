// Captions of tests/data/captions, with their personal data marked.
#include "support/marked_captions.hpp"

#include "language/code_points.hpp"
#include "support/made_village.hpp"

#include <fstream>
#include <stdexcept>

namespace mediaedit::test {
namespace {

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == by) parts.emplace_back();
        else parts.back() += c;
    }
    return parts;
}

void read_codes(const std::string& field, MarkedCaption& caption) {
    if (field == "-") return;
    for (const auto& code : split(field, ',')) {
        if (code.starts_with("!")) caption.unexpected.push_back(code.substr(1));
        else caption.expected.push_back(code);
    }
}

/// "«phone:0812...»" is the text "0812..." with a mark; "\n" a line break.
void read_text(const std::string& field, MarkedCaption& caption) {
    const auto points = internal::to_code_points(field);
    std::u32string text;
    std::vector<Mark> open;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == U'\\' && i + 1 < points.size() && points[i + 1] == U'n') {
            text += U'\n';
            ++i;
        } else if (points[i] == U'\u00AB') {
            const auto colon = points.find(U':', i);
            if (colon == points.npos)
                throw std::runtime_error(caption.where + ": a mark without a code");
            auto code = internal::to_utf8(std::u32string_view(points).substr(i + 1, colon - i - 1));
            const bool optional = code.starts_with("?");
            open.push_back({"personal." + code.substr(optional ? 1 : 0), text.size(), 0, optional});
            i = colon;
        } else if (points[i] == U'\u00BB') {
            if (open.empty())
                throw std::runtime_error(caption.where + ": a mark that was never opened");
            open.back().end = text.size();
            caption.marks.push_back(open.back());
            open.pop_back();
        } else {
            text += points[i];
        }
    }
    if (!open.empty()) throw std::runtime_error(caption.where + ": a mark that is never closed");
    caption.text = internal::to_utf8(text);
}

}  // namespace

std::vector<MarkedCaption> read_marked_captions(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::vector<MarkedCaption> captions;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty()) continue;
        MarkedCaption caption;
        caption.where = file.filename().string() + ":" + std::to_string(number);
        const auto tab = line.find('\t');
        if (tab == line.npos) throw std::runtime_error(caption.where + ": no tab");
        read_codes(line.substr(0, tab), caption);
        read_text(line.substr(tab + 1), caption);
        captions.push_back(std::move(caption));
    }
    return captions;
}

Village test_village() {
    auto village = made_village();
    village.office_phone = "(0299) 700123";
    village.office_whatsapp = "0812-9900-1234";
    village.office_email = "desa.sukamaju@example.net";
    village.office_address = "Jl. Raya Sukamaju No. 1 RT 01/RW 01";
    village.other_numbers = {"BRI 0299-01-000123-30-4"};
    return village;
}

}  // namespace mediaedit::test
