// What a village's profile says within captions.
#pragma once

#include <mediaedit/village.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// "Desa Sukamaju, Kecamatan Sumberagung, Kabupaten Contoh"; in English "Sukamaju Village,
/// Sumberagung District, Contoh Regency". What the profile lacks is left out; empty without a
/// village.
std::string region(const Village& village, std::string_view language);

/// "Balai RT 03 Desa Sukamaju"; a place that names the village already stays as it is.
std::string place_in_village(const std::string& place, const Village& village,
                             std::string_view language);

/// "di Balai Desa"; in English "at" a building and "in" a part of the village. Empty without a
/// place.
std::string at_place(const std::string& place, std::string_view language);

/// How the office is reached, to stand behind "lewat" ("through") or a colon: WhatsApp, else the
/// form, telephone, e-mail, lapor.go.id. May be empty.
std::string office_channel(const Village& village, std::string_view language);

/// A telephone for urgent matters: the office's, else its WhatsApp. May be empty.
std::string office_urgent(const Village& village, std::string_view language);

/// The village's name without the word "Desa".
std::string village_name(const Village& village);

/// Five at most, best first: the village's, the activity's, those of the profile, the regency's.
/// With #, each once.
std::vector<std::string> hashtags(const Village& village, const std::string& activity);

}  // namespace mediaedit::internal
