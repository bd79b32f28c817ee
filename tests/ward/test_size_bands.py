"""Size bands: which end belongs, and what several neighbourhoods may have in all."""

from fractions import Fraction

import pytest

from wardstats import (
    Interval,
)
from wardstats.errors import OutOfRange, Unreadable, WrongKind
from wardstats.ward.size_bands import SizeBand, possible_total, within

UNDER_350 = SizeBand("under-350", Interval(0, 350, high_closed=False))
FROM_350_TO_500 = SizeBand("350-500", Interval(350, 500))
OVER_500 = SizeBand("over-500", Interval.more_than(500))


@pytest.mark.parametrize(
    ("band", "inside", "outside"),
    [
        (UNDER_350, [0, 349], [350]),
        (FROM_350_TO_500, [350, 500], [349, 501]),
        (OVER_500, [501, 10_000], [500]),
    ],
)
def test_a_band_declares_its_ends(band: SizeBand, inside: list[int], outside: list[int]) -> None:
    """ "dưới 350" leaves 350 out, "từ 350 đến 500" has both ends, "trên 500" leaves 500 out."""
    assert all(number in band for number in inside)
    assert not any(number in band for number in outside)


def test_a_band_with_another_edge() -> None:
    """The law draws its edge at 500 and more; who counts by law declares that band."""
    assert 500 in SizeBand("from-500", Interval.at_least(500))


@pytest.mark.parametrize(
    ("key", "households", "error"),
    [
        ("none", Interval(Fraction(1, 3), Fraction(2, 3)), OutOfRange),
        ("below", Interval.less_than(0), OutOfRange),
        ("pair", (350, 500), WrongKind),
        ("từ 350", Interval.at_least(350), Unreadable),
    ],
)
def test_a_band_that_holds_no_number_is_refused(
    key: str, households: Interval, error: type[Exception]
) -> None:
    """A band nobody can be in is a mistake, as is one that is no interval."""
    with pytest.raises(error):
        SizeBand(key, households)


def test_the_bands_of_a_real_report_fit_one_of_its_two_numbers_of_households() -> None:
    """If each household sent one representative, the bands need 1.605: 1.535 are too few.

    Only more households than representatives in the second and third, as 1.668 in all allow,
    make them fit.
    """
    as_if = possible_total([164, FROM_350_TO_500, FROM_350_TO_500, 168, 573])
    assert as_if == Interval(1605, 1905)
    assert 1668 in as_if
    assert 1535 not in as_if


def test_an_interval_without_ends_bounds_nothing() -> None:
    """Each end there is makes one rule."""
    assert within("n", Interval.anything()) == []
    assert len(within("n", Interval(1, 2))) == 2
