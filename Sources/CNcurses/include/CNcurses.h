// What Swift cannot see of ncurses and of signals, made visible.
//
// Object-like macros with casts, function-like macros and the mutable globals of ncurses do not import into Swift 6.
// The shims below do. ncurses keeps one current screen per process and no locks, so everything that touches it
// belongs to the main actor.
#ifndef HEDGETOP_CNCURSES_H
#define HEDGETOP_CNCURSES_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>

#include <stdint.h>
#include <stdio.h>

#define CN_MAIN_ACTOR __attribute__((swift_attr("@MainActor")))

// MARK: Attributes

#define CN_BOLD 1u
#define CN_DIM 2u
#define CN_UNDERLINE 4u
#define CN_REVERSE 8u
#define CN_ITALIC 16u
#define CN_BLINK 32u

/// The attribute bits of ncurses for a set of CN_* bits.
static inline uint32_t cn_attributes(uint32_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & CN_BOLD) attributes |= A_BOLD;
  if (bits & CN_DIM) attributes |= A_DIM;
  if (bits & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (bits & CN_REVERSE) attributes |= A_REVERSE;
  if (bits & CN_ITALIC) attributes |= A_ITALIC;
  if (bits & CN_BLINK) attributes |= A_BLINK;
  return attributes;
}

// MARK: Cells

/// Fills a cell with up to three scalars, attribute bits as cn_attributes() gives them, and a pair of any size.
static inline int cn_set_cell(cchar_t *cell, const wchar_t *scalars, uint32_t attributes, int pair) {
  return setcchar(cell, scalars, attributes, 0, &pair);
}

/// Takes a cell apart: scalars must have room for CCHARW_MAX + 1.
static inline int cn_get_cell(const cchar_t *cell, wchar_t *scalars, uint32_t *attributes, int *pair) {
  attr_t found = 0;
  short narrow = 0;
  int result = getcchar(cell, scalars, &found, &narrow, pair);
  *attributes = found & ~A_COLOR;
  return result;
}

// MARK: The current screen

static inline CN_MAIN_ACTOR int cn_colour_count(void) { return COLORS; }
static inline CN_MAIN_ACTOR int cn_pair_count(void) { return COLOR_PAIRS; }

/// Makes key codes of a sequence no longer recognised by ncurses, so that its bytes arrive one by one.
static inline CN_MAIN_ACTOR void cn_forget_key(int code) { define_key(NULL, code); }

/// The key code of F1 to F63.
static inline int cn_function_key(int number) { return KEY_F(number); }

// MARK: terminfo

/// Makes an entry of terminfo the current one, to be asked below; 0 on success. Nothing is written.
CN_MAIN_ACTOR int cn_entry_open(const char *name, int descriptor);

/// Forgets the entry opened last and goes back to the one before it.
CN_MAIN_ACTOR void cn_entry_close(void);

/// The string capability of the current entry, or NULL where it has none.
CN_MAIN_ACTOR const char *cn_capability(const char *name);

/// The number capability of the current entry; negative where it has none.
CN_MAIN_ACTOR int cn_number(const char *name);

/// Whether the current entry takes red, green and blue directly instead of a palette index.
CN_MAIN_ACTOR int cn_is_direct_colour(void);

// MARK: The process

/// The character set of LC_CTYPE, such as "UTF-8".
const char *cn_codeset(void);

/// The columns the C library gives a scalar, which ncurses goes by; -1 for none.
int cn_scalar_columns(uint32_t scalar);

/// A descriptor that becomes readable when `descriptor` does or is hung up; -1 on failure. To be closed by the caller.
/// Dispatch by itself does not tell of a terminal that is gone.
int cn_watch(int descriptor);

/// The size of the terminal behind a descriptor; 0 on success.
int cn_window_size(int descriptor, int *columns, int *rows);

// MARK: Signals

/// Starts catching signals: each is written as one byte to a pipe. At most one catcher per process.
/// A signal that was ignored before stays ignored, as programs started by nohup expect.
/// Returns the descriptor to read from, or -1.
int cn_signals_start(const int *signals, int count);

/// Ignores a caught signal from now on; cn_signals_stop() leaves it ignored.
void cn_signals_ignore(int number);

/// Puts the signal actions found by cn_signals_start() back and closes the pipe.
void cn_signals_stop(void);

/// Stops the process as the terminal's suspend character does: its process group, then itself. Returns once it is
/// continued, or at once where nothing could continue it.
void cn_stop_process(void);

// MARK: Crashes

#define CN_CRASH_SEQUENCE_MAX 512

/// Remembers how to give the terminal back should the process crash: what to write to `descriptor`, and its present
/// settings. `captured` and `real_error` are where standard error goes now and where it belongs, or -1.
/// On SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP and SIGSYS the handler writes, restores, hands the captured
/// text over, and raises the signal again with the action it had before.
int cn_crash_arm(int descriptor, const char *sequence, int captured, int real_error);

/// Lets the handler run even when the calling thread has used up its stack. Dispatch runs the main queue on threads
/// of its choice, so this is called wherever work begins; only the first call on a thread does anything.
void cn_crash_cover_thread(void);

/// Leaves crashes alone again; the actions found are put back.
void cn_crash_disarm(void);

#endif
