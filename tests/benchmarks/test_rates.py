"""Rates, made from two counts: what their checks cost."""

from attrs import field, frozen
from attrs.validators import ge, instance_of

from benchmarks.side_by_side import SideBySide
from wardstats import Rate

COUNTS = [(part, 1999) for part in range(0, 2000, 4)]


@frozen
class Unchecked:
    part: int
    whole: int


@frozen
class Validated:
    part: int = field(validator=[instance_of(int), ge(0)])
    whole: int = field(validator=[instance_of(int), ge(0)])


def ours() -> list[Rate]:
    return [Rate(part, whole) for part, whole in COUNTS]


def unchecked() -> list[Unchecked]:
    return [Unchecked(part, whole) for part, whole in COUNTS]


def validated() -> list[Validated]:
    return [Validated(part, whole) for part, whole in COUNTS]


def test_rate_against_the_class_without_checks(side_by_side: SideBySide) -> None:
    side_by_side.times_as_long(ours, unchecked, floor=1.3, aim=1.25)


def test_rate_against_the_class_with_attrs_validators(side_by_side: SideBySide) -> None:
    side_by_side.times_as_long(ours, validated, aim=0.4)
