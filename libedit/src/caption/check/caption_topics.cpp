// Topics that a person should think about before posting.
#include "base/message.hpp"
#include "caption/check/caption_checks.hpp"
#include "caption/privacy/person_mentions.hpp"
#include "language/phrases.hpp"

#include <optional>
#include <string>

namespace mediaedit::internal {
namespace {

/// The topics of a sentence; of some the first token.
struct Sentence {
    std::optional<std::size_t> child, health, crime, sexual_crime, accusation, oknum;
    bool person = false, prevention = false, disaster = false;
};

class Topics {
public:
    Topics(const AnalysedCaption& caption, CaptionFindings& findings)
        : text_(caption.text), findings_(findings) {}

    void read() {
        Sentence sentence;
        for (std::size_t i = 0; i < text_.tokens().size(); ++i) {
            if (i > 0 && !text_.same_sentence(i, i - 1)) {
                judge(sentence);
                sentence = {};
            }
            note(i, sentence);
        }
        judge(sentence);
        report();
    }

private:
    static void first(std::optional<std::size_t>& place, bool is, std::size_t index) {
        if (is && !place) place = index;
    }

    void note(std::size_t i, Sentence& sentence) {
        static const auto& aid = words("aid");
        static const auto& child = words("child");
        static const auto& health = words("health");
        static const auto& crime = words("crime");
        static const auto& sexual = words("sexual_crime");
        static const auto& prevention = words("prevention");
        static const auto& disaster = words("disaster");
        static const auto& accusation = words("accusation");
        static const auto& oknum = words("accused_group");
        static const auto& election = words("election");
        static const auto& not_election = words("not_election");
        if (!text_.is_word(i)) return;
        first(aid_, aid.has(text_, i), i);
        const bool is_child = child.has(text_, i);
        first(child_, is_child, i);
        first(sentence.child, is_child, i);
        first(sentence.health, health.has(text_, i), i);
        first(sentence.crime, crime.has(text_, i), i);
        first(sentence.sexual_crime, sexual.has(text_, i), i);
        first(sentence.accusation, accusation.has(text_, i), i);
        first(sentence.oknum, oknum.has(text_, i), i);
        if (!election_ && election.has(text_, i) && !not_election.has(text_, i)) election_ = i;
        sentence.prevention = sentence.prevention || prevention.has(text_, i);
        sentence.disaster = sentence.disaster || disaster.has(text_, i);
        sentence.person = sentence.person || named_person(text_, i) > 0;
    }

    void judge(const Sentence& sentence) {
        if (sentence.person)
            first(health_, sentence.health.has_value(), sentence.health.value_or(0));
        if (sentence.prevention || sentence.disaster) return;
        if (sentence.sexual_crime) first(legal_child_, true, *sentence.sexual_crime);
        if (sentence.child && sentence.crime) first(legal_child_, true, *sentence.crime);
        if (sentence.person && sentence.accusation) first(accusation_, true, *sentence.accusation);
        if (sentence.oknum) first(accusation_, true, *sentence.oknum);
    }

    void report() {
        add(child_, "topic.child", Severity::ask,
            tr("Children are spoken of: does a parent or guardian of every child who can be "
               "recognised agree?"));
        add(aid_, "topic.aid", Severity::ask,
            tr("Aid is spoken of: would those who receive it mind being seen, and were they "
               "asked?"));
        add(health_, "topic.health", Severity::ask,
            tr("Somebody's health is spoken of: does this person agree that all may read it?"));
        add(legal_child_, "topic.legal_child", Severity::warning,
            tr("This may be about a child or a victim in a legal case, whose name, face, parents "
               "and address should not be shown; it is better not to post it."));
        add(election_, "topic.election", Severity::ask,
            tr("Words of an election stand here; does the account of the village stay neutral?"));
        add(accusation_, "topic.accusation", Severity::ask,
            tr("This sentence may accuse somebody; has it been checked, and does it need to be "
               "said here?"));
    }

    void add(const std::optional<std::size_t>& token, const char* code, Severity severity,
             std::string message) {
        if (!token) return;
        const auto& at = text_.token(*token);
        findings_.push_back(
            finding_at(text_, {at.begin, at.end}, code, severity, std::move(message)));
    }

    const CaptionText& text_;
    CaptionFindings& findings_;
    std::optional<std::size_t> child_, aid_, health_, legal_child_, election_, accusation_;
};

}  // namespace

void check_topics(const AnalysedCaption& caption, CaptionFindings& findings) {
    Topics(caption, findings).read();
}

}  // namespace mediaedit::internal
