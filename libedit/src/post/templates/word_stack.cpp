// The words of a post, one block above the other.
#include "post/templates/word_stack.hpp"

#include "plan/overlay_plan.hpp"
#include "post/templates/post_colors.hpp"
#include "text/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace mediaedit::internal {
namespace {

/// Units: fractions of the shorter side, before the shape's own factor.
struct SizeStep {
    double wished, least;
};

SizeStep size_of(TextSize size) noexcept {
    switch (size) {
        case TextSize::display: return {0.12, 0.07};
        case TextSize::title: return {0.066, 0.038};
        case TextSize::lead: return {0.043, 0.033};
        case TextSize::small: return {0.028, 0.025};
        case TextSize::body: break;
    }
    return {0.034, 0.029};
}

constexpr double rule_width = 0.11, rule_height = 0.009, bar_height = 0.02, code_side = 0.25,
                 logo_side = 0.088;
constexpr double logo_in_chip = 0.8;
/// When all shrinks, of what was wished.
constexpr double least_share = 0.5, least_gap_share = 0.7, least_mark_share = 0.8;
constexpr unsigned char faint = 70;
/// Rounding may take a pixel from a text's height.
constexpr int slack_px = 2;

/// A text with its place.
struct SetWords {
    TextOverlay overlay;
    int height_px = 0, width_px = 0, lines = 0;
};

/// `text` in a column of that width, its height measured.
SetWords set_words(std::string text, double size_px, double least_px, bool is_bold,
                   const Color& color, int width_px, const PostLook& look) {
    SetWords set;
    auto& overlay = set.overlay;
    overlay.text = std::move(text);
    overlay.anchor = Anchor::top_left;
    overlay.size = std::clamp(look.frame.fraction(size_px), 0.005, 1.0);
    overlay.min_size = std::clamp(look.frame.fraction(least_px), 0.005, overlay.size);
    overlay.color = color;
    overlay.style = TextStyle::plain;
    overlay.font = look.font + (is_bold ? " Bold" : "");
    const Canvas canvas{.size = look.frame.size};
    auto measured = overlay;
    // As high as it will be: here it is only asked how high that is.
    measured.area = Area{0, 0, static_cast<double>(width_px) / canvas.size.width, 1};
    auto plan = plan_overlay(measured, 0, canvas);
    plan.max_height_em = 1e6;
    plan.within.height = 1'000'000;
    plan.smallest_share = plan.smallest_share_for_words = 1;
    const TextLayout layout(measured, plan);
    set.height_px = layout.box().height + slack_px;
    set.width_px = layout.box().width;
    set.lines = layout.lines();
    return set;
}

struct Piece {
    const Block* block = nullptr;
    std::string text;  // text, chip
    std::string beside,
        beneath;  // code: what stands beside it; signature: the lines beside the logo
    int height_px = 0;
    SetWords first, second;
};

bool has_words(const Piece& piece, const FillWords& words) {
    switch (piece.block->kind) {
        case Block::Kind::rule: return true;
        case Block::Kind::signature: return !piece.beside.empty() || !words.word("logo").empty();
        default: return !piece.text.empty();
    }
}

}  // namespace

struct WordStack::State {
    const Layout& layout;
    const PostLook& look;
    int width_px;
    double share = 1;  ///< of the wished sizes
    bool fits = true;
    std::vector<Piece> pieces;

    [[nodiscard]] Color color_of_words(std::optional<Role> role) const {
        return color_on(look.colors, role.value_or(words_on(layout.ground)), layout.ground);
    }
    [[nodiscard]] Color color_of_mark(const Block& block) const {
        return color_of(look.colors, block.color.value_or(words_on(layout.ground)));
    }
    [[nodiscard]] double px(double fraction) const noexcept {
        return fraction * look.frame.shorter * look.frame.type;
    }
    [[nodiscard]] int gap_px(const Piece& piece) const noexcept {
        return static_cast<int>(
            std::lround(piece.block->gap * look.frame.step * std::max(share, least_gap_share)));
    }

