// Builds an upright sRGB picture from decoded rows.
#include "photo/upright_builder.hpp"

#include "base/start_thread.hpp"
#include "photo/box_shrink.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

constexpr std::size_t strip_bytes = std::size_t{256} << 10;

/// Rows from the decoder that still have to be converted.
struct Job {
    std::vector<std::uint8_t> own;  // empty if the rows are stored elsewhere
    const std::uint8_t* rows = nullptr;
    std::size_t bytes_per_row = 0;
    int first = 0;
    int count = 0;
};

}  // namespace

PixelSize shrunk(PixelSize size, int shrink) noexcept {
    return {(size.width + shrink - 1) / shrink, (size.height + shrink - 1) / shrink};
}

int shrink_for(PixelSize stored, Orientation orientation, PixelSize at_least) noexcept {
    if (at_least.width <= 0 || at_least.height <= 0) return 1;
    const auto upright = set_upright(stored, orientation);
    return std::max(1, std::min(upright.width / at_least.width, upright.height / at_least.height));
}

struct UprightBuilder::State {
    RowSource source;
    ToSrgb to_srgb;
    int pixel_bytes;
    PixelSize size;  // stored, after shrinking
    cv::Mat upright;
    bool in_place;  // strips are parts of the picture itself
    int strip_rows;
    int next_row = 0;
    Job current;

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> waiting;
    std::vector<std::vector<std::uint8_t>> spare;
    int under_way = 0;
    bool closing = false;
    std::vector<std::jthread> workers;

    explicit State(const RowSource& from)
        : source(from),
          to_srgb(from.samples, from.icc_profile),
          pixel_bytes(bytes_per_pixel(from.samples)),
          size(shrunk(from.stored, from.shrink)) {
        const int channels = has_alpha(source.samples) ? 4 : 3;
        const auto turned = set_upright(size, source.orientation);
        upright.create(turned.height, turned.width, CV_8UC(channels));
        in_place = source.orientation == Orientation::upright && source.shrink == 1 &&
                   pixel_bytes == channels;
        const auto row =
            static_cast<std::size_t>(source.stored.width) * static_cast<std::size_t>(pixel_bytes);
        const int groups = static_cast<int>(std::clamp<std::size_t>(
            strip_bytes / row / static_cast<std::size_t>(source.shrink), 1, 64));
        // If rows are only copied, starting workers costs more than it gains.
        strip_rows = groups * source.shrink;
        const bool heavy = !to_srgb.changes_nothing() || source.shrink > 1 ||
                           source.orientation != Orientation::upright;
        constexpr int small = 256 * 1024;
        if (heavy && static_cast<std::int64_t>(source.stored.width) * source.stored.height > small)
            for (int i = 1; i < source.threads; ++i) {
                std::jthread worker;
                if (!start_thread(worker, [this] { work(); })) break;
                workers.push_back(std::move(worker));
            }
    }

    ~State() { stop_workers(); }

    void stop_workers() {
        {
            const std::lock_guard lock(mutex);
            closing = true;
        }
        changed.notify_all();
        workers.clear();
    }

