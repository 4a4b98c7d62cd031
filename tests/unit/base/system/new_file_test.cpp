// A new file gets its name only when it is complete.
#include "base/system/new_file.hpp"
#include "base/failure.hpp"
#include "support/media_files.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

std::vector<std::uint8_t> bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

ErrorCode code_of(auto&& body) {
    try {
        body();
    } catch (const Failure& failure) { return failure.error.code; }
    ADD_FAILURE() << "nothing failed";
    return ErrorCode::internal;
}

TEST(NewFile, HasNoNameBeforeCommit) {
    test::TemporaryFolder folder;
    auto file = NewFile::open(folder / "a.jpg", IfExists::refuse);
    file.write(bytes_of("whole"));
    EXPECT_FALSE(std::filesystem::exists(folder / "a.jpg"));
    EXPECT_EQ(file.commit(), folder / "a.jpg");
    EXPECT_EQ(test::text_of(folder / "a.jpg"), "whole");
    EXPECT_EQ(folder.entries(), 1);
}

TEST(NewFile, DroppedLeavesNothing) {
    test::TemporaryFolder folder;
    { NewFile::open(folder / "a.jpg", IfExists::refuse).write(bytes_of("part")); }
    EXPECT_EQ(folder.entries(), 0);
}

TEST(NewFile, RefusesAtOnceWhatExists) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "a.jpg") << "old";
    EXPECT_EQ(code_of([&] { NewFile::open(folder / "a.jpg", IfExists::refuse); }),
              ErrorCode::exists);
    EXPECT_EQ(test::text_of(folder / "a.jpg"), "old");
}

TEST(NewFile, RefusesWhatCameIntoBeingMeanwhile) {
    test::TemporaryFolder folder;
    auto file = NewFile::open(folder / "a.jpg", IfExists::refuse);
    file.write(bytes_of("new"));
    std::ofstream(folder / "a.jpg") << "old";
    EXPECT_EQ(code_of([&] { file.commit(); }), ErrorCode::exists);
    EXPECT_EQ(test::text_of(folder / "a.jpg"), "old");
}

TEST(NewFile, ReplacesWhole) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "a.jpg") << "old";
    auto file = NewFile::open(folder / "a.jpg", IfExists::replace);
    file.write(bytes_of("new"));
    EXPECT_EQ(test::text_of(folder / "a.jpg"), "old");
    file.commit();
    EXPECT_EQ(test::text_of(folder / "a.jpg"), "new");
    EXPECT_EQ(folder.entries(), 1);
}

TEST(NewFile, NumbersWhatExists) {
    test::TemporaryFolder folder;
    for (const char* expected : {"a.jpg", "a (2).jpg", "a (3).jpg"}) {
        auto file = NewFile::open(folder / "a.jpg", IfExists::number);
        file.write(bytes_of(expected));
        EXPECT_EQ(file.commit(), folder / expected);
    }
    EXPECT_EQ(folder.entries(), 3);
}

TEST(NewFile, SaysThatTheFolderIsMissing) {
    test::TemporaryFolder folder;
    EXPECT_EQ(code_of([&] { NewFile::open(folder / "gone/a.jpg", IfExists::refuse); }),
              ErrorCode::cannot_write);
}

}  // namespace