    void collect();
    void measure();
    SetWords set(const std::string& text, TextSize size, bool is_bold, std::optional<Role> color,
                 int width, int most_lines = 0) const;
    void measure(Piece& piece) const;
    [[nodiscard]] std::string in_lines(const Piece& piece) const;
    void shorten(int most_height_px);
    [[nodiscard]] int height(std::size_t from, std::size_t to) const noexcept;
    [[nodiscard]] std::size_t first_at_end() const noexcept;
    void place(const Piece& piece, int x, int y, std::vector<Overlay>& overlays) const;
    void place_code(const Piece& piece, int x, int y, std::vector<Overlay>& overlays) const;
    void place_signature(const Piece& piece, int x, int y, std::vector<Overlay>& overlays) const;
    void place_bar(const Piece& piece, int x, int y, std::vector<Overlay>& overlays) const;
    [[nodiscard]] TextOverlay placed(const SetWords& words, int x, int y, int width) const;
    [[nodiscard]] Point offset_of_middle(double x, double y) const noexcept;
    /// Marks shrink with the words, but not as far: a code must be scanned.
    [[nodiscard]] int code_px() const noexcept {
        return std::min(static_cast<int>(px(code_side) * std::max(share, least_mark_share)),
                        width_px / 2);
    }
    [[nodiscard]] int logo_px() const noexcept {
        return static_cast<int>(px(logo_side) * std::max(share, least_mark_share));
    }
    [[nodiscard]] int beside_gap_px() const noexcept { return 2 * look.frame.step; }
};

void WordStack::State::collect() {
    for (const auto& block : layout.blocks) {
        if (block.skip.contains(look.shape)) continue;
        Piece piece;
        piece.block = &block;
        if (block.kind == Block::Kind::signature) {
            piece.beside = look.words.filled("{village}");
            piece.beneath = look.words.joined({"{district}", "{regency}"}, ", ");
            if (piece.beside.empty()) std::swap(piece.beside, piece.beneath);
        } else if (block.kind == Block::Kind::code) {
            piece.text = look.words.filled(block.parts.front());
            if (block.parts.size() > 1) piece.beside = look.words.filled(block.parts[1]);
            if (block.parts.size() > 2)
                piece.beneath =
                    look.words.joined({block.parts.begin() + 2, block.parts.end()}, "\n");
        } else if (!block.parts.empty()) {
            piece.text = look.words.joined(block.parts, block.join.empty() ? " " : block.join);
            if (block.kind == Block::Kind::bar && !percent_of(piece.text)) piece.text.clear();
        }
        if (has_words(piece, look.words)) pieces.push_back(std::move(piece));
    }
}

SetWords WordStack::State::set(const std::string& text, TextSize step, bool is_bold,
                               std::optional<Role> role, int width, int most_lines) const {
    const auto [wished, least] = size_of(step);
    const double floor = px(least);
    double size = std::max(px(wished) * share, floor);
    const auto color = color_of_words(role);
    auto words = set_words(text, size, floor, is_bold, color, width, look);
    while (most_lines > 0 && words.lines > most_lines && size > floor) {
        size = std::max(floor, size * 0.94);
        words = set_words(text, size, floor, is_bold, color, width, look);
    }
    return words;
}

/// Joined parts, broken between parts where they do not stand in one line.
std::string WordStack::State::in_lines(const Piece& piece) const {
    const auto& block = *piece.block;
    if (block.join.empty() || block.parts.size() < 2) return piece.text;
    const auto stands_in_one = [&](const std::string& text) {
        return set(text, block.size, block.is_bold, block.color, width_px).lines == 1;
    };
    std::string lines, line;
    for (const auto& part : block.parts) {
        const auto word = look.words.filled(part);
        if (word.empty()) continue;
        const auto longer = line.empty() ? word : line + block.join + word;
        if (!line.empty() && !stands_in_one(longer)) {
            lines += line + "\n";
            line = word;
        } else {
            line = longer;
        }
    }
    return lines + line;
}

void WordStack::State::measure(Piece& piece) const {
    const auto& block = *piece.block;
    switch (block.kind) {
        case Block::Kind::text:
            piece.text = in_lines(piece);
            piece.first =
                set(piece.text, block.size, block.is_bold, block.color, width_px, block.most_lines);
            piece.height_px = piece.first.height_px;
            break;
        case Block::Kind::chip: {
            const auto [wished, least] = size_of(block.size);
            piece.first = set_words(piece.text, std::max(px(wished) * share, px(least)), px(least),
                                    true, look.colors.on_second, width_px, look);
            auto& chip = piece.first.overlay;
            chip.style = TextStyle::box;
            chip.box_color = color_of_mark(block);
            chip.color =
                color_of(look.colors, words_on(block.color.value_or(words_on(layout.ground))));
            auto plan = chip;
            plan.area = Area{0, 0, static_cast<double>(width_px) / look.frame.size.width, 1};
            piece.height_px =
                TextLayout(plan, plan_overlay(plan, 0, Canvas{.size = look.frame.size}))
                    .box()
                    .height +
                slack_px;
            piece.first.height_px = piece.height_px;
            break;
        }
        case Block::Kind::rule:
            piece.height_px = std::max(2, static_cast<int>(px(rule_height)));
            break;
        case Block::Kind::bar:
            piece.height_px = std::max(4, static_cast<int>(px(bar_height)));
            break;
        case Block::Kind::code:
        case Block::Kind::signature: {
            const bool is_code = block.kind == Block::Kind::code;
            const int mark = is_code ? code_px() : look.words.word("logo").empty() ? 0 : logo_px();
            const int width = std::max(8, width_px - mark - (mark > 0 ? beside_gap_px() : 0));
            if (!piece.beside.empty())
                piece.first = set(piece.beside, is_code ? TextSize::lead : TextSize::small, true,
                                  block.color, width);
            if (!piece.beneath.empty())
                piece.second = set(piece.beneath, TextSize::small, false, block.color, width);
            piece.height_px = std::max(mark, piece.first.height_px + piece.second.height_px);
            break;
        }
    }
}

