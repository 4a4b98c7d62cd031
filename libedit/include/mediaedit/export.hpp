// Symbol visibility of the shared library.
#pragma once

#if defined(MEDIAEDIT_STATIC)
#  define MEDIAEDIT_API
#elif defined(_WIN32)
#  if defined(MEDIAEDIT_BUILDING)
#    define MEDIAEDIT_API __declspec(dllexport)
#  else
#    define MEDIAEDIT_API __declspec(dllimport)
#  endif
#else
#  define MEDIAEDIT_API __attribute__((visibility("default")))
#endif

/// Exports a symbol to the parts of this library that are loaded later. Not for apps; never used in
/// a public header.
#define MEDIAEDIT_INTERNAL MEDIAEDIT_API
