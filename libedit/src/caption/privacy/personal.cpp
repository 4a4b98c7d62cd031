// Kinds of personal data: code, message and fix of each.
#include "caption/privacy/personal.hpp"

#include "base/message.hpp"

#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

struct Words {
    std::string code, message;
    Severity severity = Severity::warning;
    std::size_t kept_digits = 0;
};

Words words_for(PersonalKind kind) {
    switch (kind) {
        case PersonalKind::nik:
            return {"personal.nik_or_kk",
                    tr("This looks like somebody's NIK; whoever reads it could borrow money or "
                       "register in that person's name."),
                    Severity::warning, 4};
        case PersonalKind::kk:
            return {"personal.nik_or_kk",
                    tr("This looks like the number of a family card (KK); with it strangers could "
                       "register in that family's name."),
                    Severity::warning, 4};
        case PersonalKind::nik_or_kk:
            return {"personal.nik_or_kk",
                    tr("These 16 digits look like a NIK or the number of a family card (KK), which "
                       "strangers could use in that person's name."),
                    Severity::warning, 4};
        case PersonalKind::card:
            return {"personal.card",
                    tr("This looks like the number of a payment card, with which money could be "
                       "taken."),
                    Severity::warning, 3};
        case PersonalKind::npwp:
            return {"personal.npwp",
                    tr("This looks like a tax number (NPWP); it belongs to one person or firm and "
                       "serves nobody in a post."),
                    Severity::warning, 3};
        case PersonalKind::phone:
            return {"personal.phone",
                    tr("This mobile number is not known as the office's; its owner may get calls "
                       "and fraud from strangers."),
                    Severity::warning, 3};
        case PersonalKind::landline:
            return {
                "personal.phone",
                tr("This telephone number is not known as the office's; is it meant to be public?"),
                Severity::hint, 3};
        case PersonalKind::account:
            return {"personal.account",
                    tr("This looks like somebody's bank account or wallet; a post can spread it to "
                       "people who misuse it."),
                    Severity::warning, 3};
        case PersonalKind::bpjs:
            return {"personal.bpjs",
                    tr("This looks like a BPJS number, which leads to somebody's health data."),
                    Severity::warning, 3};
        case PersonalKind::plate:
            return {"personal.plate",
                    tr("This looks like a vehicle's plate, by which its owner can be found."),
                    Severity::warning, 0};
        case PersonalKind::birth_date:
            return {"personal.birth",
                    tr("This looks like somebody's date of birth, which often serves as a password "
                       "or proof of who one is."),
                    Severity::warning, 0};
        case PersonalKind::staff_number:
            return {"personal.birth",
                    tr("This looks like a civil servant's number (NIP), which contains the date of "
                       "birth."),
                    Severity::warning, 3};
        case PersonalKind::age:
            return {"personal.birth",
                    tr("The age of somebody who is named makes that person easier to find; is it "
                       "needed?"),
                    Severity::warning, 0};
        case PersonalKind::address:
            return {"personal.address",
                    tr("This looks like somebody's home address; strangers may come to that door."),
                    Severity::warning, 0};
        case PersonalKind::coordinates:
            return {
                "personal.address",
                tr("These coordinates lead to somebody's home; strangers may come to that door."),
                Severity::warning, 0};
        case PersonalKind::passport:
            return {"personal.passport",
                    tr("This looks like a passport's number, which strangers could use in that "
                       "person's name."),
                    Severity::warning, 2};
        case PersonalKind::licence:
            return {"personal.document",
                    tr("This looks like the number of a driving licence (SIM), which strangers "
                       "could use in that person's name."),
                    Severity::warning, 3};
        case PersonalKind::certificate:
            return {"personal.document",
                    tr("This looks like the number of a birth certificate, which tells a birth "
                       "date and could be misused."),
                    Severity::warning, 3};
        case PersonalKind::email:
            return {"personal.email",
                    tr("This looks like a private e-mail address; its owner may get fraud from "
                       "strangers."),
                    Severity::warning, 0};
        case PersonalKind::long_number:
            return {
                "personal.long_number",
                tr("A number this long is often a personal one; does it need to be in the post?"),
                Severity::hint, 3};
    }
    return {};
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
    auto words = words_for(kind);
    const auto original = text.original(plain);
    std::string fix, replacement;
    if (kind == PersonalKind::email) {
        const auto at = original.find(U'@');
        fix = tr("What stands before the @ becomes stars.");
        replacement = "***" + to_utf8(original.substr(at == original.npos ? original.size() : at));
    } else if (words.kept_digits > 0) {
        fix = tr("Its digits become stars; only the last {count} stay.",
                 {{"count", std::to_string(words.kept_digits)}});
        replacement = starred(original, words.kept_digits);
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
    return finding_at(text, plain, std::move(words.code), words.severity, std::move(words.message),
                      std::move(fix), std::move(replacement));
}

}  // namespace mediaedit::internal