void WordStack::State::measure() {
    for (auto& piece : pieces) measure(piece);
}

int WordStack::State::height(std::size_t from, std::size_t to) const noexcept {
    int sum = 0;
    for (std::size_t i = from; i < to; ++i)
        sum += pieces[i].height_px + (i > from ? gap_px(pieces[i]) : 0);
    return sum;
}

std::size_t WordStack::State::first_at_end() const noexcept {
    return static_cast<std::size_t>(
        std::ranges::find_if(pieces, [](const Piece& piece) { return piece.block->at_end; }) -
        pieces.begin());
}

/// What cannot fit: the highest text is given what is left, and says so when it is drawn.
void WordStack::State::shorten(int most_height_px) {
    const int over = height(0, pieces.size()) - most_height_px;
    if (over <= 0) return;
    auto* highest = static_cast<Piece*>(nullptr);
    for (auto& piece : pieces)
        if (piece.block->kind == Block::Kind::text &&
            (!highest || piece.height_px > highest->height_px))
            highest = &piece;
    if (!highest) return;
    highest->height_px = std::max(look.frame.step, highest->height_px - over);
    highest->first.height_px = highest->height_px;
}

WordStack::WordStack(const Layout& layout, const PostLook& look, int width_px, int most_height_px)
    : state_(std::make_unique<State>(State{layout, look, width_px, 1, true, {}})) {
    auto& state = *state_;
    state.collect();
    for (state.share = 1; state.share > least_share; state.share -= 0.05) {
        state.measure();
        if (state.height(0, state.pieces.size()) <= most_height_px) return;
    }
    state.fits = false;
    state.shorten(most_height_px);
}

WordStack::~WordStack() = default;

bool WordStack::fits() const noexcept { return state_->fits; }

int WordStack::height_px() const noexcept { return state_->height(0, state_->pieces.size()); }

TextOverlay WordStack::State::placed(const SetWords& words, int x, int y, int width) const {
    auto overlay = words.overlay;
    overlay.area = look.frame.area({x, y, width, words.height_px});
    return overlay;
}

/// From the middle of the safe area, where a centred overlay stands by itself.
Point WordStack::State::offset_of_middle(double x, double y) const noexcept {
    const auto& frame = look.frame;
    const auto safe = safe_rect(frame.size, frame.unsafe);
    return {(x - safe.x - safe.width / 2.0) / frame.size.width,
            (y - safe.y - safe.height / 2.0) / frame.size.height};
}

void WordStack::State::place_code(const Piece& piece, int x, int y,
                                  std::vector<Overlay>& overlays) const {
    const int side = code_px(), text_x = x + side + beside_gap_px(),
              width = std::max(8, width_px - side - beside_gap_px());
    QrOverlay code;
    code.text = piece.text;
    // It may be drawn a little smaller, of whole pixels: then still at the edge where the words
    // begin.
    code.anchor = Anchor::left;
    code.offset = {offset_of_middle(x, 0).x + safe_rect(look.frame.size, look.frame.unsafe).width /
                                                  2.0 / look.frame.size.width,
                   offset_of_middle(0, y + side / 2.0).y};
    code.size = look.frame.fraction(side);
    overlays.emplace_back(std::move(code));
    const int top = y + (piece.height_px - piece.first.height_px - piece.second.height_px) / 2;
    if (!piece.beside.empty()) overlays.emplace_back(placed(piece.first, text_x, top, width));
    if (!piece.beneath.empty())
        overlays.emplace_back(placed(piece.second, text_x, top + piece.first.height_px, width));
}

