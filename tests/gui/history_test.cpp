// Undo and redo: whole values with the names of their changes.
#include "model/history.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using sunting::History;

TEST(HistoryTest, GoesBackAndForthUnderTheNamesOfWhatWasDone) {
    History<int> history(1);
    EXPECT_FALSE(history.undo_name());
    EXPECT_FALSE(history.redo_name());
    history.change(2, "two");
    history.change(3, "three");
    EXPECT_EQ(history.undo_name(), "three");
    history.undo();
    EXPECT_EQ(history.now(), 2);
    EXPECT_EQ(history.undo_name(), "two");
    EXPECT_EQ(history.redo_name(), "three");
    history.undo();
    EXPECT_EQ(history.now(), 1);
    history.undo();
    EXPECT_EQ(history.now(), 1);
    history.redo();
    history.redo();
    EXPECT_EQ(history.now(), 3);
    history.redo();
    EXPECT_EQ(history.now(), 3);
    EXPECT_FALSE(history.redo_name());
}

TEST(HistoryTest, ABurstIsOneStep) {
    History<int> history(0);
    for (int i = 1; i <= 30; ++i) history.change(i, "move photo", "drag");
    EXPECT_EQ(history.now(), 30);
    history.undo();
    EXPECT_EQ(history.now(), 0);
    history.redo();
    EXPECT_EQ(history.now(), 30);
}

TEST(HistoryTest, ABurstEndsWhenItIsEndedUndoneOrBrokenByAnother) {
    History<int> history(0);
    history.change(1, "a", "drag");
    history.end_burst();
    history.change(2, "b", "drag");
    history.change(3, "c", "other");
    history.change(4, "d", "drag");
    for (const int value : {3, 2, 1, 0}) {
        history.undo();
        EXPECT_EQ(history.now(), value);
    }
    history.redo();
    // A change after undo must not be joined with the step before.
    history.change(9, "e", "drag");
    history.undo();
    EXPECT_EQ(history.now(), 1);
}

TEST(HistoryTest, WhatIsDoneAfterUndoTakesThePlaceOfWhatWasUndone) {
    History<int> history(0);
    history.change(1, "one");
    history.undo();
    history.change(2, "two");
    EXPECT_FALSE(history.redo_name());
    EXPECT_EQ(history.undo_name(), "two");
    history.undo();
    EXPECT_EQ(history.now(), 0);
}

TEST(HistoryTest, AnUnchangedValueIsNoStepAndKeepsWhatCanBeDoneAgain) {
    History<int> history(0);
    history.change(1, "one");
    history.undo();
    history.change(0, "nothing");
    EXPECT_FALSE(history.undo_name());
    EXPECT_EQ(history.redo_name(), "one");
}

TEST(HistoryTest, WhatIsAmendedIsNoStepOfItsOwn) {
    History<std::string> history("work");
    history.change("work, cropped", "crop");
    history.amend("work, cropped, in its folder");
    EXPECT_EQ(history.now(), "work, cropped, in its folder");
    history.undo();
    EXPECT_EQ(history.now(), "work");
    history.redo();
    EXPECT_EQ(history.now(), "work, cropped, in its folder");
}

TEST(HistoryTest, KeepsTheNewestFiveHundredSteps) {
    History<int> history(0);
    for (int i = 1; i <= 1000; ++i) history.change(i, std::to_string(i));
    int steps = 0;
    for (; history.undo_name(); ++steps) history.undo();
    EXPECT_EQ(steps, 499);
    EXPECT_EQ(history.now(), 501);
}

}  // namespace
