#pragma once

// What the program asks of the C library for its own process.

/// Keeps the heap small rather than fast: one arena instead of one for each thread, and memory given back to the system
/// from 128 kB on, whatever was asked for before. Nothing happens with a C library that has no such settings.
void cp_keep_heap_small(void);

/// Gives the pages of the heap in which nothing lives any more back to the system, wherever they are.
void cp_give_heap_back(void);
