"""Lines come back as they were written, and nothing garbled is taken for a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.uv.lamp_protocol import (
    SEQUENCE_COUNT,
    Answer,
    Command,
    LampState,
    Order,
    is_newer,
    read_answer,
    read_order,
)

SEQUENCES = st.integers(0, SEQUENCE_COUNT - 1)
ORDERS = st.one_of(
    st.builds(
        Order, SEQUENCES, st.sampled_from([one for one in Command if one is not Command.EXPOSE])
    ),
    st.builds(Order, SEQUENCES, st.just(Command.EXPOSE), st.integers(0, 5000)),
)
ANSWERS = st.one_of(
    st.builds(Answer, SEQUENCES, st.booleans(), st.sampled_from(LampState)),
    st.builds(
        lambda sequence, state, most: Answer(
            sequence, accepted=True, state=state, most_milliseconds=most
        ),
        SEQUENCES,
        st.sampled_from(LampState),
        st.integers(0, 5000),
    ),
)


@given(ORDERS)
def test_orders_come_back(order: Order) -> None:
    assert read_order(order.line()) == order
    assert read_answer(order.line()) is None


@given(ANSWERS)
def test_answers_come_back(answer: Answer) -> None:
    assert read_answer(answer.line()) == answer
    assert read_order(answer.line()) is None


@given(ORDERS, st.data())
def test_no_changed_byte_makes_another_order(order: Order, data: st.DataObject) -> None:
    line = bytearray(order.line())
    place = data.draw(st.integers(0, len(line) - 2))
    line[place] ^= data.draw(st.integers(1, 255))
    assert read_order(bytes(line)) is None


@given(st.binary(max_size=80))
def test_noise_is_no_line(noise: bytes) -> None:
    assert read_order(noise) is None
    assert read_answer(noise) is None


@pytest.mark.parametrize(
    ("sequence", "last", "newer"),
    [(1, 0, True), (0, 0, False), (0, 1, False), (0, 65535, True), (65535, 0, False)],
)
def test_numbers_count_round(sequence: int, last: int, *, newer: bool) -> None:
    assert is_newer(sequence, last) == newer


def test_lines_are_those_of_the_manual() -> None:
    assert Order(7, Command.EXPOSE, 1000).line() == b"@7 EXPOSE 1000*E006\n"
    assert Answer(7, accepted=True, state=LampState.LIT).line() == b"=7 OK LIT*FD52\n"
