// The questions for people in a photo or video.
#include "base/message.hpp"

#include <mediaedit/post.hpp>

namespace mediaedit {

// Source: docs/apps/captions.md, consent.
std::vector<ConsentQuestion> consent_questions() {
    return {
        {"adult", tr("They know about the picture and agree that it is posted."),
         tr("\"We would like to post your picture on the village's account. Is that all right? If "
            "you change your mind, tell us and we take it down.\""),
         tr("Hide the face, or take another photo.")},
        {"child", tr("A parent or guardian agrees."),
         tr("\"May we post your child's picture on the village's account? We do not write the "
            "name.\" Ask the child, too."),
         tr("Hide the face or show the child from behind; no name, school or home.")},
        {"aid", tr("They agree, and the aid does not depend on the photo."),
         tr("\"May we take a photo for the report? For the village's account, too? If not, you "
            "still get the aid.\""),
         tr("Show the hands, the goods or the queue from behind.")},
        {"health", tr("They agree, and no result can be read."),
         tr("\"May we take a photo while you are examined? We do not show the result.\""),
         tr("Show the staff, the tools or the room.")},
        {"victim", tr("The family agrees, and nobody is put to shame."),
         tr("Ask later, not while they are in distress."), tr("Show the place and the help only.")},
        {"disability",
         tr("It was explained in a way that is understood; a companion agrees where that is "
            "needed."),
         tr("Plain words, signs, a companion."), tr("Hide the face, or take another photo.")},
        {"crowd", tr("It was announced that photos are taken."),
         tr("\"Photos are taken here for the village's account. If you do not want to be seen, "
            "tell the committee or sit on the right.\""),
         tr("Hide the faces of those who ask for it.")},
    };
}

}  // namespace mediaedit
