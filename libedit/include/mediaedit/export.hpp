// Which names the shared library shows.
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

/// Not for apps: what the library shows to its own parts that are loaded only when needed. Never
/// declared in a public header.
#define MEDIAEDIT_INTERNAL MEDIAEDIT_API
