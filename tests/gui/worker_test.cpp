// The worker that stores work, settings and the logo.
#include "full_work.hpp"

#include "worker/work_store.hpp"
#include "worker/worker.hpp"

#include "support/media_files.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <variant>

namespace {

namespace fs = std::filesystem;
using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::TemporaryFolder;
using mediaedit::test::text_of;

TEST(WorkerTest, StoresTheNewestOfManyChangesAndTellsWhich) {
    const TemporaryFolder folder;
    Worker worker(WorkStore(folder.path()), [] {});
    // A drag of a quarter of an hour. If each change were stored on its own, closing the program
    // would take as long.
    auto work = photo_work();
    for (std::uint64_t version = 1; version <= 27'000; ++version) {
        if (version == 27'000) work.post.words["title"] = "the last";
        worker.run(StoreWork{std::make_shared<const Work>(work), version});
    }
    worker.finish_storing();
    EXPECT_EQ(WorkStore(folder.path()).read(work.id)->post.words.at("title"), "the last");
    EXPECT_EQ(WorkStore(folder.path()).interrupted(), work.id);
    std::uint64_t newest = 0;
    for (const auto& action : worker.take())
        if (const auto* stored = std::get_if<WorkStored>(&action)) {
            EXPECT_EQ(stored->problem, "");
            newest = stored->version;
        }
    EXPECT_EQ(newest, 27'000u);
}

TEST(WorkerTest, WhatWasAskedToBeStoredIsStoredWhenItEnds) {
    const TemporaryFolder folder;
    {
        Worker worker(WorkStore(folder.path()), [] {});
        worker.run(StoreWork{std::make_shared<const Work>(full_work()), 1});
        worker.run(StoreSettings{full_settings()});
    }
    EXPECT_EQ(*WorkStore(folder.path()).read(full_work().id), full_work());
    EXPECT_EQ(WorkStore(folder.path()).settings(), full_settings());
}

TEST(WorkerTest, ABrokenLogoDoesNotTakeThePlaceOfTheOneThereIs) {
    const TemporaryFolder folder;
    const auto photos = mediaedit::test::data_folder() / "photos";
    Worker worker(WorkStore(folder / "store"), [] {});
    worker.run(KeepLogo{photos / "orient-6-png-exif-chunk.png"});
    worker.finish_storing();
    auto actions = worker.take();
    ASSERT_EQ(actions.size(), 1u);
    ASSERT_TRUE(std::holds_alternative<LogoChosen>(actions.front()));
    const auto logo = std::get<LogoChosen>(actions.front()).file;
    const auto kept = text_of(logo);
    EXPECT_EQ(kept, text_of(photos / "orient-6-png-exif-chunk.png"));
    for (const auto& wrong :
         {photos / "corrupt-broken.png", fs::path("/never/was.png"),
          mediaedit::test::data_folder() / "videos" / "rot-90-three-frames.mov"}) {
        worker.run(KeepLogo{wrong});
        worker.finish_storing();
        actions = worker.take();
        ASSERT_EQ(actions.size(), 1u);
        ASSERT_TRUE(std::holds_alternative<Said>(actions.front())) << wrong;
        EXPECT_EQ(std::get<Said>(actions.front()).toast.kind, Toast::Kind::problem);
        EXPECT_TRUE(text_of(logo) == kept) << wrong;
    }
}

}  // namespace
