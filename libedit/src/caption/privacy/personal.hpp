// Kinds of personal data: their code, their sentence, and how one press hides them.
#pragma once

#include "caption/analysed_caption.hpp"
#include "caption/privacy/harmless.hpp"

#include <cstddef>
#include <string>
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

/// Of the place, with its digits hidden but for the last few that tell nobody apart.
CaptionFinding personal_finding(const CaptionText& text, PersonalKind kind, Span plain);

/// All letters and digits but the last `kept` digits become stars; signs and spaces stay.
std::string starred(std::u32string_view original, std::size_t kept_digits);

// Each adds what it finds, in order. `harmless`: see harmless_places.

/// NIK, KK, cards, NPWP, phones, accounts, BPJS, licences, certificates, staff numbers: all that is
/// a run of digits.
void find_personal_numbers(const AnalysedCaption& reading, const std::vector<bool>& harmless,
                           const OwnFacts& own, CaptionFindings& findings);
void find_plates_and_passports(const AnalysedCaption& reading, CaptionFindings& findings);
void find_emails(const AnalysedCaption& reading, const OwnFacts& own, CaptionFindings& findings);
/// Birth dates, and ages of people who are named.
void find_births(const AnalysedCaption& reading, CaptionFindings& findings);
void find_home_addresses(const AnalysedCaption& reading, const OwnFacts& own,
                         CaptionFindings& findings);
/// Three or more lines of names where something is given, treated or taught.
void find_name_lists(const AnalysedCaption& reading, std::string_view kind,
                     CaptionFindings& findings);

/// How many tokens a person's name takes that begins at `index` with "Bapak", "Ibu", "Mbah" ...; 0:
/// none.
std::size_t named_person(const CaptionText& text, std::size_t index);

/// No more than these are told: nobody reads a thousand, and they are memory.
constexpr std::size_t most_findings = 200;

}  // namespace mediaedit::internal
