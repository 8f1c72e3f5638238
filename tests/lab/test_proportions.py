"""Rates and their differences against worked examples from the literature."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceqa_gui.lab.proportions import (
    Pairs,
    Rate,
    independent_difference,
    mcnemar,
    paired_difference,
    score_interval,
    simultaneous,
)

COUNTS = st.integers(0, 60)
TABLES = st.builds(Pairs, COUNTS, COUNTS, COUNTS, COUNTS).filter(lambda table: table.total > 0)

# Airway hyper-responsiveness before and after stem cell transplantation (Bentur et al. 2009), the
# worked example of Fagerland, Lydersen and Laake, BMC Medical Research Methodology 13:91, 2013 and
# Statistics in Medicine 33:2850-2875, 2014.
AIRWAYS = Pairs(both=1, only_first=1, only_second=7, neither=12)


def test_mcnemar_of_fagerlands_example() -> None:
    found = mcnemar(AIRWAYS)
    assert found.exact_p == pytest.approx(0.070, abs=5e-4)
    assert found.corrected_chi2 == pytest.approx((7 - 1 - 1) ** 2 / 8)
    assert found.corrected_p == pytest.approx(0.077, abs=5e-4)


def test_mcnemar_of_agrestis_example() -> None:
    # Approval of a prime minister, Categorical Data Analysis (2002), table 10.1: b = 150, c = 86.
    found = mcnemar(Pairs(794, 150, 86, 570))
    assert found.corrected_chi2 == pytest.approx(63**2 / 236)
    assert found.exact_p == pytest.approx(
        2 * sum(comb(236, wins) for wins in range(87)) / 2**236, rel=1e-9
    )


def test_equal_models_have_no_test_statistic() -> None:
    found = mcnemar(Pairs(5, 0, 0, 3))
    assert (found.exact_p, found.corrected_chi2, found.corrected_p) == (1.0, None, None)


def test_an_even_split_is_not_corrected_below_zero() -> None:
    found = mcnemar(Pairs(0, 4, 4, 0))
    assert found.corrected_chi2 == 0.0
    assert found.corrected_p == 1.0


def test_newcombes_paired_interval() -> None:
    # Fagerland et al. 2014, table: Newcombe's square-and-add interval of the airways.
    found = paired_difference(AIRWAYS)
    assert (found.low, found.high) == pytest.approx((0.026, 0.507), abs=5e-4)
    # Newcombe, Statistics in Medicine 17:2635-2650, 1998, 36/12/2/0: method 10 of table II.
    found = paired_difference(Pairs(36, 2, 12, 0))
    assert (found.low, found.high) == pytest.approx((0.0569, 0.3404), abs=5e-5)


def test_newcombes_interval_of_independent_rates() -> None:
    # Newcombe, Statistics in Medicine 17:873-890, 1998, table II (a): 56/70 and 48/80, method 10.
    found = independent_difference(Rate(48, 80), Rate(56, 70))
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_wilsons_interval_at_its_ends() -> None:
    # Wilson's interval of 0 of n is 0 to z²/(n + z²).
    z = 1.959963984540054
    assert score_interval(0, 20).low == 0.0
    assert score_interval(0, 20).high == pytest.approx(z**2 / (20 + z**2))
    assert score_interval(20, 20).high == 1.0
    with pytest.raises(ValueError, match="without cases"):
        score_interval(0, 0)


def test_a_rate_without_cases_is_no_zero() -> None:
    assert Rate(0, 0).value is None
    assert Rate(0, 0).interval() is None
    assert Pairs(0, 0, 0, 0).difference is None
    with pytest.raises(ValueError, match="without cases"):
        independent_difference(Rate(0, 0), Rate(1, 2))


@given(TABLES)
def test_paired_intervals_hold_their_difference_and_turn_with_the_models(table: Pairs) -> None:
    found = paired_difference(table)
    assert table.difference is not None
    assert -1.0 - 1e-9 <= found.low <= table.difference + 1e-9
    assert table.difference - 1e-9 <= found.high <= 1.0 + 1e-9
    turned = paired_difference(
        Pairs(table.both, table.only_second, table.only_first, table.neither)
    )
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


@given(COUNTS, COUNTS, st.integers(1, 60), st.integers(1, 60))
def test_independent_intervals_hold_their_difference(
    count: int, other: int, more: int, others: int
) -> None:
    first, second = Rate(count, count + more), Rate(other, other + others)
    found = independent_difference(first, second)
    difference = other / second.of - count / first.of
    assert -1.0 - 1e-9 <= found.low <= difference <= found.high <= 1.0 + 1e-9
    wider = independent_difference(first, second, simultaneous(10))
    assert wider.low <= found.low
    assert wider.high >= found.high


@given(COUNTS, COUNTS)
def test_the_exact_p_is_a_sum_of_binomials(first: int, second: int) -> None:
    draws = first + second
    fewer = min(first, second)
    tail = sum(comb(draws, wins) for wins in range(fewer + 1)) / 2**draws
    assert mcnemar(Pairs(3, first, second, 3)).exact_p == pytest.approx(min(1.0, 2 * tail))


def test_several_intervals_hold_together_when_each_is_surer() -> None:
    assert simultaneous(1) == pytest.approx(0.95)
    assert simultaneous(10) == pytest.approx(0.995)
    assert simultaneous(0) == pytest.approx(0.95)
