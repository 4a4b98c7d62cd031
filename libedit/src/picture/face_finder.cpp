// Faces in a picture, by OpenCV's trained cascades.
#include "picture/face_finder.hpp"

#include "base/system.hpp"
#include "picture/small_copy.hpp"

#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace mediaedit::internal {
namespace {

constexpr double growth = 1.15;      // between two searched sizes
constexpr int least_face_px = 20;    // the cascade's own size is 20
/// Agreeing windows. Fewer than `sure_neighbours` let walls and leaves pass as faces, unless a second look confirms them.
constexpr int doubtful_neighbours = 3, sure_neighbours = 7;

/// Large faces that the first cascade misses (in the dark, tilted, under a hat) the second one finds in a copy of this size.
constexpr double second_search_side_px = 320;
constexpr int second_neighbours = 4;
/// Its boxes end at the mouth; these make them the first one's.
constexpr double second_box_growth = 1.4, second_box_rise = 0.1;
/// A doubtful face is enlarged to this width, with a quarter more around it, for the second look.
constexpr double second_look_px = 100;

/// Two boxes that share this much of the smaller one are one face.
constexpr double same_face = 0.4;

std::string cascade_file(const std::filesystem::path& name) {
    for (const auto& folder : shared_data_folders()) {
        const auto file = folder / "opencv4" / name;
        if (std::error_code ignored; std::filesystem::exists(file, ignored)) return file.string();
    }
    return {};
}

cv::CascadeClassifier load_cascade(const char* name) {
    cv::CascadeClassifier loaded;
    if (const auto file = cascade_file(name); !file.empty()) loaded.load(file);
    return loaded;
}

/// A cascade keeps its scratch memory inside, so that each search needs its own.
struct Cascades {
    cv::CascadeClassifier first = load_cascade("haarcascades/haarcascade_frontalface_alt2.xml");
    cv::CascadeClassifier second = load_cascade("lbpcascades/lbpcascade_frontalface_improved.xml");
    std::optional<cv::CascadeClassifier> profile;  // loaded when it is wanted
};

/// Loading costs as much as a tenth of a search, so that what was loaded waits here for the next one: as many as ever searched at once.
class Shelf {
public:
    std::unique_ptr<Cascades> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto taken = std::move(idle_.back());
                idle_.pop_back();
                return taken;
            }
        }
        return std::make_unique<Cascades>();
    }

    void put_back(std::unique_ptr<Cascades> used) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(used));
    }

    bool has_idle() {
        const std::lock_guard lock(mutex_);
        return !idle_.empty();
    }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Cascades>> idle_;
};

Shelf& shelf() {
    static Shelf all;
    return all;
}

/// OpenCV keeps what has more windows than it is told, so it is told one less.
std::vector<cv::Rect> search(cv::CascadeClassifier& cascade, const cv::Mat& grey, int neighbours) {
    std::vector<cv::Rect> faces;
    if (!cascade.empty() && std::min(grey.cols, grey.rows) >= least_face_px)
        cascade.detectMultiScale(grey, faces, growth, neighbours - 1, 0, {least_face_px, least_face_px});
    return faces;
}

cv::Rect scaled(const cv::Rect2d& box, double scale) {
    return {cvRound(box.x * scale), cvRound(box.y * scale), cvRound(box.width * scale), cvRound(box.height * scale)};
}

cv::Rect inside(const cv::Rect& box, const cv::Mat& picture) { return box & cv::Rect(0, 0, picture.cols, picture.rows); }

void add_new(std::vector<cv::Rect>& faces, const std::vector<cv::Rect>& found) {
    for (const auto& box : found) {
        const bool known = std::any_of(faces.begin(), faces.end(), [&](const cv::Rect& face) { return (face & box).area() > same_face * std::min(face.area(), box.area()); });
        if (!known) faces.push_back(box);
    }
}

void sort_largest_first(std::vector<cv::Rect>& faces) {
    std::sort(faces.begin(), faces.end(), [](const cv::Rect& one, const cv::Rect& other) { return one.area() > other.area(); });
}

