// Enough of an Arduino for a sketch with a serial line and one pin: runs it on this computer.
#pragma once
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define HIGH 1
#define LOW 0
#define OUTPUT 1

// With FROZEN_CLOCK set no time passes: what is answered then depends on the lines alone.
static inline unsigned long millis() {
  static const bool frozen = getenv("FROZEN_CLOCK") != nullptr;
  if (frozen) return 0;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (unsigned long)(now.tv_sec * 1000UL + now.tv_nsec / 1000000UL);
}

static inline void pinMode(uint8_t, uint8_t) {}

// Every change of the pin goes to standard error: the level and the time in milliseconds.
static inline void digitalWrite(uint8_t, uint8_t level) {
  static int before = -1;
  if (level != before) fprintf(stderr, "%d %lu\n", level, millis());
  before = level;
}

struct Line {
  void begin(unsigned long) {}
  int available() {
    struct pollfd waiting = {0, POLLIN, 0};
    return poll(&waiting, 1, 1) > 0 && (waiting.revents & POLLIN) ? 1 : 0;
  }
  int read() {
    unsigned char next;
    if (::read(0, &next, 1) != 1) exit(0);
    return next;
  }
  void print(const char *text) {
    if (::write(1, text, strlen(text)) < 0) exit(0);
  }
};
static Line Serial;
