"""The smallest sets of figures to change; brute force and another solver are in the laws."""

from collections.abc import Sequence
from fractions import Fraction

from wardstats import Completes, Interval, Product, Rate, Relation, Share, Stated, Sum
from wardstats.audit.blame import System
from wardstats.figures.values import NOTHING_AROSE, Known

FIELDS = {"f1": 60, "f2": 1284, "f3": 436, "f4": 24, "f5": 2, "f6": 2}
CHANNELS = {"c1": 27, "c2": 1775, "c3": 4}
BY_FIELD = Sum("all", tuple(FIELDS))
BY_CHANNEL = Sum("all", tuple(CHANNELS))


def blamed(
    rules: Sequence[Relation],
    observed: dict[str, Known],
    *,
    broken: Sequence[Relation] | None = None,
    trusted: frozenset[str] = frozenset(),
) -> list[tuple[str, ...]]:
    counts = {key for key, value in observed.items() if isinstance(value, int)} | {"all"}
    system = System(rules, observed, counts, trusted)
    return [repair.keys for repair in system.blame(broken or rules).repairs]


def test_six_field_parts_are_to_blame_where_channels_agree_with_the_total() -> None:
    observed: dict[str, Known] = {**FIELDS, **CHANNELS, "all": 1806}
    rules = [BY_FIELD, BY_CHANNEL]
    assert blamed(rules, observed, broken=[BY_FIELD]) == [(key,) for key in FIELDS]


def test_a_total_that_nobody_states_is_looked_through() -> None:
    observed: dict[str, Known] = {**FIELDS, **CHANNELS}
    rules = [BY_FIELD, BY_CHANNEL]
    assert blamed(rules, observed) == [(key,) for key in sorted({**FIELDS, **CHANNELS})]


def test_trusted_figures_are_never_to_blame() -> None:
    observed: dict[str, Known] = {"a": 60, "b": 40, "all": 101}
    rules: list[Relation] = [Sum("all", ("a", "b"))]
    assert blamed(rules, observed, trusted=frozenset({"a", "all"})) == [("b",)]


def test_what_a_repair_may_be_is_told() -> None:
    observed: dict[str, Known] = {"rate": Stated.percent("99.16"), "part": 1794, "whole": 1804}
    system = System([Share("rate", "part", "whole")], observed, {"part", "whole"})
    (repair,) = system.blame([Share("rate", "part", "whole")]).repairs
    assert repair.changes == {"rate": Interval.exactly(Rate(1794, 1804).value)}


def test_less_weight_is_suspected_first_and_is_best_if_alone() -> None:
    observed: dict[str, Known] = {"rate": Stated.percent("50"), "part": 10, "whole": 24}
    rules = [Share("rate", "part", "whole")]
    weights = {"part": 2, "whole": 2, "rate": 1}
    blame = System(rules, observed, {"part", "whole"}, weights=weights).blame(rules)
    assert [each.keys for each in blame.repairs] == [("rate",), ("part",), ("whole",)]
    assert blame.best is blame.repairs[0]
    assert System(rules, observed, {"part", "whole"}).blame(rules).best is None


def test_two_figures_are_found_where_none_alone_will_do() -> None:
    """10 of 25 is neither 50 % nor 60 %: two of the four figures have to change."""
    rules: list[Relation] = [Share("p", "part", "whole"), Share("q", "part", "whole")]
    observed: dict[str, Known] = {
        "p": Stated.percent("50.0"),
        "q": Stated.percent("60.0"),
        "part": 10,
        "whole": 25,
    }
    assert blamed(rules, observed) == [("p", "part"), ("p", "q"), ("q", "whole")]


def test_a_pair_may_reach_into_a_rule_that_holds() -> None:
    """The total alone would break its rate, and the parts are trusted."""
    rules: list[Relation] = [Sum("all", ("a", "b")), Share("rate", "c", "all")]
    observed: dict[str, Known] = {
        "a": 60,
        "b": 40,
        "all": 50,
        "c": 25,
        "rate": Stated.percent("50.0"),
    }
    found = blamed(rules, observed, broken=rules[:1], trusted=frozenset({"a", "b"}))
    assert found == [("all", "c"), ("all", "rate")]


def test_amounts_are_repaired_by_what_lies_between() -> None:
    rules: list[Relation] = [
        Completes("done", "actual", "plan"),
        Product("actual", ("area", "yield")),
    ]
    observed: dict[str, Known] = {
        "done": Stated.percent("50.0"),
        "actual": Fraction(21, 2),
        "plan": 40,
        "area": Fraction(1, 2),
        "yield": 21,
    }
    system = System(rules, observed, {"plan"})
    keys = [each.keys for each in system.blame(rules[:1]).repairs]
    assert keys == [("done",), ("plan",)]


def test_beyond_two_figures_it_says_that_it_stopped() -> None:
    rules: list[Relation] = [Sum(f"all{at}", (f"a{at}", f"b{at}")) for at in range(3)]
    observed: dict[str, Known] = {
        **{f"all{at}": 3 for at in range(3)},
        **{f"a{at}": 1 for at in range(3)},
        **{f"b{at}": 1 for at in range(3)},
    }
    blame = System(rules, observed, observed).blame(rules)
    assert (blame.repairs, blame.stopped, blame.best) == ((), True, None)


def test_too_many_pairs_are_not_all_tried() -> None:
    parts = tuple(f"p{at}" for at in range(100))
    rules: list[Relation] = [Sum("x", parts), Sum("y", parts), Sum("z", parts)]
    observed: dict[str, Known] = {**dict.fromkeys(parts, 1), "x": 99, "y": 98, "z": 97}
    blame = System(rules, observed, observed).blame(rules)
    assert (blame.repairs, blame.stopped) == ((), True)


def test_a_rate_of_nothing_leaves_open_what_nobody_states() -> None:
    rules: list[Relation] = [Sum("all", ("a", "b")), Share("rate", "a", "all")]
    observed: dict[str, Known] = {"a": 0, "b": 0, "all": 1}
    assert blamed(rules, observed, broken=rules[:1]) == [("a",), ("all",), ("b",)]


def test_nothing_arose_is_a_value_that_may_be_to_blame() -> None:
    rules: list[Relation] = [Share("rate", "part", "whole")]
    observed: dict[str, Known] = {"rate": NOTHING_AROSE, "part": 1, "whole": 2}
    assert ("rate",) in blamed(rules, observed)


def test_rules_broken_for_reasons_of_their_own_need_not_hold() -> None:
    rules: list[Relation] = [Sum("all", ("a", "b")), Sum("all", ("c", "d"))]
    observed: dict[str, Known] = {"a": 1, "b": 1, "c": 5, "d": 5, "all": 3}
    system = System(rules, observed, observed, broken=rules)
    assert [each.keys for each in system.blame(rules[:1]).repairs] == [("a",), ("all",), ("b",)]
    assert not system.mends("all", rules)
    assert not system.mends("nothing", rules)


def test_of_too_many_suspects_not_all_are_tried() -> None:
    parts = tuple(f"p{at:03}" for at in range(600))
    observed: dict[str, Known] = {**dict.fromkeys(parts, 2), "all": 1199}
    rules = [Sum("all", parts)]
    blame = System(rules, observed, observed).blame(rules)
    assert blame.stopped
    assert set(blame.suspects) == {"all", *parts[:499]}
