// What Swift sees of ncurses.
#ifndef HEDGETOP_CNCURSES_H
#define HEDGETOP_CNCURSES_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>

#endif
