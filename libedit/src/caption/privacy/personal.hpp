// Kinds of personal data: code, message and fix of each.
#pragma once

#include "caption/analysed_caption.hpp"
#include "caption/privacy/harmless.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

enum class PersonalKind {
    nik,
    kk,
    nik_or_kk,
    card,
    npwp,
    phone,
    landline,
    account,
    bpjs,
    plate,
    birth_date,
    staff_number,
    age,
    address,
    coordinates,
    passport,
    licence,
    certificate,
    email,
    long_number
};

/// The finding for a place, whose fix replaces its digits by stars. The last few digits, which
/// identify nobody, may stay.
CaptionFinding personal_finding(const CaptionText& text, PersonalKind kind, Span plain);

/// Replaces all letters and digits except the last `kept_digits` by stars; signs and spaces stay.
std::string starred(std::u32string_view original, std::size_t kept_digits);

// Each of these adds what it finds, in the order of the text. `harmless`: see harmless_places.

/// Rows of digits: NIK, KK, cards, NPWP, phones, accounts, BPJS, licences, certificates, staff
/// numbers.
void find_personal_numbers(const AnalysedCaption& caption, const std::vector<bool>& harmless,
                           const OwnFacts& own, CaptionFindings& findings);
/// Mobile phones in links: wa.me/628..., ?phone=628..., t.me/+628..., signal.me/#p/+628...
void find_linked_phones(const AnalysedCaption& caption, const OwnFacts& own,
                        CaptionFindings& findings);
/// Home phones without an area code: "Telp rumah Pak Budi: 321234". Only where "rumah" or a person
/// is named before the number; else it may be the office's.
void find_local_phones(const AnalysedCaption& caption, const std::vector<bool>& harmless,
                       const OwnFacts& own, CaptionFindings& findings);
void find_plates_and_passports(const AnalysedCaption& caption, CaptionFindings& findings);
void find_emails(const AnalysedCaption& caption, const OwnFacts& own, CaptionFindings& findings);
/// Dates of birth, and the ages of people who are named.
void find_births(const AnalysedCaption& caption, CaptionFindings& findings);
/// The ages alone. `births`: the first token behind each date of birth, in order; an age may
/// follow.
void find_ages(const AnalysedCaption& caption, const std::vector<std::size_t>& births,
               CaptionFindings& findings);
void find_home_addresses(const AnalysedCaption& caption, const OwnFacts& own,
                         CaptionFindings& findings);
/// Lists of three or more names where something is given, treated or taught. `kind`: the activity.
void find_name_lists(const AnalysedCaption& caption, std::string_view kind,
                     CaptionFindings& findings);

/// The most findings of each kind. More help nobody, and they take memory.
constexpr std::size_t most_findings = 200;

}  // namespace mediaedit::internal
