#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#include "CNcurses.h"

#include <langinfo.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

const char *cn_codeset(void) { return nl_langinfo(CODESET); }

int cn_scalar_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int cn_watch(int descriptor) {
  struct epoll_event readable = {.events = EPOLLIN};
  int watch = epoll_create1(EPOLL_CLOEXEC);
  if (watch < 0) return -1;
  if (epoll_ctl(watch, EPOLL_CTL_ADD, descriptor, &readable) == 0) return watch;
  close(watch);
  return -1;
}

int cn_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}
