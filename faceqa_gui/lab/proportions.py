"""Rates, their differences and how sure they are: one model, two groups, or two models."""

import math
from dataclasses import dataclass

from scipy.stats import binomtest, chi2

from faceqa_gui.lab.metrics import Interval

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many.

    Attributes:
        count: cases that were counted.
        of: cases that could be; 0 where the rate is not defined.
    """

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The rate in 0-1; None without cases."""
        return self.count / self.of if self.of else None

    def interval(self, confidence: float = CONFIDENCE) -> Interval | None:
        """The rate's interval (Wilson 1927); None without cases."""
        return score_interval(self.count, self.of, confidence) if self.of else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """What two models say of the same cases.

    Attributes:
        both: both count it.
        only_first, only_second: one alone does.
        neither: none does.
    """

    both: int
    only_first: int
    only_second: int
    neither: int

    @property
    def total(self) -> int:
        """Number of cases."""
        return self.both + self.only_first + self.only_second + self.neither

    @property
    def first(self) -> Rate:
        """Rate of the first model."""
        return Rate(self.both + self.only_first, self.total)

    @property
    def second(self) -> Rate:
        """Rate of the second model."""
        return Rate(self.both + self.only_second, self.total)

    @property
    def difference(self) -> float | None:
        """Second rate minus first rate, in -1 to 1; None without cases."""
        return (self.only_second - self.only_first) / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class McNemar:
    """McNemar's test of one 2×2 table (Psychometrika 12, 1947).

    Attributes:
        exact_p: two-sided probability that the discordant cases fall so unevenly by chance, from
            the binomial distribution with share 1/2; 1 without discordant cases.
        corrected_chi2: (|b - c| - 1)² / (b + c), with Edwards' correction for continuity
            (Psychometrika 13, 1948); None without discordant cases.
        corrected_p: of `corrected_chi2` with one degree of freedom; None likewise.
    """

    exact_p: float
    corrected_chi2: float | None
    corrected_p: float | None


def score_interval(count: int, total: int, confidence: float = CONFIDENCE) -> Interval:
    """Interval of a rate by the score method (Wilson 1927); it holds the rate itself.

    Raises:
        ValueError: there are no cases.
    """
    if total < 1:
        raise ValueError("a rate without cases has no interval")
    found = binomtest(count, total).proportion_ci(confidence, method="wilson")
    value = count / total
    # At 0 and 1 the ends may miss the rate by a rounding error.
    return Interval(min(float(found.low), value), max(float(found.high), value))


def independent_difference(first: Rate, second: Rate, confidence: float = CONFIDENCE) -> Interval:
    """Interval of `second` minus `first` of different cases.

    Source: Newcombe, Statistics in Medicine 17:873-890, 1998, method 10 (square-and-add).

    Raises:
        ValueError: one of them has no cases.
    """
    one = score_interval(first.count, first.of, confidence)
    two = score_interval(second.count, second.of, confidence)
    p1, p2 = first.count / first.of, second.count / second.of
    below = math.hypot(p2 - two.low, one.high - p1)
    above = math.hypot(two.high - p2, p1 - one.low)
    return Interval(p2 - p1 - below, p2 - p1 + above)


def paired_difference(pairs: Pairs, confidence: float = CONFIDENCE) -> Interval:
    """Interval of the second rate minus the first of the same cases.

    Source: Newcombe, Statistics in Medicine 17:2635-2650, 1998, method 10: the two score
    intervals are joined under the correlation of the pairs, corrected for continuity.

    Raises:
        ValueError: there are no cases.
    """
    one = score_interval(pairs.first.count, pairs.total, confidence)
    two = score_interval(pairs.second.count, pairs.total, confidence)
    p1, p2 = pairs.first.count / pairs.total, pairs.second.count / pairs.total
    correlation = _correlation(pairs)

    def joined(a: float, b: float) -> float:
        return math.sqrt(max(0.0, a * a - 2.0 * correlation * a * b + b * b))

    below = joined(p2 - two.low, one.high - p1)
    above = joined(two.high - p2, p1 - one.low)
    return Interval(p2 - p1 - below, p2 - p1 + above)


def _correlation(pairs: Pairs) -> float:
    product = (
        pairs.first.count
        * (pairs.total - pairs.first.count)
        * pairs.second.count
        * (pairs.total - pairs.second.count)
    )
    if not product:
        return 0.0
    excess = float(pairs.both * pairs.neither - pairs.only_first * pairs.only_second)
    if excess > 0.0:
        excess = max(0.0, excess - pairs.total / 2)
    return excess / math.sqrt(product)


def mcnemar(pairs: Pairs) -> McNemar:
    """Whether two models are right on equally many of the same pictures."""
    discordant = pairs.only_first + pairs.only_second
    if not discordant:
        return McNemar(1.0, None, None)
    exact = float(binomtest(pairs.only_first, discordant).pvalue)
    apart = max(0, abs(pairs.only_first - pairs.only_second) - 1)
    statistic = apart**2 / discordant
    return McNemar(exact, statistic, float(chi2.sf(statistic, 1)))


def simultaneous(pairs: int, confidence: float = CONFIDENCE) -> float:
    """Confidence of each of several intervals so that all hold together (Bonferroni)."""
    return 1.0 - (1.0 - confidence) / max(pairs, 1)
