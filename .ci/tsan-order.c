// Tells the thread sanitizer of order between threads that it cannot see by itself on Linux, so that no report needs to
// be suppressed: what is not ordered by exactly these means is still reported. Each function stands before the
// library's of the same name, calls it, and says what it did.
#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

void __tsan_acquire(void *address);
void __tsan_release(void *address);

// MARK: Swift's Mutex
//
// Where it is free, taking and releasing it are atomic operations compiled into our own code, which the sanitizer sees.
// Where threads wait, the standard library asks the kernel, and the sanitizer misses that one came after the other.

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

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

// MARK: The main thread and the main queue
//
// What the main thread did before it handed the main queue over comes before what runs on that queue, on whichever
// thread. The sanitizer orders the blocks of a serial queue by the second word of the queue.

void dispatch_main(void) {
  void (*library)(void) = dlsym(RTLD_NEXT, "dispatch_main");
  void **queue = dlsym(RTLD_DEFAULT, "_dispatch_main_q");
  __tsan_release(queue + 1);
  library();
}
