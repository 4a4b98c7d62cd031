// A folder with a photo for the command to work on.
#pragma once

#include "support/phone_photos.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace mediaedit::test {

using Json = nlohmann::json;

class Command : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string photo = (folder / "kerja bakti.jpg").string();
    std::string results = (folder / "results").string();

    void SetUp() override { write_phone_jpeg(photo, made_scene(1600, 1200), 6); }

    static Json json_of(const mediaedit::test::Run& run) {
        const auto document = Json::parse(run.out, nullptr, false);
        EXPECT_FALSE(document.is_discarded()) << run.out << run.err;
        return document;
    }
    std::string photo_bytes() const {
        std::ifstream in(photo, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

}  // namespace mediaedit::test
