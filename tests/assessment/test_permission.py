"""The permission: at most one second, bound to everything, taken once."""

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.assessment.permission import Grounds, Permission, PermissionDesk

GROUNDS = Grounds("session", "explanation", "model", 1, "settings", 10)
OTHER = [
    replace(GROUNDS, session="another"),
    replace(GROUNDS, explanation="another"),
    replace(GROUNDS, model_sha256="another"),
    replace(GROUNDS, face_number=2),
    replace(GROUNDS, settings_sha256="another"),
    replace(GROUNDS, frame_sequence=11),
]


def test_a_permission_is_taken_exactly_once() -> None:
    desk = PermissionDesk(1.0)
    granted = desk.grant(GROUNDS, 5.0)
    assert desk.holds(5.0)
    assert desk.take(GROUNDS, 5.5) == granted
    assert not desk.holds(5.5)
    assert desk.take(GROUNDS, 5.5) is None


@pytest.mark.parametrize("present", OTHER)
def test_any_other_fact_refuses_and_consumes(present: Grounds) -> None:
    desk = PermissionDesk(1.0)
    desk.grant(GROUNDS, 0.0)
    assert desk.take(present, 0.1) is None
    assert desk.take(GROUNDS, 0.1) is None


def test_revoking_leaves_nothing() -> None:
    desk = PermissionDesk(1.0)
    desk.grant(GROUNDS, 0.0)
    desk.revoke()
    assert not desk.holds(0.0)
    assert desk.take(GROUNDS, 0.0) is None


@given(lifetime=st.floats(0.001, 1.0), issued=st.floats(0.0, 1e6), later=st.floats(-10.0, 10.0))
def test_it_lives_for_its_lifetime_and_not_before_it_was_issued(
    lifetime: float, issued: float, later: float
) -> None:
    desk = PermissionDesk(lifetime)
    granted = desk.grant(GROUNDS, issued)
    now = issued + later
    alive = granted.issued_at <= now < granted.expires_at
    assert desk.holds(now) is alive
    assert (desk.take(GROUNDS, now) is not None) is alive
    assert granted.expires_at - granted.issued_at <= 1.0 + 1e-6


@pytest.mark.parametrize("lifetime", [0.0, -1.0, 1.001, float("nan")])
def test_a_lifetime_beyond_one_second_is_refused(lifetime: float) -> None:
    with pytest.raises(ValueError, match="one second"):
        PermissionDesk(lifetime)


def test_many_presses_at_once_take_one_permission() -> None:
    desk = PermissionDesk(1.0)
    for attempt in range(50):
        desk.grant(GROUNDS, float(attempt))
        taken: list[Permission] = []
        start = threading.Barrier(4)

        def press(
            now: float = float(attempt),
            into: list[Permission] = taken,
            at: threading.Barrier = start,
        ) -> None:
            at.wait()
            permission = desk.take(GROUNDS, now)
            if permission is not None:
                into.append(permission)

        threads = [threading.Thread(target=press) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(taken) == 1