/// Does the second cascade see a face there too, with all the detail the picture has?
bool confirmed(cv::CascadeClassifier& second, const cv::Mat& picture, const cv::Rect& face) {
    const int margin = face.width / 4;
    const cv::Rect area = inside({face.x - margin, face.y - margin, face.width + 2 * margin, face.height + 2 * margin}, picture);
    if (second.empty() || area.empty()) return false;
    const double scale = second_look_px / face.width;
    cv::Mat closer;
    cv::resize(to_grey(picture(area)), closer, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    std::vector<cv::Rect> found;
    second.detectMultiScale(closer, found, 1.1, doubtful_neighbours - 1, 0, {cvRound(second_look_px / 2), cvRound(second_look_px / 2)});
    return !found.empty();
}

/// In pixels of `picture`; `grey` is its small copy.
std::vector<cv::Rect> search_frontal(const cv::Mat& picture, const cv::Mat& grey, Cascades& cascades) {
    std::vector<cv::Rect> found, faces;
    std::vector<int> neighbours;
    if (!cascades.first.empty() && std::min(grey.cols, grey.rows) >= least_face_px)
        cascades.first.detectMultiScale(grey, found, neighbours, growth, doubtful_neighbours - 1, 0, {least_face_px, least_face_px});
    const double scale = static_cast<double>(picture.cols) / grey.cols;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto face = scaled(found[i], scale);
        if (neighbours[i] >= sure_neighbours || confirmed(cascades.second, picture, face)) faces.push_back(face);
    }
    return faces;
}

/// In pixels of `picture`.
std::vector<cv::Rect> search_again(const cv::Mat& picture, const cv::Mat& grey, cv::CascadeClassifier& second) {
    const cv::Mat small = small_copy(grey, second_search_side_px);
    const double scale = static_cast<double>(picture.cols) / small.cols;
    std::vector<cv::Rect> faces;
    for (const cv::Rect2d box : search(second, small, second_neighbours)) {
        const double more = box.width * (second_box_growth - 1) / 2;
        faces.push_back(scaled({box.x - more, box.y - more - box.height * second_box_rise, box.width + 2 * more, box.height + 2 * more}, scale));
    }
    return faces;
}

/// In pixels of `grey`. The cascade knows one side only; the other is its mirror image.
std::vector<cv::Rect> search_profiles(const cv::Mat& grey, Cascades& cascades) {
    if (!cascades.profile) cascades.profile = load_cascade("haarcascades/haarcascade_profileface.xml");
    auto faces = search(*cascades.profile, grey, sure_neighbours);
    cv::Mat mirrored;
    cv::flip(grey, mirrored, 1);
    for (auto box : search(*cascades.profile, mirrored, sure_neighbours)) {
        box.x = grey.cols - box.x - box.width;
        faces.push_back(box);
    }
    return faces;
}

}  // namespace

void add_new_faces(std::vector<cv::Rect>& faces, const std::vector<cv::Rect>& found) {
    add_new(faces, found);
    sort_largest_first(faces);
}

void load_face_finder() {
    if (!shelf().has_idle()) shelf().put_back(std::make_unique<Cascades>());
}

std::vector<cv::Rect> find_faces(const cv::Mat& picture, const cv::Mat& small, FacePoses poses) {
    auto cascades = shelf().take();
    const cv::Mat grey = to_grey(small);
    auto faces = search_frontal(picture, grey, *cascades);
    add_new(faces, search_again(picture, grey, cascades->second));
    if (poses == FacePoses::frontal_and_profile) {
        auto profiles = search_profiles(grey, *cascades);
        for (auto& face : profiles) face = scaled(face, static_cast<double>(picture.cols) / grey.cols);
        add_new(faces, profiles);
    }
    shelf().put_back(std::move(cascades));
    for (auto& face : faces) face = inside(face, picture);
    std::erase_if(faces, [](const cv::Rect& face) { return face.empty(); });
    sort_largest_first(faces);
    return faces;
}

}  // namespace mediaedit::internal
