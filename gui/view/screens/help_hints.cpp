// The sentences of the help, by screen.
#include "view/screens/help_hints.hpp"

#include <mediaedit/language.hpp>

namespace sunting {

using namespace mediaedit;

namespace {

std::vector<Hint> hints_for_step(const State& state) {
    switch (state.step) {
        case Step::choose:
            return {
                {"place.", tr("Connect the phone by cable, allow files to be moved, and its photos "
                              "appear at the left.")},
                {"file.", tr("Press a photo to choose it, press again to take it out.")},
                {"elsewhere", tr("\"Look in another folder\" opens the computer's own window.")}};
        case Step::trim:
            return {{"line",
                     tr("Drag the blue handles: what lies between them stays. What is dark goes.")},
                    {"begin.", tr("The buttons with plus and minus move by one single picture; so "
                                  "do the arrow keys when a handle is chosen.")},
                    {"play", tr("\"Play the result\" or the space bar plays just what is kept.")}};
        case Step::frame:
            return {
                {"stage", tr("Drag the photo; the frame stays where it is. What lies outside the "
                             "frame is not shown.")},
                {"zoom.", tr("Plus and minus, or the mouse wheel, make it larger and smaller.")},
                {"faces.", tr("Blur faces of people who did not agree, and cover number plates and "
                              "ID cards.")}};
        case Step::words:
            return {{"template.",
                     tr("Choose a look: it brings its own layout in the village's colours.")},
                    {"text", tr("Or choose \"Without\" and write your own words; drag them where "
                                "they shall stand.")},
                    {"shown", tr("The dashed line is the safe area: outside it the buttons of the "
                                 "platform may cover your words.")}};
        case Step::caption:
            return {{"form.",
                     tr("Answer what you know. The text at the right grows with your answers.")},
                    {"caption.text", tr("Numbers of ID cards and phones of residents are found and "
                                        "can be masked by one press.")},
                    {"caption.copy", tr("Copy the text and paste it where you post, or save it "
                                        "together with the pictures.")}};
        case Step::save:
            if (state.saving.phase == Saving::Phase::done)
                return {
                    {"open",
                     tr("Then open the folder, send the files to the phone and post them.")},
                    {"copy.", tr("Copy the text and paste it where you post, or save it together "
                                 "with the pictures.")},
                    {"check.", tr("Read the list: red must be mended, yellow should be seen to.")}};
            return {
                {"check.", tr("Read the list: red must be mended, yellow should be seen to.")},
                {"next",
                 tr("\"Save result\" makes one folder with all files, captions and a checklist.")},
                {"open", tr("Then open the folder, send the files to the phone and post them.")}};
    }
    return {};
}

}  // namespace

std::vector<Hint> hints_for(const State& state) {
    if (state.screen == Screen::settings || state.screen == Screen::greeting)
        return {{"village.", tr("What you write about the village appears in captions and on "
                                "pictures. Empty lines are left out.")},
                {"village.logo", tr("A PNG without a background is best for the logo; the settings "
                                    "show it on light and on dark.")},
                {"village.export",
                 tr("Save the profile as a file to have the same look on another computer.")}};
    if (state.screen == Screen::home || !state.work())
        return {{"home.", tr("Press what you want to make. One photo becomes files for Instagram, "
                             "Facebook and WhatsApp at once.")},
                {{}, tr("You can drag photos or a video from a folder into the window.")},
                {"earlier.",
                 tr("Your work is kept by itself all the time. The originals are never changed.")}};
    return hints_for_step(state);
}

}  // namespace sunting
