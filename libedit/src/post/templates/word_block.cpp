// The blocks of a layout with their words: collected and measured.
#include "post/templates/word_block.hpp"

#include "post/templates/post_colors.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mediaedit::internal {
namespace {

// Units: fractions of the shorter side, before the factor of the shape.
constexpr double rule_height = 0.009, bar_height = 0.02, code_side = 0.25, logo_side = 0.088;
// The least shares of gaps and marks when all shrinks.
constexpr double least_gap_share = 0.7, least_mark_share = 0.8;

bool has_words(const WordBlock& block, const FillWords& words) {
    switch (block.spec->kind) {
        case Block::Kind::rule: return true;
        case Block::Kind::signature: return !block.beside.empty() || !words.word("logo").empty();
        default: return !block.text.empty();
    }
}

/// In at most `most_lines` lines if that is possible; 0: no bound.
PostText set(const std::string& text, TextSize step, bool is_bold, std::optional<Role> role,
             int width_px, const BlockStyle& style, int most_lines = 0) {
    const auto [preferred, least] = size_of(step);
    const double floor = style.px(least);
    double size = std::max(style.px(preferred) * style.share, floor);
    const auto color = style.color_of_words(role);
    auto words = set_text(text, size, floor, is_bold, color, width_px, style.post);
    while (most_lines > 0 && words.lines > most_lines && size > floor) {
        size = std::max(floor, size * 0.94);
        words = set_text(text, size, floor, is_bold, color, width_px, style.post);
    }
    return words;
}

/// The joined parts of a text, with line breaks only between parts.
std::string in_lines(const WordBlock& whole, const BlockStyle& style) {
    const auto& block = *whole.spec;
    if (block.join.empty() || block.parts.size() < 2) return whole.text;
    const auto fits_in_one = [&](const std::string& text) {
        return set(text, block.size, block.is_bold, block.color, style.width_px, style).lines == 1;
    };
    std::string lines, line;
    for (const auto& part : block.parts) {
        const auto word = style.post.words.filled(part);
        if (word.empty()) continue;
        const auto longer = line.empty() ? word : line + block.join + word;
        if (!line.empty() && !fits_in_one(longer)) {
            lines += line + "\n";
            line = word;
        } else {
            line = longer;
        }
    }
    return lines + line;
}

void measure_text(WordBlock& whole, const BlockStyle& style) {
    const auto& block = *whole.spec;
    whole.text = in_lines(whole, style);
    whole.first = set(whole.text, block.size, block.is_bold, block.color, style.width_px, style,
                      block.most_lines);
    whole.height_px = whole.first.height_px;
}

void measure_chip(WordBlock& whole, const BlockStyle& style) {
    const auto& block = *whole.spec;
    const auto& colors = style.post.colors;
    const auto [preferred, least] = size_of(block.size);
    whole.first = set_text(whole.text, std::max(style.px(preferred) * style.share, style.px(least)),
                           style.px(least), true, colors.on_second, style.width_px, style.post);
    auto& chip = whole.first.overlay;
    chip.style = TextStyle::box;
    chip.box_color = style.color_of_mark(block);
    chip.color = color_of(colors, words_on(block.color.value_or(words_on(style.layout.ground))));
    whole.first.height_px = whole.height_px = drawn_height_px(chip, style.width_px, style.post);
}

/// A code or a signature: a mark with one or two texts beside it.
void measure_marked(WordBlock& whole, const BlockStyle& style) {
    const auto& block = *whole.spec;
    const bool is_code = block.kind == Block::Kind::code;
    const bool has_logo = !style.post.words.word("logo").empty();
    const int mark = is_code ? style.code_px() : has_logo ? style.logo_px() : 0;
    const int width = std::max(8, style.width_px - mark - (mark > 0 ? style.beside_gap_px() : 0));
    if (!whole.beside.empty())
        whole.first = set(whole.beside, is_code ? TextSize::lead : TextSize::small, true,
                          block.color, width, style);
    if (!whole.beneath.empty())
        whole.second = set(whole.beneath, TextSize::small, false, block.color, width, style);
    whole.height_px = std::max(mark, whole.first.height_px + whole.second.height_px);
}

}  // namespace

Color BlockStyle::color_of_words(std::optional<Role> role) const {
    return color_on(post.colors, role.value_or(words_on(layout.ground)), layout.ground);
}

Color BlockStyle::color_of_mark(const Block& block) const {
    return color_of(post.colors, block.color.value_or(words_on(layout.ground)));
}

double BlockStyle::px(double fraction) const noexcept {
    return fraction * post.frame.shorter * post.frame.type;
}

int BlockStyle::gap_px(const WordBlock& block) const noexcept {
    return static_cast<int>(
        std::lround(block.spec->gap * post.frame.step * std::max(share, least_gap_share)));
}

int BlockStyle::code_px() const noexcept {
    return std::min(static_cast<int>(px(code_side) * std::max(share, least_mark_share)),
                    width_px / 2);
}

int BlockStyle::logo_px() const noexcept {
    return static_cast<int>(px(logo_side) * std::max(share, least_mark_share));
}

std::vector<WordBlock> blocks_with_words(const Layout& layout, const PostStyle& style) {
    std::vector<WordBlock> blocks;
    for (const auto& block : layout.blocks) {
        if (block.skip.contains(style.shape)) continue;
        WordBlock whole;
        whole.spec = &block;
        if (block.kind == Block::Kind::signature) {
            whole.beside = style.words.filled("{village}");
            whole.beneath = style.words.joined({"{district}", "{regency}"}, ", ");
            if (whole.beside.empty()) std::swap(whole.beside, whole.beneath);
        } else if (block.kind == Block::Kind::code) {
            whole.text = style.words.filled(block.parts.front());
            if (block.parts.size() > 1) whole.beside = style.words.filled(block.parts[1]);
            if (block.parts.size() > 2)
                whole.beneath =
                    style.words.joined({block.parts.begin() + 2, block.parts.end()}, "\n");
        } else if (!block.parts.empty()) {
            whole.text = style.words.joined(block.parts, block.join.empty() ? " " : block.join);
            if (block.kind == Block::Kind::bar && !percent_of(whole.text)) whole.text.clear();
        }
        if (has_words(whole, style.words)) blocks.push_back(std::move(whole));
    }
    return blocks;
}

void measure(WordBlock& block, const BlockStyle& style) {
    switch (block.spec->kind) {
        case Block::Kind::text: return measure_text(block, style);
        case Block::Kind::chip: return measure_chip(block, style);
        case Block::Kind::code:
        case Block::Kind::signature: return measure_marked(block, style);
        case Block::Kind::rule:
            block.height_px = std::max(2, static_cast<int>(style.px(rule_height)));
            return;
        case Block::Kind::bar:
            block.height_px = std::max(4, static_cast<int>(style.px(bar_height)));
            return;
    }
}

}  // namespace mediaedit::internal
