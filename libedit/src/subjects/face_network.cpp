// The face detection network, run by OpenCV.
#include "subjects/face_network.hpp"

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace mediaedit::internal {

extern const std::string_view face_network;

namespace {

/// The strides of the network's three output grids.
constexpr std::array cells_px{8, 16, 32};
/// Two boxes are the same face if their intersection exceeds this share of their union, or of the
/// smaller box.
constexpr double same_of_both = 0.3, same_of_smaller = 0.5;

using Network = std::unique_ptr<cv::dnn::Net>;

Network load() {
    return std::make_unique<cv::dnn::Net>(
        cv::dnn::readNetFromONNX(face_network.data(), face_network.size()));
}

/// A pool of networks. A network contains its working memory, so each parallel search needs its
/// own; loading one takes a tenth of the time of a search.
class NetworkPool {
public:
    Network take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto taken = std::move(idle_.back());
                idle_.pop_back();
                return taken;
            }
        }
        return load();
    }

    void put_back(Network used) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(used));
    }

    bool has_idle() {
        const std::lock_guard lock(mutex_);
        return !idle_.empty();
    }

private:
    std::mutex mutex_;
    std::vector<Network> idle_;
};

NetworkPool& pool() {
    static NetworkPool all;
    return all;
}

/// At least two cells: OpenCV 4.6 computes invalid numbers for a row or column of one.
int whole_cells(int side) {
    return std::max(2, (side + cells_px.back() - 1) / cells_px.back()) * cells_px.back();
}

/// Converts to BGR, as the network was trained, and pads with black.
cv::Mat as_input(const cv::Mat& picture) {
    cv::Mat bgr, padded;
    cv::cvtColor(picture, bgr, picture.channels() == 4 ? cv::COLOR_RGBA2BGR : cv::COLOR_RGB2BGR);
    cv::copyMakeBorder(bgr, padded, 0, whole_cells(bgr.rows) - bgr.rows, 0,
                       whole_cells(bgr.cols) - bgr.cols, cv::BORDER_CONSTANT);
    return cv::dnn::blobFromImage(padded);
}

/// Reads the faces of one grid. Each cell gives the score of a face with its centre nearby, and the
/// offset of that centre.
void read_grid(std::vector<SeenFace>& faces, const std::vector<cv::Mat>& outputs, std::size_t first,
               int cell_px, cv::Size padded, cv::Size picture, double least_certainty) {
    const auto *is_face = outputs[first].ptr<float>(), *is_object = outputs[first + 1].ptr<float>(),
               *box = outputs[first + 2].ptr<float>();
    const int columns = padded.width / cell_px, rows = padded.height / cell_px;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x, ++is_face, ++is_object, box += 4) {
            const double certainty =
                std::sqrt(std::clamp(static_cast<double>(*is_face), 0.0, 1.0) *
                          std::clamp(static_cast<double>(*is_object), 0.0, 1.0));
            if (!(certainty >= least_certainty)) continue;
            const cv::Point2d off(box[0], box[1]), size(std::exp(box[2]), std::exp(box[3]));
            const double width = size.x * cell_px, height = size.y * cell_px,
                         left = (x + off.x) * cell_px - width / 2,
                         top = (y + off.y) * cell_px - height / 2;
            if (!std::isfinite(left) || !std::isfinite(top) || !std::isfinite(width) ||
                !std::isfinite(height))
                continue;
            faces.push_back({{left / picture.width, top / picture.height, width / picture.width,
                              height / picture.height},
                             certainty});
        }
}

bool is_same(const SeenFace& one, const SeenFace& other) {
    const double shared = (one.box & other.box).area();
    return shared > same_of_both * (one.box.area() + other.box.area() - shared) ||
           shared > same_of_smaller * std::min(one.box.area(), other.box.area());
}

}  // namespace

std::vector<SeenFace> each_once(std::vector<SeenFace> faces) {
    std::ranges::stable_sort(faces, [](const SeenFace& one, const SeenFace& other) {
        return one.certainty > other.certainty;
    });
    std::vector<SeenFace> kept;
    for (const auto& face : faces)
        if (std::ranges::none_of(kept, [&](const SeenFace& known) { return is_same(known, face); }))
            kept.push_back(face);
    return kept;
}

std::vector<SeenFace> run_face_network(const cv::Mat& picture, double least_certainty) {
    if (picture.empty()) return {};
    auto network = pool().take();
    network->setInput(as_input(picture));
    std::vector<cv::String> names;
    for (const int cell : cells_px)
        for (const auto* kind : {"cls_", "obj_", "bbox_"})
            names.push_back(kind + std::to_string(cell));
    std::vector<cv::Mat> outputs;
    network->forward(outputs, names);
    std::vector<SeenFace> faces;
    const cv::Size padded(whole_cells(picture.cols), whole_cells(picture.rows));
    for (std::size_t i = 0; i < cells_px.size(); ++i)
        read_grid(faces, outputs, 3 * i, cells_px[i], padded, picture.size(), least_certainty);
    pool().put_back(std::move(network));
    return each_once(std::move(faces));
}

void load_face_network() {
    if (!pool().has_idle()) pool().put_back(load());
}

}  // namespace mediaedit::internal
