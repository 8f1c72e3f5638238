"""`MissingUv`: stands where a chosen lamp could not be opened; it never lights."""

from faceqa_gui.uv.device import Exposure, UvError, UvInfo, UvStatus


class MissingUv:
    """A lamp that is not there; see `UvDevice` for the protocol."""

    def __init__(self, name: str, reason: str) -> None:
        """Remember why.

        Args:
            name: of the lamp that was chosen.
            reason: a sentence for people, said whenever somebody wants light.
        """
        self._info = UvInfo(f"{name} (not connected)", simulated=False, problem=reason)

    @property
    def info(self) -> UvInfo:
        """The chosen lamp, that it is not connected, and why."""
        return self._info

    def status(self) -> UvStatus:
        """Always FAULT."""
        return UvStatus.FAULT

    def arm(self) -> None:
        """Refuse.

        Raises:
            UvError: always, with the reason.
        """
        raise UvError(self._info.problem)

    def expose(self, duration_seconds: float) -> Exposure:
        """Refuse.

        Raises:
            UvError: always, with the reason.
        """
        raise UvError(f"{self._info.problem} The exposure of {duration_seconds:g} s was not begun.")

    def abort(self) -> None:
        """There is nothing to switch off."""

    def close(self) -> None:
        """There is nothing to close."""
