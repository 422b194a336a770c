#include "CProcess.h"

#include <malloc.h>

void cp_keep_heap_small(void) {
#ifdef M_ARENA_MAX
  enum { threshold = 128 * 1024 };
  mallopt(M_ARENA_MAX, 1);
  // Stated thresholds do not grow: a history that was read once would leave them at its size for good.
  mallopt(M_MMAP_THRESHOLD, threshold);
  mallopt(M_TRIM_THRESHOLD, threshold);
#endif
}

void cp_give_heap_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
