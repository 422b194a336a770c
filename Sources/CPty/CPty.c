#define _GNU_SOURCE 1
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

int cpty_open(int columns, int rows, int *master, int *slave) {
  char name[128];
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0) return -1;
  if (grantpt(*master) == 0 && unlockpt(*master) == 0 && ptsname_r(*master, name, sizeof name) == 0 &&
      (*slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)) >= 0) {
    fcntl(*master, F_SETFL, fcntl(*master, F_GETFL) | O_NONBLOCK);
    return cpty_resize(*slave, columns, rows);
  }
  close(*master);
  return -1;
}

int cpty_resize(int descriptor, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}

// After fork() in a process with threads only calls that are safe in signal handlers are allowed; all below are.

static volatile pid_t program;

static void pass_hang_up_on(int signal_number) {
  if (program > 0) kill(-program, signal_number);
}

static void report(int events, int kind, int value) {
  struct cpty_event event = {kind, value};
  ssize_t ignored = write(events, &event, sizeof event);
  (void)ignored;
}

static void default_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void run_program(const char *path, char *const arguments[], char *const environment[], int slave,
                        int events) {
  setpgid(0, 0);
  signal(SIGTTOU, SIG_IGN);
  tcsetpgrp(slave, getpid());
  default_signals();
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(slave, descriptor);
  // A failure to start is told through the last descriptor left open; starting closes it.
  if (events != 3) dup2(events, 3);
  fcntl(3, F_SETFD, FD_CLOEXEC);
  close_range(4, ~0u, 0);
  execve(path, arguments, environment);
  report(3, CPTY_FAILED, errno);
  _exit(127);
}

static void supervise(int events, int passes_hang_up) {
  struct sigaction action = {0};
  action.sa_handler = passes_hang_up ? pass_hang_up_on : SIG_IGN;
  sigaction(SIGHUP, &action, NULL);
  for (;;) {
    int status = 0;
    if (waitpid(program, &status, WUNTRACED | WCONTINUED) < 0) {
      if (errno == EINTR) continue;
      _exit(1);
    }
    if (WIFSTOPPED(status)) report(events, CPTY_STOPPED, WSTOPSIG(status));
    if (WIFCONTINUED(status)) report(events, CPTY_CONTINUED, 0);
    if (WIFEXITED(status)) report(events, CPTY_EXITED, WEXITSTATUS(status));
    if (WIFSIGNALED(status)) report(events, CPTY_KILLED, WTERMSIG(status));
    if (WIFEXITED(status) || WIFSIGNALED(status)) _exit(0);
  }
}

static void lead_session(const char *path, char *const arguments[], char *const environment[], int slave, int events,
                         int passes_hang_up) {
  default_signals();
  setsid();
  ioctl(slave, TIOCSCTTY, 0);
  program = fork();
  if (program == 0) run_program(path, arguments, environment, slave, events);
  if (program < 0) {
    report(events, CPTY_FAILED, errno);
    _exit(1);
  }
  setpgid(program, program);
  report(events, CPTY_STARTED, program);
  // Keeps the terminal, its events and nothing else of the test process.
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(slave, descriptor);
  dup2(events, 3);
  close_range(4, ~0u, 0);
  supervise(3, passes_hang_up);
}

int cpty_spawn(const char *path, char *const arguments[], char *const environment[], int columns, int rows,
               int passes_hang_up, struct cpty_process *process) {
  int slave, ends[2];
  if (cpty_open(columns, rows, &process->master, &slave) != 0) return -1;
  if (tcgetattr(slave, &process->settings) != 0 || pipe2(ends, O_CLOEXEC) != 0) {
    close(process->master);
    close(slave);
    return -1;
  }
  process->supervisor = fork();
  if (process->supervisor == 0) lead_session(path, arguments, environment, slave, ends[1], passes_hang_up);
  close(slave);
  close(ends[1]);
  process->events = ends[0];
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  if (process->supervisor > 0) return 0;
  close(process->master);
  close(ends[0]);
  return -1;
}
