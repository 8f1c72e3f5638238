"""The types that skimage ships are incomplete."""

from typing import Any

def __getattr__(name: str) -> Any: ...
