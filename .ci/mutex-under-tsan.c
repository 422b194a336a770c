// Makes Swift's Mutex a lock that the thread sanitizer understands on Linux, so that no report needs to be suppressed.
//
// Where a mutex is free, taking and releasing it are atomic operations compiled into our own code, which the sanitizer
// sees. Where threads wait, the standard library asks the kernel, and the sanitizer misses that one thread came after
// the other. The three functions below stand before the library's, call them, and say what they did. Whatever is not
// ordered by that very mutex is still reported.
#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

void __tsan_acquire(void *address);
void __tsan_release(void *address);

SWIFT void mutex_lock(uint32_t thread, SELF void *handle) __asm__(LOCK);
SWIFT bool mutex_try_lock(SELF void *handle) __asm__(TRY_LOCK);
SWIFT void mutex_unlock(SELF void *handle) __asm__(UNLOCK);

SWIFT void mutex_lock(uint32_t thread, SELF void *handle) {
  SWIFT void (*library)(uint32_t, SELF void *) = dlsym(RTLD_NEXT, LOCK);
  library(thread, handle);
  __tsan_acquire(handle);
}

SWIFT bool mutex_try_lock(SELF void *handle) {
  SWIFT bool (*library)(SELF void *) = dlsym(RTLD_NEXT, TRY_LOCK);
  bool taken = library(handle);
  if (taken) __tsan_acquire(handle);
  return taken;
}

SWIFT void mutex_unlock(SELF void *handle) {
  SWIFT void (*library)(SELF void *) = dlsym(RTLD_NEXT, UNLOCK);
  __tsan_release(handle);
  library(handle);
}
