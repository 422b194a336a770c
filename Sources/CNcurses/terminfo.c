#include "CNcurses.h"

#include <term.h>

static TERMINAL *before;

int cn_entry_open(const char *name, int descriptor) {
  int status = 0;
  before = set_curterm(NULL);
  if (setupterm((char *)name, descriptor, &status) == OK) return 0;
  set_curterm(before);
  return -1;
}

void cn_entry_close(void) {
  TERMINAL *opened = set_curterm(before);
  if (opened != before) del_curterm(opened);
}

const char *cn_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == NULL || value == (char *)-1 ? NULL : value;
}

int cn_number(const char *name) { return tigetnum((char *)name); }

// The extended capability may be a flag, a number or a string; its presence is what counts.
int cn_is_direct_colour(void) {
  return tigetflag((char *)"RGB") > 0 || tigetnum((char *)"RGB") > 0 || cn_capability("RGB") != NULL;
}
