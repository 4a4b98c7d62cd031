// Names of severities, in JSON and for people.
#include "severity.hpp"

namespace cli {

using namespace mediaedit;

const char* word_of(Severity severity) noexcept {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::ask: return "ask";
        case Severity::hint: return "hint";
    }
    return "warning";
}

std::string name_of(Severity severity) {
    switch (severity) {
        case Severity::error: return tr("problem");
        case Severity::warning: return tr("warning");
        case Severity::ask: return tr("question");
        case Severity::hint: return tr("hint");
    }
    return tr("warning");
}

}  // namespace cli
