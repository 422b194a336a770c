#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
#define FATAL_COUNT (sizeof fatal / sizeof fatal[0])

static struct {
  volatile sig_atomic_t armed;
  int descriptor;
  int captured;
  int real_error;
  int has_settings;
  struct termios settings;
  size_t length;
  char sequence[CN_CRASH_SEQUENCE_MAX];
} terminal;

static struct sigaction found[FATAL_COUNT];

#define STACK_SIZE (64 * 1024)

// The stack for the handler, one per thread: the overflow of the ordinary one is among the crashes to survive until
// the screen is back. It lives as long as its thread.
static _Thread_local int has_stack;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// What was written to standard error while the screen was on: the reason of the crash is usually the last line.
static void hand_over_captured_text(void) {
  char buffer[4096];
  off_t position = 0;
  if (terminal.captured < 0 || terminal.real_error < 0) return;
  dup2(terminal.real_error, STDERR_FILENO);
  for (;;) {
    ssize_t count = pread(terminal.captured, buffer, sizeof buffer, position);
    if (count <= 0) return;
    write_all(terminal.real_error, buffer, (size_t)count);
    position += count;
  }
}

// Only functions that are safe in a signal handler.
static void restore_and_raise(int number) {
  if (terminal.armed) {
    terminal.armed = 0;
    write_all(terminal.descriptor, terminal.sequence, terminal.length);
    if (terminal.has_settings) tcsetattr(terminal.descriptor, TCSANOW, &terminal.settings);
    hand_over_captured_text();
  }
  for (size_t i = 0; i < FATAL_COUNT; i++)
    if (fatal[i] == number) sigaction(number, &found[i], NULL);
  raise(number);
}

int cn_crash_arm(int descriptor, const char *sequence, int captured, int real_error) {
  size_t length = strlen(sequence);
  if (terminal.armed || length > sizeof terminal.sequence) return -1;
  memcpy(terminal.sequence, sequence, length);
  terminal.length = length;
  terminal.descriptor = descriptor;
  terminal.captured = captured;
  terminal.real_error = real_error;
  terminal.has_settings = tcgetattr(descriptor, &terminal.settings) == 0;
  cn_crash_cover_thread();
  terminal.armed = 1;
  struct sigaction action = {0};
  action.sa_handler = restore_and_raise;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &found[i]);
  return 0;
}

void cn_crash_disarm(void) {
  if (!terminal.armed) return;
  terminal.armed = 0;
  for (size_t i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &found[i], NULL);
}

void cn_crash_cover_thread(void) {
  stack_t found_stack;
  if (has_stack) return;
  has_stack = 1;
  // The runtime's own handlers, or a sanitizer's, may have made one already.
  if (sigaltstack(NULL, &found_stack) != 0 || !(found_stack.ss_flags & SS_DISABLE)) return;
  void *memory = malloc(STACK_SIZE);
  stack_t own = {.ss_sp = memory, .ss_size = STACK_SIZE};
  if (memory != NULL && sigaltstack(&own, NULL) != 0) free(memory);
}
