// The village's colours as templates use them.
#pragma once

#include "post/templates/template_file.hpp"

#include <mediaedit/post_template.hpp>

namespace mediaedit::internal {

/// `color`, made darker or lighter as little as needed for a contrast of 4.5:1 with `ground`. Both
/// are opaque.
Color readable_on(const Color& color, const Color& ground);

/// The colour of a role, made readable on the ground. If its contrast is far too low, the ground's
/// usual text colour.
Color color_on(const ReadableColors& colors, Role role, Role ground);

Color color_of(const ReadableColors& colors, Role role);

/// The usual role of words on a ground.
Role words_on(Role ground) noexcept;

}  // namespace mediaedit::internal
