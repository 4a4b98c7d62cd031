// All personal data in a text.
#include "caption/privacy/find_personal.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mediaedit::internal {
namespace {

bool is_personal(const CaptionFinding& finding) { return finding.code.starts_with("personal."); }

/// Drops each finding that overlaps an earlier or longer one. Findings inside a list of names stay.
void drop_overlapping(CaptionFindings& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const CaptionFinding& a, const CaptionFinding& b) {
                         return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
                     });
    CaptionFindings kept;
    std::size_t end = 0;
    for (auto& finding : findings) {
        const bool is_list = finding.code == "personal.name_list";
        if (!is_list && finding.begin < end) continue;
        if (!is_list) end = finding.end;
        kept.push_back(std::move(finding));
    }
    findings = std::move(kept);
}

}  // namespace

CaptionFindings find_personal(const AnalysedCaption& caption, const CaptionContext& context) {
    const OwnFacts own(context.village);
    const auto harmless = harmless_places(caption);
    // Each kind has its own bound, so that a thousand phones do not hide one address.
    CaptionFindings all;
    const auto take = [&all](auto find) {
        CaptionFindings found;
        find(found);
        std::move(found.begin(), found.end(), std::back_inserter(all));
    };
    take([&](CaptionFindings& found) { find_personal_numbers(caption, harmless, own, found); });
    take([&](CaptionFindings& found) { find_plates_and_passports(caption, found); });
    take([&](CaptionFindings& found) { find_emails(caption, own, found); });
    take([&](CaptionFindings& found) { find_births(caption, found); });
    take([&](CaptionFindings& found) { find_home_addresses(caption, own, found); });
    take([&](CaptionFindings& found) { find_name_lists(caption, context.kind, found); });
    drop_overlapping(all);
    return all;
}

void sort_findings(CaptionFindings& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const CaptionFinding& a, const CaptionFinding& b) {
                         if (a.severity != b.severity) return a.severity < b.severity;
                         if (is_personal(a) != is_personal(b)) return is_personal(a);
                         return a.begin < b.begin;
                     });
}

}  // namespace mediaedit::internal
