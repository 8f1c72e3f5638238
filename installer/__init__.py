"""How the program is frozen and packed; `make installer` runs it, the program does not use it."""
