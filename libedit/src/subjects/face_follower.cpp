// Tracks faces through a video.
#include "subjects/face_follower.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>

namespace mediaedit::internal {
namespace {

using namespace std::chrono_literals;

/// How long frames are kept, to follow a face backwards.
constexpr Time remembered = 4s;
/// How long a lost face is held at its last position, while a hand, a pole or a blink passes.
constexpr Time held = 700ms;
/// How long a match is followed without a new detection.
constexpr Time trusted = 3s;
/// A face that reappears nearby within this time is the same one, and is covered in between.
constexpr Time away_at_most = 1500ms;
/// The normalised correlation at which a patch matches the face, and at which it replaces the
/// pattern.
constexpr double alike = 0.6, much_alike = 0.85;
/// The search range around the last position. Units: sizes of the face.
constexpr double reach = 0.7;
/// A larger mean difference between two frames is a cut. Units: levels of 256.
constexpr double cut_difference = 38;
/// More than the time between two examined frames.
constexpr Time between_looks = 160ms;
/// Points of the path this close to the line between others are left out. Units: sizes of the face.
constexpr double path_slack = 0.06;

cv::Rect whole_pixels(const cv::Rect2d& box, cv::Size size) {
    const int left = static_cast<int>(std::floor(box.x)), top = static_cast<int>(std::floor(box.y));
    const cv::Rect rect(left, top, static_cast<int>(std::ceil(box.x + box.width)) - left,
                        static_cast<int>(std::ceil(box.y + box.height)) - top);
    return rect & cv::Rect({0, 0}, size);
}

cv::Mat pattern_at(const cv::Mat& grey, const cv::Rect2d& box) {
    const auto rect = whole_pixels(box, grey.size());
    return rect.width < 4 || rect.height < 4 ? cv::Mat() : grey(rect).clone();
}

cv::Point2d middle(const cv::Rect2d& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

double size_of(const cv::Rect2d& box) { return std::max(box.width, box.height); }

/// Intersection over union.
double shared(const cv::Rect2d& one, const cv::Rect2d& other) {
    const double both = (one & other).area();
    return both / std::max(1e-9, one.area() + other.area() - both);
}

/// Whether two positions can belong to one moving face.
bool is_near(const cv::Rect2d& one, const cv::Rect2d& other, double sizes) {
    const double size = std::max(size_of(one), size_of(other)),
                 smaller = std::min(size_of(one), size_of(other));
    return smaller > size * 0.5 && cv::norm(middle(one) - middle(other)) < size * sizes;
}

struct Match {
    cv::Rect2d box;
    double likeness = 0;
};

/// Finds `pattern` in `grey` near `box`.
Match look_for(const cv::Mat& pattern, const cv::Mat& grey, const cv::Rect2d& box) {
    const double more = std::max(6.0, reach * size_of(box));
    const auto area = whole_pixels(
        {box.x - more, box.y - more, box.width + 2 * more, box.height + 2 * more}, grey.size());
    if (pattern.empty() || area.width < pattern.cols || area.height < pattern.rows) return {box, 0};
    cv::Mat likeness;
    cv::matchTemplate(grey(area), pattern, likeness, cv::TM_CCOEFF_NORMED);
    cv::patchNaNs(likeness, 0);
    double best = 0;
    cv::Point at;
    cv::minMaxLoc(likeness, nullptr, &best, nullptr, &at);
    const cv::Rect2d there(area.x + at.x, area.y + at.y, pattern.cols, pattern.rows);
    // A flat patch matches everything.
    if (!std::isfinite(best) || best > 1.01) best = 0;
    return {
        {middle(there).x - box.width / 2, middle(there).y - box.height / 2, box.width, box.height},
        best};
}

bool is_cut(const cv::Mat& one, const cv::Mat& other) {
    return cv::norm(one, other, cv::NORM_L1) / static_cast<double>(one.total()) > cut_difference;
}

Area area_of(const cv::Rect2d& box, cv::Size size) {
    const auto clipped = box & cv::Rect2d(0, 0, size.width, size.height);
    return {clipped.x / size.width, clipped.y / size.height, clipped.width / size.width,
            clipped.height / size.height};
}

bool lies_on_line(const PathPoint& from, const PathPoint& to, const PathPoint& point) {
    const double share = static_cast<double>((point.at - from.at).count()) /
                         static_cast<double>((to.at - from.at).count());
    const auto off = [share](double one, double other, double value) {
        return std::abs(one + (other - one) * share - value);
    };
    const double across = path_slack * point.area.width, down = path_slack * point.area.height;
    return off(from.area.x, to.area.x, point.area.x) < across &&
           off(from.area.x + from.area.width, to.area.x + to.area.width,
               point.area.x + point.area.width) < across &&
           off(from.area.y, to.area.y, point.area.y) < down &&
           off(from.area.y + from.area.height, to.area.y + to.area.height,
               point.area.y + point.area.height) < down;
}

/// Removes points that lie on the line between others.
std::vector<PathPoint> simplified(const std::vector<PathPoint>& path) {
    std::vector<PathPoint> kept;
    for (std::size_t first = 0; first < path.size();) {
        kept.push_back(path[first]);
        std::size_t last = first + 1;
        const auto passes = [&](std::size_t end) {
            for (std::size_t i = first + 1; i < end; ++i)
                if (!lies_on_line(path[first], path[end], path[i])) return false;
            return true;
        };
        while (last + 1 < path.size() && last < first + 50 && passes(last + 1)) ++last;
        first = last;
    }
    return kept;
}

}  // namespace

void FaceFollower::follow(Track& track, const Shown& shown) const {
    const auto& last = track.sights.back().box;
    const auto match = look_for(track.pattern, shown.grey, last);
    const bool recognised = match.likeness >= alike && shown.at - track.found_at <= trusted;
    if (recognised) {
        track.seen_at = shown.at;
        track.sights.push_back({shown.at, match.box});
        if (match.likeness >= much_alike) track.pattern = pattern_at(shown.grey, match.box);
    } else if (shown.at - track.seen_at <= held) {
        track.sights.push_back({shown.at, last});
    } else {
        track.ended = true;
    }
}

void FaceFollower::follow_back(Track& track) const {
    cv::Mat pattern = track.pattern;
    for (auto shown = std::next(shown_.rbegin()); shown < shown_.rend(); ++shown) {
        const auto match = look_for(pattern, shown->grey, track.sights.front().box);
        if (match.likeness < alike) break;
        track.sights.push_front({shown->at, match.box});
        if (match.likeness >= much_alike) pattern = pattern_at(shown->grey, match.box);
    }
}

/// Prepends `earlier` to `track` if both can be the same face. Drops positions at which it was only
/// held, because it was moving then.
bool FaceFollower::join(Track& track, const Track& earlier) const {
    auto end = std::ranges::upper_bound(earlier.sights, earlier.seen_at, {}, &Sight::at);
    if (end == earlier.sights.begin()) return false;
    const auto &before = *(end - 1), &after = track.sights.front();
    if (after.at - before.at > away_at_most ||
        !is_near(before.box, after.box, after.at <= before.at ? 1 : 2.5))
        return false;
    while (end != earlier.sights.begin() && (end - 1)->at >= after.at) --end;
    track.sights.insert(track.sights.begin(), earlier.sights.begin(), end);
    if (earlier.certainty > track.certainty) {
        track.certainty = earlier.certainty;
        track.best_at = earlier.best_at;
    }
    return true;
}

/// Joins a track that is lost or held now with the new one if both can be the same face.
void FaceFollower::join_earlier(std::size_t index) {
    auto& track = tracks_[index];
    for (auto& other : tracks_)
        if (&other != &track && !other.ended && other.seen_at < shown_.back().at &&
            join(track, other)) {
            other.ended = true;
            return;
        }
    const auto earlier = std::ranges::find_if(done_, [&](const Track& other) {
        return shown_.front().at <= other.seen_at && join(track, other);
    });
    if (earlier != done_.end()) done_.erase(earlier);
}

void FaceFollower::look(Time at, const cv::Mat& grey) {
    if (!shown_.empty() &&
        (shown_.back().grey.size() != grey.size() || is_cut(shown_.back().grey, grey))) {
        done_.insert(done_.end(), std::make_move_iterator(tracks_.begin()),
                     std::make_move_iterator(tracks_.end()));
        tracks_.clear();
        shown_.clear();
    }
    size_ = grey.size();
    shown_.push_back({at, grey});
    while (shown_.front().at < at - remembered) shown_.pop_front();
    for (auto& track : tracks_) follow(track, shown_.back());
    for (auto& track : tracks_)
        if (track.ended) done_.push_back(std::move(track));
    std::erase_if(tracks_, [](const Track& track) { return track.ended; });
}

void FaceFollower::found(const std::vector<SeenFace>& faces) {
    if (shown_.empty()) return;
    const auto& now = shown_.back();
    std::vector<bool> taken(tracks_.size(), false);
    for (const auto& face : faces) {
        const cv::Rect2d box(face.box.x * size_.width, face.box.y * size_.height,
                             face.box.width * size_.width, face.box.height * size_.height);
        std::optional<std::size_t> known;
        for (std::size_t i = 0; i < taken.size(); ++i) {
            const auto& there = tracks_[i].sights.back().box;
            if (!taken[i] && is_near(there, box, 0.9) &&
                (!known || shared(there, box) > shared(tracks_[*known].sights.back().box, box)))
                known = i;
        }
        auto& track = known ? tracks_[*known] : tracks_.emplace_back();
        if (known) {
            taken[*known] = true;
            track.sights.back().box = box;
        } else {
            track.sights.push_back({now.at, box});
        }
        track.seen_at = track.found_at = now.at;
        track.pattern = pattern_at(now.grey, box);
        if (face.certainty > track.certainty) {
            track.certainty = face.certainty;
            track.best_at = now.at;
        }
        if (known) continue;
        follow_back(track);
        join_earlier(tracks_.size() - 1);
    }
    std::erase_if(tracks_, [](const Track& track) { return track.ended; });
}

std::vector<FollowedFace> FaceFollower::finish(Time until) {
    done_.insert(done_.end(), std::make_move_iterator(tracks_.begin()),
                 std::make_move_iterator(tracks_.end()));
    tracks_.clear();
    std::vector<FollowedFace> faces;
    for (const auto& track : done_) {
        FollowedFace face;
        for (const auto& sight : track.sights) {
            const auto area = area_of(sight.box, size_);
            if (area.width > 0 && area.height > 0) face.path.push_back({sight.at, area});
        }
        if (face.path.empty()) continue;
        const auto last = face.path.back().at;
        face.when = {std::max(Time(0), face.path.front().at - between_looks),
                     std::max(last + 1us, std::min(until, last + between_looks))};
        face.path = simplified(face.path);
        face.best_at = track.best_at;
        face.certainty = track.certainty;
        faces.push_back(std::move(face));
    }
    done_.clear();
    shown_.clear();
    std::ranges::stable_sort(faces, {}, [](const FollowedFace& face) { return face.when.start; });
    return faces;
}

}  // namespace mediaedit::internal
