// Coordinates as people write them.
#include "language/numbers/coordinates.hpp"

#include <initializer_list>
#include <string_view>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

struct Angle {
    std::size_t begin = 0, end = 0;
    int degrees = -1;    ///< without the fraction; -1: there is no angle
    bool exact = false;  ///< it has four decimals, or minutes
};

class AngleReader {
public:
    explicit AngleReader(const CaptionText& text) : text_(text) {}

    [[nodiscard]] Angle read(std::size_t at) const {
        Angle angle{at, at, -1, false};
        int value = 0;
        std::size_t digits = 0, decimals = 0;
        for (; is_digit(text_.at(at)) && digits <= 3; ++at, ++digits)
            value = value * 10 + static_cast<int>(text_.at(at) - U'0');
        if (digits == 0 || digits > 3) return angle;
        at = skip_fraction(at, decimals);
        const auto degree = skip_sign(at, U"\u00B0\u02DA"sv);
        bool minutes = false;
        if (degree != at) at = skip_minutes(degree, minutes);
        constexpr std::size_t enough = 4;
        angle.exact = decimals >= enough || minutes;
        angle.degrees = value;
        angle.end = skip_direction(at);
        return angle;
    }

    /// The end of what may stand between two angles: "7.6 LS, long: 110.6".
    [[nodiscard]] std::size_t skip_gap(std::size_t at) const {
        constexpr std::size_t longest = 16;
        const auto first = at;
        while (at < first + longest) {
            const auto word =
                skip_words(at, {U"longitude", U"bujur timur", U"bt", U"east", U"e", U"t", U"long",
                                U"lng", U"lon", U"bujur", U"dan", U"and", U"x", U"y"});
            if (word != at) at = word;
            else if (text_.at(at) != 0 && U" ,;/:=-"sv.find(text_.at(at)) != U""sv.npos) ++at;
            else break;
        }
        return at;
    }

private:
    [[nodiscard]] std::size_t skip_spaces(std::size_t at) const {
        while (text_.at(at) == U' ') ++at;
        return at;
    }
    [[nodiscard]] std::size_t skip_sign(std::size_t at, std::u32string_view signs) const {
        const auto sign = skip_spaces(at);
        return text_.at(sign) != 0 && signs.find(text_.at(sign)) != signs.npos ? sign + 1 : at;
    }
    [[nodiscard]] std::size_t skip_fraction(std::size_t at, std::size_t& decimals) const {
        const bool point = text_.at(at) == U'.' || text_.at(at) == U',';
        if (!point || !is_digit(text_.at(at + 1))) return at;
        for (++at; is_digit(text_.at(at)); ++at) ++decimals;
        return at;
    }
    /// "39'15.6"", "39.26'"
    [[nodiscard]] std::size_t skip_minutes(std::size_t at, bool& any) const {
        for (const auto signs : {U"'\u2032\u00B4`"sv, U"\"'\u2033\u2032\u201D\u201C\u00B4`"sv}) {
            auto number = skip_spaces(at);
            std::size_t digits = 0, decimals = 0;
            while (is_digit(text_.at(number)) && digits < 3) ++number, ++digits;
            if (digits == 0 || digits > 2) return at;
            const auto sign = skip_sign(skip_fraction(number, decimals), signs);
            if (sign == skip_fraction(number, decimals)) return at;
            any = true;
            at = sign;
            // '' and ′′ stand for one sign.
            if (signs.size() > 4 && skip_sign(at, signs) == at + 1) ++at;
        }
        return at;
    }
    [[nodiscard]] std::size_t skip_words(std::size_t at,
                                         std::initializer_list<std::u32string_view> words) const {
        const auto word = skip_spaces(at);
        for (const auto one : words)
            if (text_.lower().compare(word, one.size(), one) == 0 &&
                !is_ascii_letter(text_.at(word + one.size())) &&
                (word == 0 || !is_ascii_letter(text_.at(word - 1))))
                return word + one.size();
        return at;
    }
    [[nodiscard]] std::size_t skip_direction(std::size_t at) const {
        return skip_words(
            at, {U"lintang selatan", U"lintang utara", U"bujur timur", U"south", U"north", U"east",
                 U"ls", U"lu", U"bt", U"s", U"n", U"e", U"t", U"u"});
    }

    const CaptionText& text_;
};

}  // namespace

std::optional<Span> coordinates_at(const CaptionText& text, std::size_t index) {
    if (!text.is_number(index)) return std::nullopt;
    constexpr int southernmost = 11, westernmost = 94, easternmost = 141;
    const AngleReader reader(text);
    std::size_t begin = text.token(index).begin;
    const auto latitude = reader.read(begin);
    if (latitude.degrees < 0 || latitude.degrees > southernmost || !latitude.exact)
        return std::nullopt;
    const auto longitude = reader.read(reader.skip_gap(latitude.end));
    if (longitude.degrees < westernmost || longitude.degrees > easternmost || !longitude.exact)
        return std::nullopt;
    if (begin > 0 && text.at(begin - 1) == U'-') --begin;
    return Span{begin, longitude.end};
}

}  // namespace mediaedit::internal
