// UV lamp of FaceQA on a serial line, protocol version 1: see README.md beside this file.
// Closed beats open: the lamp is off at the start, after its time, after OFF, after 100 ms without a
// valid line while armed or lit, and after 5 s whatever happens.

#include <avr/wdt.h>

static const uint8_t LAMP_PIN = 8;  // HIGH lights the lamp; a pull-down keeps it dark during a reset
static const unsigned long BAUD = 115200;
static const unsigned long HEARTBEAT_MS = 100;
static const unsigned long MOST_MS = 5000;
static const uint8_t LONGEST_LINE = 64;

enum State { OFF, ARMED, LIT, DONE, ABORTED, SILENT };
static const char *const NAMES[] = {"OFF", "ARMED", "LIT", "DONE", "ABORTED", "SILENT"};

static State state = OFF;
static unsigned long heard_at = 0;
static unsigned long lit_at = 0;
static unsigned long lit_for = 0;
static bool answered = false;
static uint16_t last_sequence = 0;
static char last_answer[LONGEST_LINE];
static char line[LONGEST_LINE + 1];
static uint8_t length = 0;
static bool too_long = false;

static void go(State next) {
  digitalWrite(LAMP_PIN, next == LIT ? HIGH : LOW);
  state = next;
}

static bool active() { return state == ARMED || state == LIT; }

static void tick() {
  const unsigned long now = millis();
  if (state == LIT && (now - lit_at >= lit_for || now - lit_at >= MOST_MS)) go(DONE);
  if (active() && now - heard_at > HEARTBEAT_MS) go(SILENT);
}

// CRC-16/CCITT, start 0xFFFF.
static uint16_t crc(const char *text, uint8_t count) {
  uint16_t value = 0xFFFF;
  for (uint8_t i = 0; i < count; i++) {
    value ^= (uint16_t)(uint8_t)text[i] << 8;
    for (uint8_t bit = 0; bit < 8; bit++)
      value = (value & 0x8000) ? (value << 1) ^ 0x1021 : value << 1;
  }
  return value;
}

// A whole number of at most 65535 without sign; moves `text` behind it. False if there is none.
static bool number(const char *&text, uint16_t &value) {
  if (*text < '0' || *text > '9') return false;
  unsigned long found = 0;
  while (*text >= '0' && *text <= '9') {
    found = found * 10 + (*text++ - '0');
    if (found > 65535UL) return false;
  }
  value = (uint16_t)found;
  return true;
}

static void send(uint16_t sequence, bool accepted, bool greeting) {
  char body[LONGEST_LINE - 6];
  if (greeting)
    snprintf(body, sizeof body, "=%u OK %s 1 %lu", sequence, NAMES[state], MOST_MS);
  else
    snprintf(body, sizeof body, "=%u %s %s", sequence, accepted ? "OK" : "NO", NAMES[state]);
  snprintf(last_answer, sizeof last_answer, "%s*%04X\n", body, crc(body, strlen(body)));
  Serial.print(last_answer);
}

static void hear(char *text, uint8_t count) {
  // …*CCCC: the sum is over everything before the star.
  if (count < 8 || text[count - 5] != '*' || text[0] != '@') return;
  char expected[5];
  snprintf(expected, sizeof expected, "%04X", crc(text, count - 5));
  if (strncmp(expected, text + count - 4, 4) != 0) return;
  text[count - 5] = '\0';
  const char *rest = text + 1;
  uint16_t sequence;
  if (!number(rest, sequence) || *rest++ != ' ') return;
  heard_at = millis();
  if (answered && sequence == last_sequence) {
    Serial.print(last_answer);  // a doubled line does nothing a second time
    return;
  }
  const uint16_t ahead = sequence - last_sequence;
  bool fresh = ahead != 0 && ahead < 32768U;
  bool accepted = false, greeting = false;
  if (strcmp(rest, "OFF") == 0) {
    accepted = true;
    go(active() ? ABORTED : OFF);
  } else if (strcmp(rest, "HELLO") == 0 && !active()) {
    accepted = fresh = greeting = true;
  } else if (strcmp(rest, "STATUS") == 0 || strcmp(rest, "BEAT") == 0) {
    accepted = true;
  } else if (strcmp(rest, "ARM") == 0 && fresh && !active()) {
    accepted = true;
    go(ARMED);
  } else if (strncmp(rest, "EXPOSE ", 7) == 0 && fresh && state == ARMED) {
    rest += 7;
    uint16_t milliseconds;
    if (number(rest, milliseconds) && *rest == '\0' && milliseconds > 0 && milliseconds <= MOST_MS) {
      accepted = true;
      lit_for = milliseconds;
      lit_at = millis();
      go(LIT);
    }
  }
  send(sequence, accepted, greeting);
  if (fresh) {
    last_sequence = sequence;
    answered = true;
  } else {
    answered = false;  // `last_answer` no longer belongs to `last_sequence`
  }
}

void setup() {
  pinMode(LAMP_PIN, OUTPUT);
  go(OFF);
  Serial.begin(BAUD);
  wdt_enable(WDTO_120MS);  // a hung program resets, and a reset is dark
}

void loop() {
  wdt_reset();
  tick();
  while (Serial.available() > 0) {
    const char next = (char)Serial.read();
    if (next == '\n') {
      if (!too_long) hear(line, length);
      length = 0;
      too_long = false;
    } else if (next != '\r') {
      if (length < LONGEST_LINE) line[length++] = next;
      else too_long = true;
    }
    tick();
  }
}
