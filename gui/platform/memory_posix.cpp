// Returns freed memory to the operating system.
#include "platform/memory.hpp"

#include <cstdlib>

#ifdef __GLIBC__
#  include <malloc.h>
#endif

namespace sunting {

void give_back_memory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace sunting
