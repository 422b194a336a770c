// Programs run in pseudo-terminals, for tests.
#ifndef HEDGETOP_CPTY_H
#define HEDGETOP_CPTY_H

#include <sys/types.h>
#include <termios.h>

/// A program running in a pseudo-terminal.
struct cpty_process {
  int master;       ///< the terminal's side
  int events;       ///< where struct cpty_event arrive
  pid_t supervisor; ///< the session's leader, which started the program as a shell would
  struct termios settings; ///< the terminal's settings before the program could change them
};

/// What became of the program.
struct cpty_event {
  int kind; ///< one of CPTY_*
  int value;
};

#define CPTY_STARTED 1   ///< value: its process id
#define CPTY_FAILED 2    ///< it could not be started; value: errno
#define CPTY_STOPPED 3   ///< value: the signal
#define CPTY_CONTINUED 4 ///< value: 0
#define CPTY_EXITED 5    ///< value: its status
#define CPTY_KILLED 6    ///< value: the signal

/// Opens a pseudo-terminal of a size; 0 on success.
int cpty_open(int columns, int rows, int *master, int *slave);

/// Changes the size; the kernel tells the program by SIGWINCH.
int cpty_resize(int descriptor, int columns, int rows);

/// Starts a program in a pseudo-terminal of its own, in the foreground, in a process group of its own, under a
/// leader that plays the shell: it reports when the program stops, continues and ends, and passes a hang-up on if
/// `passes_hang_up` is not 0. 0 on success.
int cpty_spawn(const char *path, char *const arguments[], char *const environment[], int columns, int rows,
               int passes_hang_up, struct cpty_process *process);

#endif
