// The texts for the fields of a caption template, from the answers of a form.
#include "caption/write/caption_texts.hpp"

#include "caption/write/typed_answer.hpp"
#include "language/caption_letters.hpp"
#include "language/dates/caption_date.hpp"
#include "language/numbers/rupiah.hpp"
#include "village/village_words.hpp"

#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace mediaedit::internal {
namespace {

class Writer {
public:
    Writer(const CaptionForm& form, const KindFacts& kind, const ActivitiesFile& activities,
           const Village& village, const CaptionOptions& options, bool comments)
        : form_(form),
          kind_(kind),
          activities_(activities),
          village_(village),
          options_(options),
          language_(options.language),
          comments_(comments) {}

    CaptionTexts write() && {
        for (const auto& field : kind_.fields) write_answer(field);
        derive_fields();
        write_village();
        write_channel();
        write_invitation();
        list_missing();
        return std::move(texts_);
    }

private:
    [[nodiscard]] std::string_view typed(std::string_view id) const {
        const auto found = form_.fields.find(std::string(id));
        return found == form_.fields.end() ? std::string_view() : std::string_view(found->second);
    }
    [[nodiscard]] const std::string& text(std::string_view id) const {
        static const std::string none;
        const auto found = texts_.fields.find(id);
        return found == texts_.fields.end() ? none : found->second.text;
    }
    [[nodiscard]] bool asks(std::string_view id) const { return kind_.field(id) != nullptr; }
    [[nodiscard]] bool lacks(std::string_view id) const { return asks(id) && text(id).empty(); }
    void set(const std::string& id, std::string value) { texts_.fields[id] = {std::move(value)}; }

    void write_answer(const FieldFacts& field) {
        if (field.id == "ajakan") return;
        const auto answer = typed(field.id);
        auto shown = typed_answer(field, answer, village_name(village_), language_);
        if (is_change(field, answer, shown))
            texts_.changes.push_back({field.id, one_clean_line(answer), shown.text});
        texts_.fields[field.id] = std::move(shown);
    }

    /// Sets an empty field that follows from other answers.
    void set_derived(const std::string& id, std::string value) {
        if (value.empty() || !lacks(id)) return;
        texts_.changes.push_back({id, "", value});
        set(id, std::move(value));
    }

    void derive_fields() {
        if (options_.taken_on && options_.taken_on->ok())
            set_derived("tanggal",
                        date_in_words({*options_.taken_on, *options_.taken_on}, language_));
        set_derived("total_per_kpm", total());
        set_derived("hut", anniversary());
        if (const auto& contests = texts_.fields["daftar_lomba"].items; contests.size() > 1)
            set_derived("jumlah_lomba", std::to_string(contests.size()));
        if (lacks("jam")) set_derived("hari_layanan", one_clean_line(village_.opening_hours));
        set_derived("kontak_darurat", office_urgent(village_, language_));
    }

    [[nodiscard]] std::string total() const {
        const auto amount = read_rupiah(one_clean_line(typed("nominal")));
        const auto& months = text("jumlah_bulan");
        int count = 0;
        const auto end = std::from_chars(months.data(), months.data() + months.size(), count).ptr;
        const bool known = amount && end == months.data() + months.size() && count >= 1 &&
                           count <= 12 && *amount <= 1'000'000'000;
        return known ? rupiah(*amount * count, language_) : std::string();
    }

    [[nodiscard]] std::string anniversary() const {
        auto date = read_date(one_clean_line(typed("tanggal")));
        if (!date && typed("tanggal").empty() && options_.taken_on)
            date = TypedDate{*options_.taken_on, *options_.taken_on};
        constexpr int independence = 1945;
        const int years = date ? static_cast<int>(date->first.year()) - independence : 0;
        return years > 0 ? std::to_string(years) : std::string();
    }

    void write_village() {
        set("desa", village_name(village_));
        set("kecamatan", one_clean_line(village_.district));
        set("wilayah", region(village_, language_));
        set("tempat_desa", place_in_village(text("tempat"), village_, language_));
        set("di_tempat", at_place(text("tempat"), language_));
        set("di_tempat_desa", at_place(text("tempat_desa"), language_));
        set("hut_ke", ordinal(text("hut")));
        const auto& time = text("jam");
        // An answer such as "jam 8" was not understood, but needs no "pukul" before it.
        set("pukul",
            time.empty() || small_letters(time).starts_with("jam") ? time : "pukul " + time);
    }

