// The program as a person uses it, and the files that it saves.
#pragma once

#include "program.hpp"

#include <mediaedit/check.hpp>
#include <mediaedit/placement.hpp>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <filesystem>
#include <map>
#include <string>

namespace sunting::test {

class JourneyTest : public testing::Test {
protected:
    Program program_;

    void press_card(const std::string& name) {
        for (const auto& widget : program_.app().widgets())
            if (widget.id.starts_with("file.") && widget.label == name) {
                program_.press(std::string(widget.id));
                return;
            }
        FAIL() << "no card of " << name;
    }

    /// The files of the last save, by placement.
    std::map<std::string, fs::path> results() {
        std::map<std::string, fs::path> files;
        const auto& saving = program_.state().saving;
        EXPECT_EQ(saving.phase, Saving::Phase::done) << saving.problem << " " << saving.details;
        if (!saving.report) return files;
        for (const auto& file : saving.report->files)
            if (!file.placement.empty())
                files[file.placement + (file.item > 0 ? "#" + std::to_string(file.item)
                                                      : std::string())] = saving.folder / file.file;
        return files;
    }

    /// Each platform would accept its results.
    static void expect_accepted(const std::map<std::string, fs::path>& files) {
        EXPECT_FALSE(files.empty());
        for (const auto& [placement, file] : files) {
            const auto known = mediaedit::find_placement(placement.substr(0, placement.find('#')));
            ASSERT_TRUE(known);
            const auto findings = mediaedit::check(file, *known);
            ASSERT_TRUE(findings) << file << ": " << findings.error().message;
            for (const auto& finding : *findings)
                EXPECT_NE(finding.severity, mediaedit::Severity::error)
                    << file << ": " << finding.message;
            const auto info = mediaedit::probe(file);
            ASSERT_TRUE(info);
            EXPECT_EQ(info->size, known->size) << file;
            EXPECT_FALSE(info->has_location) << file;
            EXPECT_FALSE(info->has_owner_data) << file;
        }
    }

    /// Which part of a ramp an upright picture shows, from 0 to 1.
    struct Part {
        double left, top, right, bottom;
    };
    static Part part_of_ramp(const cv::Mat& rgb) {
        const auto at = [&](int x, int y) { return rgb.at<cv::Vec3b>(y, x); };
        const int x = rgb.cols / 2, y = rgb.rows / 2;
        return {at(2, y)[0] / 255.0, at(x, 2)[1] / 255.0, at(rgb.cols - 3, y)[0] / 255.0,
                at(x, rgb.rows - 3)[1] / 255.0};
    }
};

}  // namespace sunting::test
