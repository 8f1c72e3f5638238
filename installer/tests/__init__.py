"""The installed package, tried on this computer; `make installer-test` runs these."""
