"""The models that this program came with: every station may load them.

They stand in the program and not beside the models, so that whoever swaps a model folder cannot
swap the list with it. A test compares them with `models/` and says what belongs here.
"""

SHIPPED_QUALITY_MODEL = "2dc26c6f386503ed9e3f8ed61a2f096f7a3bfc05bf9145e72aeb8b1fb4151016"
"""sha256 of the bytes of `models/quality-mobilenet/manifest.json`, which names all other bytes."""

SHIPPED_EYE_MODEL = "70d5948239cb06c1e06a1945791743f3b929014653c2f6c2888cddf5f0b3efdc"
"""sha256 of the bytes of `models/eyes/manifest.json`."""
