// Kinds of personal data: code, message and fix of each.
#include "caption/privacy/personal.hpp"

#include "base/message.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

struct KindFacts {
    PersonalKind kind;
    const char* code;
    Severity severity;
    std::size_t kept_digits;
};

constexpr std::array<KindFacts, 20> all_facts{
    {{PersonalKind::nik, "personal.nik_or_kk", Severity::warning, 4},
     {PersonalKind::kk, "personal.nik_or_kk", Severity::warning, 4},
     {PersonalKind::nik_or_kk, "personal.nik_or_kk", Severity::warning, 4},
     {PersonalKind::card, "personal.card", Severity::warning, 3},
     {PersonalKind::npwp, "personal.npwp", Severity::warning, 3},
     {PersonalKind::phone, "personal.phone", Severity::warning, 3},
     {PersonalKind::landline, "personal.phone", Severity::hint, 3},
     {PersonalKind::account, "personal.account", Severity::warning, 3},
     {PersonalKind::bpjs, "personal.bpjs", Severity::warning, 3},
     {PersonalKind::plate, "personal.plate", Severity::warning, 0},
     {PersonalKind::birth_date, "personal.birth", Severity::warning, 0},
     {PersonalKind::staff_number, "personal.birth", Severity::warning, 3},
     {PersonalKind::age, "personal.birth", Severity::warning, 0},
     {PersonalKind::address, "personal.address", Severity::warning, 0},
     {PersonalKind::coordinates, "personal.address", Severity::warning, 0},
     {PersonalKind::passport, "personal.passport", Severity::warning, 2},
     {PersonalKind::licence, "personal.document", Severity::warning, 3},
     {PersonalKind::certificate, "personal.document", Severity::warning, 3},
     {PersonalKind::email, "personal.email", Severity::warning, 0},
     {PersonalKind::long_number, "personal.long_number", Severity::hint, 3}}};

const KindFacts& facts_of(PersonalKind kind) {
    return *std::find_if(all_facts.begin(), all_facts.end(),
                         [&](const KindFacts& facts) { return facts.kind == kind; });
}

std::string message_of_number(PersonalKind kind) {
    switch (kind) {
        case PersonalKind::nik:
            return tr(
                "This looks like somebody's NIK; whoever reads it could borrow money or "
                "register in that person's name.");
        case PersonalKind::kk:
            return tr(
                "This looks like the number of a family card (KK); with it strangers could "
                "register in that family's name.");
        case PersonalKind::nik_or_kk:
            return tr(
                "These 16 digits look like a NIK or the number of a family card (KK), which "
                "strangers could use in that person's name.");
        case PersonalKind::card:
            return tr(
                "This looks like the number of a payment card, with which money could be "
                "taken.");
        case PersonalKind::npwp:
            return tr(
                "This looks like a tax number (NPWP); it belongs to one person or firm and "
                "serves nobody in a post.");
        case PersonalKind::phone:
            return tr(
                "This mobile number is not known as the office's; its owner may get calls "
                "and fraud from strangers.");
        case PersonalKind::landline:
            return tr(
                "This telephone number is not known as the office's; is it meant to be public?");
        case PersonalKind::account:
            return tr(
                "This looks like somebody's bank account or wallet; a post can spread it to "
                "people who misuse it.");
        case PersonalKind::bpjs:
            return tr("This looks like a BPJS number, which leads to somebody's health data.");
        case PersonalKind::staff_number:
            return tr(
                "This looks like a civil servant's number (NIP), which contains the date of "
                "birth.");
        case PersonalKind::passport:
            return tr(
                "This looks like a passport's number, which strangers could use in that "
                "person's name.");
        case PersonalKind::licence:
            return tr(
                "This looks like the number of a driving licence (SIM), which strangers "
                "could use in that person's name.");
        case PersonalKind::certificate:
            return tr(
                "This looks like the number of a birth certificate, which tells a birth "
                "date and could be misused.");
        case PersonalKind::long_number:
            return tr(
                "A number this long is often a personal one; does it need to be in the post?");
        default: return {};
    }
}

std::string message_of(PersonalKind kind) {
    switch (kind) {
        case PersonalKind::plate:
            return tr("This looks like a vehicle's plate, by which its owner can be found.");
        case PersonalKind::birth_date:
            return tr(
                "This looks like somebody's date of birth, which often serves as a password "
                "or proof of who one is.");
        case PersonalKind::age:
            return tr(
                "The age of somebody who is named makes that person easier to find; is it "
                "needed?");
        case PersonalKind::address:
            return tr("This looks like somebody's home address; strangers may come to that door.");
        case PersonalKind::coordinates:
            return tr(
                "These coordinates lead to somebody's home; strangers may come to that door.");
        case PersonalKind::email:
            return tr(
                "This looks like a private e-mail address; its owner may get fraud from "
                "strangers.");
        default: return message_of_number(kind);
    }
}

}  // namespace

std::string starred(std::u32string_view original, std::size_t kept_digits) {
    std::size_t read = 0;  // letters too, so that "0002" and "OO02" keep the same places
    for (const char32_t point : original) read += reads_as(point) != Reads::other ? 1u : 0u;
    std::string hidden;
    for (const char32_t point : original) {
        const auto as = reads_as(point);
        if (as != Reads::other) --read;
        const bool shown = as == Reads::other || (as == Reads::digit && read < kept_digits);
        if (shown) append_utf8(hidden, point);
        else hidden += '*';
    }
    return hidden;
}

CaptionFinding personal_finding(const CaptionText& text, PersonalKind kind, Span plain) {
    const auto& facts = facts_of(kind);
    const auto original = text.original(plain);
    std::string fix, replacement;
    if (kind == PersonalKind::email) {
        const auto at = original.find(U'@');
        fix = tr("What stands before the @ becomes stars.");
        replacement = "***" + to_utf8(original.substr(at == original.npos ? original.size() : at));
    } else if (facts.kept_digits > 0) {
        fix = tr("Its digits become stars; only the last {count} stay.",
                 {{"count", std::to_string(facts.kept_digits)}});
        replacement = starred(original, facts.kept_digits);
    } else if (kind == PersonalKind::address) {
        // The name of the street is public; the number of the house is not.
        fix = tr("Its numbers become stars, so that no door is named.");
        for (const char32_t point : original) {
            if (reads_as(point) == Reads::digit) replacement += '*';
            else append_utf8(replacement, point);
        }
    } else {
        fix = tr("It becomes stars.");
        replacement = starred(original, 0);
    }
    return finding_at(text, plain, facts.code, facts.severity, message_of(kind), std::move(fix),
                      std::move(replacement));
}

}  // namespace mediaedit::internal
