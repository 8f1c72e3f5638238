"""Deleting widgets at once."""

from PySide6.QtCore import QCoreApplication, QEvent


def flush_deletions() -> None:
    """Delete what waits for deletion; outside an event loop Qt does not do it by itself."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
