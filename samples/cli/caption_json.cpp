// Captions, their counts and findings as JSON.
#include "caption_json.hpp"

#include "severity.hpp"

namespace cli {

using namespace mediaedit;

Json to_json(const CaptionFinding& finding, const std::string& placement) {
    return {{"placement", placement},
            {"code", finding.code},
            {"severity", word_of(finding.severity)},
            {"begin", finding.begin},
            {"end", finding.end},
            {"message", finding.message},
            {"fix", finding.fix},
            {"replacement", finding.replacement ? Json(*finding.replacement) : Json(nullptr)}};
}

namespace {

const char* counting_word(CountedAs counted_as) {
    switch (counted_as) {
        case CountedAs::code_points: return "code_points";
        case CountedAs::utf16: return "utf16";
        case CountedAs::bytes: return "bytes";
        case CountedAs::x_weighted: return "x_weighted";
        case CountedAs::threads: return "threads";
    }
    return "code_points";
}

}  // namespace

Json to_json(const TextCount& count, const std::string& placement) {
    const auto or_null = [](const std::optional<int>& value) {
        return value ? Json(*value) : Json(nullptr);
    };
    return {{"placement", placement},     {"counted_as", counting_word(count.counted_as)},
            {"length", count.length},     {"limit", or_null(count.limit)},
            {"hashtags", count.hashtags}, {"hashtags_limit", or_null(count.hashtags_limit)},
            {"fits", count.fits()}};
}

Json to_json(const Caption& caption, const std::string& placement) {
    auto changes = Json::array();
    for (const auto& change : caption.changes)
        changes.push_back({{"field", change.field}, {"from", change.from}, {"to", change.to}});
    return {{"placement", placement},
            {"title", caption.title},
            {"text", caption.text},
            {"alt_text", caption.alt_text},
            {"length", caption.length == CaptionLength::brief ? "brief" : "full"},
            {"changes", changes},
            {"missing", caption.missing},
            {"dropped", caption.dropped}};
}

}  // namespace cli
