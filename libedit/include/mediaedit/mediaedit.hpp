// Everything at once.
#pragma once

#include <mediaedit/check.hpp>
#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/language.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/picture_view.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/prepare.hpp>
#include <mediaedit/preview.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/recipe_json.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/subjects.hpp>
#include <mediaedit/text.hpp>
#include <mediaedit/time.hpp>
#include <mediaedit/version.hpp>