    [[nodiscard]] std::string ordinal(const std::string& number) const {
        if (number.empty() || language_ != "en") return number.empty() ? number : "ke-" + number;
        const char last = number.back();
        const bool teen = number.size() >= 2 && number[number.size() - 2] == '1';
        if (teen || last < '1' || last > '3') return number + "th";
        return number + (last == '1' ? "st" : last == '2' ? "nd" : "rd");
    }

    void write_channel() {
        if (text("kanal").empty()) set("kanal", office_channel(village_, language_));
        const bool named = text("kanal").find("lapor.go.id") != std::string::npos;
        set("lapor", village_.lapor && !named ? "lapor.go.id" : "");
        const auto* warning = activities_.invitation("data_pribadi");
        set("peringatan", warning && comments_ ? warning->text.in(language_) : "");
    }

    /// The words with the channel for "{kanal}". Typed words may contain it often; the channel
    /// itself is not searched.
    [[nodiscard]] std::string with_channel(std::string_view words) const {
        constexpr std::string_view place = "{kanal}";
        constexpr int most_places = 4;
        std::string filled;
        for (int places = 0; places < most_places; ++places) {
            const auto at = words.find(place);
            if (at == words.npos) break;
            (filled += words.substr(0, at)) += text("kanal");
            words.remove_prefix(at + place.size());
        }
        return filled += words;
    }
    [[nodiscard]] bool suits(const InvitationFacts& invitation) const {
        if (invitation.comments && !comments_) return false;
        if (invitation.lapor && !village_.lapor) return false;
        return invitation.text.id.find("{kanal}") == std::string::npos || !text("kanal").empty();
    }

    [[nodiscard]] const InvitationFacts* wanted_invitation(const std::string& answer) const {
        for (const auto& invitation : activities_.invitations)
            for (const auto* words : {&invitation.id, &invitation.text.id, &invitation.text.en})
                if (answer == *words) return &invitation;
        return nullptr;
    }

    [[nodiscard]] std::string words_of(const InvitationFacts& invitation) const {
        auto words = with_channel(invitation.text.in(language_));
        const auto* with = activities_.invitation(invitation.with);
        if (with && suits(*with)) words += " " + with->text.in(language_);
        return words;
    }

    void write_invitation() {
        const auto answer = one_clean_line(typed("ajakan"));
        const auto* chosen = wanted_invitation(answer);
        if (chosen && !suits(*chosen)) chosen = nullptr;
        if (!chosen && !answer.empty() && !wanted_invitation(answer)) {
            texts_.fields["ajakan"] = {whole_sentence(with_channel(answer)), true};
            return;
        }
        for (const auto& id : kind_.invitations)
            if (const auto* usual = activities_.invitation(id); !chosen && usual && suits(*usual))
                chosen = usual;
        texts_.fields["ajakan"] = {chosen ? words_of(*chosen) : "", true};
        if (chosen) texts_.brief_invitation = with_channel(chosen->brief.in(language_));
    }

    void list_missing() {
        for (const auto& field : kind_.fields)
            if (text(field.id).empty() &&
                (kind_.required.contains(field.id) || needed_with_money(field.id)))
                texts_.missing.push_back(field.id);
        if (text("desa").empty()) texts_.missing.emplace_back("desa");
    }

    /// A source is required with an amount, and an amount with the Village Fund.
    [[nodiscard]] bool needed_with_money(std::string_view id) const {
        if (id == "sumber") return !text("biaya").empty();
        const auto source = small_letters(text("sumber"));
        return id == "biaya" && (source.find("dana desa") != std::string::npos ||
                                 source.find("village fund") != std::string::npos);
    }

    const CaptionForm& form_;
    const KindFacts& kind_;
    const ActivitiesFile& activities_;
    const Village& village_;
    const CaptionOptions& options_;
    const std::string& language_;
    bool comments_;
    CaptionTexts texts_;
};

}  // namespace

CaptionTexts caption_texts(const CaptionForm& form, const KindFacts& kind,
                           const ActivitiesFile& activities, const Village& village,
                           const CaptionOptions& options, bool comments) {
    return Writer(form, kind, activities, village, options, comments).write();
}

}  // namespace mediaedit::internal