void WordStack::State::place_signature(const Piece& piece, int x, int y,
                                       std::vector<Overlay>& overlays) const {
    const auto file = look.words.word("logo");
    int mark = 0;
    if (!file.empty()) {
        mark = logo_px();
        const int top = y + (piece.height_px - mark) / 2;
        const bool on_paper = layout.ground == Role::paper;
        // A logo keeps its colours, so on a coloured ground it gets white behind it.
        if (!on_paper)
            overlays.emplace_back(PanelOverlay{.area = look.frame.area({x, top, mark, mark}),
                                               .color = look.colors.paper,
                                               .radius = look.frame.fraction(mark * 0.2)});
        PictureOverlay logo;
        logo.file = file;
        logo.anchor = Anchor::center;
        logo.offset = offset_of_middle(x + mark / 2.0, top + mark / 2.0);
        logo.size = look.frame.fraction(mark * (on_paper ? 1 : logo_in_chip));
        overlays.emplace_back(std::move(logo));
    }
    const int text_x = x + (mark > 0 ? mark + beside_gap_px() : 0),
              width = std::max(8, width_px - (text_x - x));
    const int top = y + (piece.height_px - piece.first.height_px - piece.second.height_px) / 2;
    if (!piece.beside.empty()) overlays.emplace_back(placed(piece.first, text_x, top, width));
    if (!piece.beneath.empty())
        overlays.emplace_back(placed(piece.second, text_x, top + piece.first.height_px, width));
}

void WordStack::State::place_bar(const Piece& piece, int x, int y,
                                 std::vector<Overlay>& overlays) const {
    auto track = color_of_words({});
    track.alpha = faint;
    const double radius = look.frame.fraction(piece.height_px / 2.0);
    overlays.emplace_back(PanelOverlay{.area = look.frame.area({x, y, width_px, piece.height_px}),
                                       .color = track,
                                       .radius = radius});
    const int done = width_px * percent_of(piece.text).value_or(0) / 100;
    if (done == 0) return;
    overlays.emplace_back(PanelOverlay{
        .area = look.frame.area({x, y, std::max(done, piece.height_px), piece.height_px}),
        .color = color_of_mark(*piece.block),
        .radius = radius});
}

void WordStack::State::place(const Piece& piece, int x, int y,
                             std::vector<Overlay>& overlays) const {
    switch (piece.block->kind) {
        case Block::Kind::text:
        case Block::Kind::chip: overlays.emplace_back(placed(piece.first, x, y, width_px)); break;
        case Block::Kind::rule:
            overlays.emplace_back(PanelOverlay{
                .area = look.frame.area(
                    {x, y, std::min(width_px, static_cast<int>(px(rule_width))), piece.height_px}),
                .color = color_of_mark(*piece.block)});
            break;
        case Block::Kind::bar: place_bar(piece, x, y, overlays); break;
        case Block::Kind::code: place_code(piece, x, y, overlays); break;
        case Block::Kind::signature: place_signature(piece, x, y, overlays); break;
    }
}

void WordStack::place(const PixelRect& content, At at, std::vector<Overlay>& overlays) const {
    const auto& state = *state_;
    const auto count = state.pieces.size(), foot = state.first_at_end();
    const int foot_height = state.height(foot, count),
              foot_gap = foot < count && foot > 0 ? state.gap_px(state.pieces[foot]) : 0;
    const int room = content.height - foot_height - foot_gap;
    int y = content.y + (at == At::middle ? std::max(0, (room - state.height(0, foot)) / 2) : 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (i == foot)
            y = std::max(i > 0 ? y + foot_gap : y, content.y + content.height - foot_height);
        else if (i > 0) y += state.gap_px(state.pieces[i]);
        state.place(state.pieces[i], content.x, y, overlays);
        y += state.pieces[i].height_px;
    }
}

TextOverlay chip_on(const PixelRect& cell, const std::string& text, const PostLook& look) {
    const auto& frame = look.frame;
    TextOverlay chip;
    chip.text = text;
    chip.anchor = Anchor::bottom_left;
    chip.size = std::min(1.0, 0.03 * frame.type);
    chip.min_size = chip.size * 0.7;
    chip.color = look.colors.on_second;
    chip.box_color = look.colors.second;
    chip.style = TextStyle::box;
    chip.font = look.font + " Bold";
    const int inset = 2 * frame.step;
    const PixelRect inside{cell.x + inset, cell.y + inset, cell.width - 2 * inset,
                           cell.height - 2 * inset};
    auto seen = common_part(inside, frame.safe);
    if (seen.width < inset || seen.height < inset) seen = inside;
    chip.area = frame.area(seen);
    return chip;
}

}  // namespace mediaedit::internal
