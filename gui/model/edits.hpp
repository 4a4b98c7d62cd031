// Edits of a work: from one value to the next. Nothing is looked up and nothing is drawn.
#pragma once

#include "model/framing.hpp"
#include "model/work.hpp"

#include <mediaedit/recipe.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sunting {

/// Platforms show no more in one post.
constexpr std::size_t most_items = 10;

inline bool has_item(const Work& work, std::size_t item) { return item < work.post.items.size(); }

/// For tasks of one picture it takes the place of the former, with its edits gone; for many they
/// are added, each once, `most_items` at most.
Work with_files(Work work, const std::vector<std::filesystem::path>& files);
Work without_item(Work work, std::size_t item);
/// By one place; at the end nothing moves.
Work with_item_moved(Work work, std::size_t item, int by);

/// Taken out and put in where `to` is now.
Work with_item_at(Work work, std::size_t item, std::size_t to);

Work with_placement(Work work, const std::string& id, bool wanted);

/// A part of the picture for each of `ids`; `shapes` by placement.
Work with_framing(Work work, std::size_t item, const std::vector<std::string>& ids,
                  const std::map<std::string, PlaceFrame>& shapes, const Framing& framing);
Work with_fit(Work work, std::size_t item, const std::vector<std::string>& ids, mediaedit::Fit fit);
/// The program chooses again.
Work without_framing(Work work, std::size_t item);
Work turned_right(Work work, std::size_t item);
Work mirrored(Work work, std::size_t item);

/// The first words on the picture where no template lays them out; absent: none yet.
std::optional<mediaedit::TextOverlay> text_of(const Work& work, std::size_t item);
/// An empty text takes it away.
Work with_text(Work work, std::size_t item, const mediaedit::TextOverlay& text);
/// The village's logo in a corner; absent: none.
std::optional<mediaedit::Anchor> logo_of(const Work& work, std::size_t item);
Work with_logo(Work work, std::size_t item, std::optional<mediaedit::Anchor> corner);

Work with_template(Work work, const std::string& id);
Work with_word(Work work, const std::string& place, const std::string& word);
Work with_field(Work work, const std::string& field, const std::string& answer);
Work with_activity(Work work, const std::string& kind);
/// Absent: the guide's own words again.
Work with_caption(Work work, const std::string& platform, std::optional<std::string> text);
Work with_alt_text(Work work, std::size_t item, const std::string& text);

Work with_faces(Work work, std::size_t item, mediaedit::FaceChoice choice);
/// Among hidden faces this one stays, or is hidden again.
Work with_face_kept(Work work, std::size_t item, const mediaedit::Area& face, bool kept);
bool is_face_kept(const Work& work, std::size_t item, const mediaedit::Area& face);
Work with_hidden_area(Work work, std::size_t item, const mediaedit::Area& area);
Work without_hidden_area(Work work, std::size_t item, std::size_t area);
Work with_consent(Work work, std::size_t item, const std::string& question,
                  mediaedit::ConsentAnswer answer);
mediaedit::ConsentAnswer consent_of(const Work& work, std::size_t item,
                                    const std::string& question);
/// A finding that was seen and accepted.
Work with_quiet(Work work, const std::string& code);

/// The parts of a clip that stay; never empty: without a choice it is all of it.
std::vector<mediaedit::TimeRange> kept_parts(const Work& work, std::size_t item,
                                             mediaedit::Time duration);
/// An end of a part, kept apart from its neighbours and from its other end by `least_part`.
Work with_part_start(Work work, std::size_t item, std::size_t part, mediaedit::Time start,
                     mediaedit::Time duration);
Work with_part_end(Work work, std::size_t item, std::size_t part, mediaedit::Time end,
                   mediaedit::Time duration);
/// Takes a third out of the middle of a part, to be moved from there.
Work with_middle_removed(Work work, std::size_t item, std::size_t part, mediaedit::Time duration);
/// The gap before the part closes.
Work with_gap_closed(Work work, std::size_t item, std::size_t part, mediaedit::Time duration);
Work with_sound(Work work, std::size_t item, mediaedit::Sound::Kind kind);
mediaedit::Time kept_length(const Work& work, std::size_t item, mediaedit::Time duration);

constexpr mediaedit::Time least_part{200'000};

}  // namespace sunting
