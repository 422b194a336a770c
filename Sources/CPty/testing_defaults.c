#include <stdlib.h>

// Said to the testing library before it looks. Who sets the variables to something else is heard.
__attribute__((constructor)) static void tell_the_testing_library(void) {
  // It keeps where each thrown error was thrown and goes through all it keeps at the end of every test case: tests that
  // throw a hundred thousand errors make all later ones a hundred times as slow.
  setenv("SWT_SWIFT_ERROR_BACKTRACING_ENABLED", "0", 0);
  // It begins all tests at once, so that one that waits for an answer gets its turn again when all others have had
  // theirs, minutes later, and its partner has given up.
  setenv("SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH", "6", 0);
}
