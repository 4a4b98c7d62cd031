// Edits of a work: pure functions from one value to the next.
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

/// For tasks with one item the file replaces it and its edits. Otherwise the files are added, each
/// once, at most `most_items`.
Work with_files(Work work, const std::vector<std::filesystem::path>& files);
Work without_item(Work work, std::size_t item);
/// Moves the item `by` places; beyond the ends it stays.
Work with_item_moved(Work work, std::size_t item, int by);

/// Moves the item to index `to`.
Work with_item_at(Work work, std::size_t item, std::size_t to);

Work with_placement(Work work, const std::string& id, bool wanted);

/// Frames the item for each placement in `ids`; `shapes` by placement.
Work with_framing(Work work, std::size_t item, const std::vector<std::string>& ids,
                  const std::map<std::string, PlaceFrame>& shapes, const Framing& framing);
Work with_fit(Work work, std::size_t item, const std::vector<std::string>& ids, mediaedit::Fit fit);
/// The program chooses the frame again.
Work without_framing(Work work, std::size_t item);
Work turned_right(Work work, std::size_t item);
Work mirrored(Work work, std::size_t item);

/// The free text on the picture, used without a template. Absent: none yet.
std::optional<mediaedit::TextOverlay> text_of(const Work& work, std::size_t item);
/// An empty text removes it.
Work with_text(Work work, std::size_t item, const mediaedit::TextOverlay& text);
/// The corner of the village's logo. Absent: no logo.
std::optional<mediaedit::Anchor> logo_of(const Work& work, std::size_t item);
Work with_logo(Work work, std::size_t item, std::optional<mediaedit::Anchor> corner);

Work with_template(Work work, const std::string& id);
Work with_word(Work work, const std::string& place, const std::string& word);
Work with_field(Work work, const std::string& field, const std::string& answer);
Work with_activity(Work work, const std::string& kind);
/// Absent: the automatic text again.
Work with_caption(Work work, const std::string& platform, std::optional<std::string> text);
Work with_alt_text(Work work, std::size_t item, const std::string& text);

Work with_faces(Work work, std::size_t item, mediaedit::FaceChoice choice);
/// Keeps one face visible while faces are hidden, or hides it again.
Work with_face_kept(Work work, std::size_t item, const mediaedit::Area& face, bool kept);
bool is_face_kept(const Work& work, std::size_t item, const mediaedit::Area& face);
Work with_hidden_area(Work work, std::size_t item, const mediaedit::Area& area);
Work without_hidden_area(Work work, std::size_t item, std::size_t area);
Work with_consent(Work work, std::size_t item, const std::string& question,
                  mediaedit::ConsentAnswer answer);
mediaedit::ConsentAnswer consent_of(const Work& work, std::size_t item,
                                    const std::string& question);
/// Hides findings with this code: the person has accepted them.
Work with_quiet(Work work, const std::string& code);

/// The kept parts of a clip, with every end set. Never empty: by default the whole clip.
std::vector<mediaedit::TimeRange> kept_parts(const Work& work, std::size_t item,
                                             mediaedit::Time duration);
/// Moves one end of a part. Parts do not overlap and are at least `least_part` long.
Work with_part_start(Work work, std::size_t item, std::size_t part, mediaedit::Time start,
                     mediaedit::Time duration);
Work with_part_end(Work work, std::size_t item, std::size_t part, mediaedit::Time end,
                   mediaedit::Time duration);
/// Removes the middle third of a part.
Work with_middle_removed(Work work, std::size_t item, std::size_t part, mediaedit::Time duration);
/// Joins the part with the one before it.
Work with_gap_closed(Work work, std::size_t item, std::size_t part, mediaedit::Time duration);
Work with_audio(Work work, std::size_t item, mediaedit::Audio::Kind kind);
mediaedit::Time kept_length(const Work& work, std::size_t item, mediaedit::Time duration);

constexpr mediaedit::Time least_part{200'000};

}  // namespace sunting