    void work() {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return closing || !waiting.empty(); });
            if (waiting.empty()) return;
            do_one(lock);
        }
    }

    /// Takes one job from the queue and runs it. `lock` is held at the start and at the end.
    void do_one(std::unique_lock<std::mutex>& lock) {
        auto job = std::move(waiting.front());
        waiting.pop_front();
        ++under_way;
        lock.unlock();
        convert(job);
        lock.lock();
        --under_way;
        if (!job.own.empty()) spare.push_back(std::move(job.own));
        changed.notify_all();
    }

    void convert(const Job& job) {
        const int width = source.stored.width, channels = upright.channels();
        const bool only_copy = to_srgb.changes_nothing();
        if (in_place) {
            for (int y = 0; y < job.count; ++y) {
                const auto* from = job.rows + static_cast<std::size_t>(y) * job.bytes_per_row;
                auto* to = upright.ptr<std::uint8_t>(job.first + y);
                if (from != to || !only_copy) to_srgb.convert(from, to, width);
            }
            return;
        }
        cv::Mat strip;
        if (only_copy) {
            strip = cv::Mat(job.count, width, CV_8UC(channels), const_cast<std::uint8_t*>(job.rows),
                            job.bytes_per_row);
        } else {
            strip.create(job.count, width, CV_8UC(channels));
            for (int y = 0; y < job.count; ++y)
                to_srgb.convert(job.rows + static_cast<std::size_t>(y) * job.bytes_per_row,
                                strip.ptr(y), width);
        }
        if (source.shrink > 1) strip = box_shrink(strip, source.shrink);
        const auto rect =
            rows_set_upright(size, source.orientation, job.first / source.shrink, strip.rows);
        cv::Mat to = upright(cv::Rect(rect.x, rect.y, rect.width, rect.height));
        set_upright(strip, source.orientation, to);
    }

    void submit(Job job) {
        if (workers.empty()) {
            convert(job);
            if (!job.own.empty()) spare.push_back(std::move(job.own));
            return;
        }
        std::unique_lock lock(mutex);
        waiting.push_back(std::move(job));
        changed.notify_one();
        // A decoder that is far ahead helps the workers, so that memory stays bounded.
        while (waiting.size() > 2 * workers.size()) do_one(lock);
    }

    void tell() const {
        if (source.on_progress)
            source.on_progress(static_cast<double>(next_row) / source.stored.height);
    }

    void fill_missing() {
        const int come = (next_row + source.shrink - 1) / source.shrink;
        if (come >= size.height) return;
        const auto rect = rows_set_upright(size, source.orientation, come, size.height - come);
        upright(cv::Rect(rect.x, rect.y, rect.width, rect.height))
            .setTo(cv::Scalar(128, 128, 128, 0));
    }
};

UprightBuilder::UprightBuilder(const RowSource& source) : state_(std::make_unique<State>(source)) {}
UprightBuilder::~UprightBuilder() = default;

UprightBuilder::Strip UprightBuilder::next_strip() {
    auto& s = *state_;
    const auto row =
        static_cast<std::size_t>(s.source.stored.width) * static_cast<std::size_t>(s.pixel_bytes);
    const int count = std::min(s.strip_rows, s.source.stored.height - s.next_row);
    if (count <= 0) return {};
    s.current = {};
    s.current.first = s.next_row;
    s.current.bytes_per_row = row;
    if (s.in_place) {
        auto* rows = s.upright.ptr<std::uint8_t>(s.next_row);
        s.current.rows = rows;
        return {rows, row, count};
    }
    {
        const std::lock_guard lock(s.mutex);
        if (!s.spare.empty()) {
            s.current.own = std::move(s.spare.back());
            s.spare.pop_back();
        }
    }
    s.current.own.resize(row * static_cast<std::size_t>(s.strip_rows));
    s.current.rows = s.current.own.data();
    return {s.current.own.data(), row, count};
}

void UprightBuilder::put(int count) {
    auto& s = *state_;
    if (count <= 0) return;
    s.current.count = count;
    s.next_row += count;
    s.submit(std::move(s.current));
    s.tell();
    s.current = {};
}

void UprightBuilder::put_whole(const std::uint8_t* rows, std::size_t bytes_per_row, int count) {
    auto& s = *state_;
    while (s.next_row < count) {
        Job job;
        job.rows = rows + static_cast<std::size_t>(s.next_row) * bytes_per_row;
        job.bytes_per_row = bytes_per_row;
        job.first = s.next_row;
        job.count = std::min(s.strip_rows, count - s.next_row);
        s.next_row += job.count;
        s.submit(std::move(job));
        s.tell();
    }
}

Picture UprightBuilder::finish() {
    auto& s = *state_;
    if (!s.workers.empty()) {
        std::unique_lock lock(s.mutex);
        while (!s.waiting.empty()) s.do_one(lock);
        s.changed.wait(lock, [&s] { return s.under_way == 0; });
        lock.unlock();
        s.stop_workers();
    }
    s.fill_missing();
    return {std::move(s.upright)};
}

}  // namespace mediaedit::internal
