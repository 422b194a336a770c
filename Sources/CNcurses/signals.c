#define _XOPEN_SOURCE 700
#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#define CN_SIGNALS 65

// A pipe instead of a Dispatch signal source: that one needs the signals blocked in every thread of the process,
// and children would inherit the mask.
static volatile int write_end = -1;
static int read_end = -1;
static struct sigaction found[CN_SIGNALS];
static unsigned char caught[CN_SIGNALS];

static void pass_on(int signal_number) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal_number;
  // A full pipe means that nobody has read for thousands of signals: losing one more changes nothing.
  ssize_t ignored = write(write_end, &byte, 1);
  (void)ignored;
  errno = saved;
}

static void catch(int number) {
  struct sigaction action = {0};
  if (sigaction(number, NULL, &found[number]) != 0) return;
  if (found[number].sa_handler == SIG_IGN && number != SIGPIPE) return;
  action.sa_handler = number == SIGPIPE ? SIG_IGN : pass_on;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  if (sigaction(number, &action, NULL) == 0) caught[number] = 1;
}

int cn_signals_start(const int *signals, int count) {
  int ends[2];
  if (write_end != -1 || pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  read_end = ends[0];
  write_end = ends[1];
  for (int i = 0; i < count; i++)
    if (signals[i] > 0 && signals[i] < CN_SIGNALS) catch(signals[i]);
  return read_end;
}

void cn_signals_ignore(int number) {
  struct sigaction ignore = {0};
  ignore.sa_handler = SIG_IGN;
  if (number <= 0 || number >= CN_SIGNALS || !caught[number]) return;
  if (sigaction(number, &ignore, NULL) == 0) caught[number] = 0;
}

void cn_signals_stop(void) {
  if (write_end == -1) return;
  for (int number = 1; number < CN_SIGNALS; number++) {
    if (!caught[number]) continue;
    sigaction(number, &found[number], NULL);
    caught[number] = 0;
  }
  int end = write_end;
  write_end = -1;
  close(end);
  close(read_end);
  read_end = -1;
}

void cn_stop_process(void) {
  struct sigaction ignore = {0}, standard = {0}, stop, resume;
  sigset_t stopping, blocked;
  sigemptyset(&stopping);
  sigaddset(&stopping, SIGTSTP);
  ignore.sa_handler = SIG_IGN;
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &ignore, &stop);
  sigaction(SIGCONT, &standard, &resume);
  // The rest of a pipeline stops as well. This process is left out, and stops by raise(), which returns only after
  // having been continued: a signal sent to the group could take effect any time later. Dispatch's threads, of which
  // the main queue uses one, block the signal.
  kill(0, SIGTSTP);
  // Where the signal is blocked it is kept even though ignored; ignoring it once more discards it.
  sigaction(SIGTSTP, &ignore, NULL);
  sigaction(SIGTSTP, &standard, NULL);
  pthread_sigmask(SIG_UNBLOCK, &stopping, &blocked);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &blocked, NULL);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &resume, NULL);
}
