// Sentences for people: the public tr(), as the inner modules use it.
#pragma once

#include <mediaedit/language.hpp>
