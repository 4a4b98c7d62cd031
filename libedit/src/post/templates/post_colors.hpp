// The village's colours as a template uses them.
#pragma once

#include "post/templates/template_file.hpp"

#include <mediaedit/post_template.hpp>

namespace mediaedit::internal {

/// `color`, made darker or lighter, as little as is enough to be read on `ground` (4.5:1). Both
/// opaque.
Color readable_on(const Color& color, const Color& ground);

/// The colour of that role, as it can be read on a ground of the other role; where it is far from
/// that, the ground's usual words' colour.
Color color_on(const ReadableColors& colors, Role role, Role ground);

Color color_of(const ReadableColors& colors, Role role);

/// Of words on that ground when nothing else is wished.
Role words_on(Role ground) noexcept;

}  // namespace mediaedit::internal
