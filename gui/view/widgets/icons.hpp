// Icons of the font Fork Awesome, in UTF-8.
#pragma once

namespace sunting::icon {

inline constexpr const char* home = "\xEF\x80\x95";
inline constexpr const char* camera = "\xEF\x80\xB0";
inline constexpr const char* film = "\xEF\x80\x88";
inline constexpr const char* picture = "\xEF\x80\xBE";
inline constexpr const char* several = "\xEF\x89\x8D";
inline constexpr const char* pencil = "\xEF\x81\x80";
inline constexpr const char* undo = "\xEF\x83\xA2";
inline constexpr const char* redo = "\xEF\x80\x9E";
inline constexpr const char* check = "\xEF\x80\x8C";
inline constexpr const char* cross = "\xEF\x80\x8D";
inline constexpr const char* question = "\xEF\x81\x99";
inline constexpr const char* gear = "\xEF\x80\x93";
inline constexpr const char* left = "\xEF\x81\xA0";
inline constexpr const char* right = "\xEF\x81\xA1";
inline constexpr const char* up = "\xEF\x81\xA2";
inline constexpr const char* down = "\xEF\x81\xA3";
inline constexpr const char* folder = "\xEF\x81\xBC";
inline constexpr const char* copy = "\xEF\x83\x85";
inline constexpr const char* play = "\xEF\x81\x8B";
inline constexpr const char* pause = "\xEF\x81\x8C";
inline constexpr const char* plus = "\xEF\x81\xA7";
inline constexpr const char* minus = "\xEF\x81\xA8";
inline constexpr const char* trash = "\xEF\x87\xB8";
inline constexpr const char* save = "\xEF\x83\x87";
inline constexpr const char* warning = "\xEF\x81\xB1";
inline constexpr const char* info = "\xEF\x81\x9A";
inline constexpr const char* hidden = "\xEF\x81\xB0";
inline constexpr const char* seen = "\xEF\x81\xAE";
inline constexpr const char* letters = "\xEF\x80\xB1";
inline constexpr const char* download = "\xEF\x80\x99";
inline constexpr const char* upload = "\xEF\x82\x93";
inline constexpr const char* audio = "\xEF\x80\xA8";
inline constexpr const char* silent = "\xEF\x80\xA6";
inline constexpr const char* step_back = "\xEF\x81\x88";
inline constexpr const char* step_on = "\xEF\x81\x91";
inline constexpr const char* scissors = "\xEF\x83\x84";
inline constexpr const char* phone = "\xEF\x84\x8B";
inline constexpr const char* computer = "\xEF\x84\x88";
inline constexpr const char* clock = "\xEF\x80\x97";
inline constexpr const char* move = "\xEF\x81\x87";
inline constexpr const char* done = "\xEF\x81\x98";
inline constexpr const char* failed = "\xEF\x81\x97";
inline constexpr const char* people = "\xEF\x83\x80";
inline constexpr const char* exchange = "\xEF\x83\xAC";
inline constexpr const char* expand = "\xEF\x81\xA5";
inline constexpr const char* compress = "\xEF\x81\xA6";
inline constexpr const char* before = "\xEF\x81\x93";
inline constexpr const char* after = "\xEF\x81\x94";
inline constexpr const char* empty_box = "\xEF\x82\x96";
inline constexpr const char* ticked_box = "\xEF\x81\x86";
inline constexpr const char* ring = "\xEF\x84\x8C";
inline constexpr const char* dot_ring = "\xEF\x86\x92";

/// All icons used, for the atlas: all 700 of the font would take 0.1 s at every start.
inline constexpr const char* all[] = {
    home,     camera,   film,     picture,   several,    pencil, undo,      redo,     check,
    cross,    question, gear,     left,      right,      up,     down,      folder,   copy,
    play,     pause,    plus,     minus,     trash,      save,   warning,   info,     hidden,
    seen,     letters,  download, upload,    audio,      silent, step_back, step_on,  scissors,
    phone,    computer, clock,    move,      done,       failed, people,    exchange, expand,
    compress, before,   after,    empty_box, ticked_box, ring,   dot_ring};

}  // namespace sunting::icon
