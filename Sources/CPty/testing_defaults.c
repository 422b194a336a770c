#include <stdlib.h>

// The testing library keeps where each thrown error was thrown and goes through all it keeps at the end of every test
// case: tests that throw a hundred thousand errors make all later ones a hundred times as slow. It is told not to,
// before it looks; who sets the variable to 1 gets those places back.
__attribute__((constructor)) static void forget_where_errors_were_thrown(void) {
  setenv("SWT_SWIFT_ERROR_BACKTRACING_ENABLED", "0", 0);
}
