// Translated messages: the public tr(), for use inside the library.
#pragma once

#include <mediaedit/language.hpp>
