// Answers one need with the library.
#pragma once

#include "model/needs.hpp"

#include <mediaedit/preview.hpp>

#include <filesystem>
#include <list>
#include <memory>
#include <stop_token>
#include <utility>

namespace sunting {

/// Sources that stay open while they are edited. Threads: one.
class Opened {
public:
    /// Errors: those of Preview::open.
    mediaedit::Result<mediaedit::Preview*> open(const std::filesystem::path& file);

private:
    static constexpr std::size_t most = 3;  // a phone photo takes 6 MB, a clip's decoder 50
    struct One {
        std::filesystem::path file;
        std::filesystem::file_time_type changed;
        mediaedit::Preview preview;
    };
    std::list<One> all_;  // the newest first
};

/// Never throws; the answer contains the error.
Answer answer_need(const Need& need, Opened& opened, std::stop_token stop);

}  // namespace sunting
