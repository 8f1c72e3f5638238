"""A Korean particle fits the word before it, and stays open where nobody can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.widgets.particles import with_particles


@pytest.mark.parametrize(
    ("open_", "said"),
    [
        ("이 파일은(는) 비었습니다", "이 파일은 비었습니다"),
        ("카메라이(가) 없습니다", "카메라가 없습니다"),
        ("“모델”과(와) 함께", "“모델”과 함께"),
        ("램프을(를) 끄고 문을(를) 닫고", "램프를 끄고 문을 닫고"),
        ("집(으)로, 서울(으)로, 나무(으)로", "집으로, 서울로, 나무로"),
        ("0이(가), 2이(가), 3(으)로, 7(으)로, 9을(를)", "0이, 2가, 3으로, 7로, 9를"),
        ("a.png을(를) 읽을 수 없습니다", "a.png을(를) 읽을 수 없습니다"),
        ("카메라(Cam)은(는)", "카메라(Cam)은(는)"),
        ("은(는)", "은(는)"),
    ],
)
def test_a_particle_fits_the_word_before_it(open_: str, said: str) -> None:
    assert with_particles(open_) == said


@given(st.text())
def test_what_has_no_open_particle_stays_as_it_is(text: str) -> None:
    if "(" not in text:
        assert with_particles(text) == text
    assert with_particles(with_particles(text)) == with_particles(text)


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_every_syllable_decides(syllable: str) -> None:
    assert "(" not in with_particles(f"{syllable}은(는) {syllable}(으)로")
