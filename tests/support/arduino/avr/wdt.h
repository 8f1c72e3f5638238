// The watchdog of a board; this computer has none.
#pragma once
#define WDTO_120MS 0
static inline void wdt_enable(int) {}
static inline void wdt_reset() {}
