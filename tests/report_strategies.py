"""Reports that Hypothesis draws: every section, with what was not counted, and figures that misfit.

Names are any text, as Vietnamese ones are in two spellings of Unicode, and codes any text
without spaces.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from attrs import fields
from hypothesis import strategies as st

from wardstats import (
    AtLeast,
    AtMost,
    Between,
    Exactly,
    Interval,
    LessThan,
    MoreThan,
    Percent,
    Points,
    Rate,
    Ratio,
    Stated,
    Within,
)
from wardstats.figures.rounding import Form, Reach, StatedKind
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.counts import ADDS, total
from wardstats.ward.criteria import CriteriaSection, CriteriaSet
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.households import CulturalFamilies, HouseholdCounts
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.indicators import Indicator
from wardstats.ward.localities import Locality, LocalityKind
from wardstats.ward.neighbourhoods import Neighbourhood, NeighbourhoodClass, NeighbourhoodKind
from wardstats.ward.periods import Period
from wardstats.ward.poverty_movement import PovertyMovement
from wardstats.ward.procedures import ProcedureCoverage, ProcedureReview, Simplification
from wardstats.ward.ratings import QualityRating
from wardstats.ward.reception import CitizensReceived, Reception
from wardstats.ward.registers import Feedback, FeedbackKind, LetterKind, Letters
from wardstats.ward.report import Section, WardReport
from wardstats.ward.size_bands import SizeBand
from wardstats.ward.staff import PoliticalTheory, Qualification, Staff, StaffGroup
from wardstats.ward.training import Trainee, Training

Kind = TypeVar("Kind")
Strategy = st.SearchStrategy[Any]

# ---------------------------------------------------------------- values

VIETNAMESE = ["Phường 2", "Bảo trợ xã hội", "Hộ tịch", "UBND xã “Đắk R'Măng”", "uỷ \\ ban\t"]
names = st.sampled_from(VIETNAMESE) | st.text(max_size=8)
spaceless = st.text(min_size=1, max_size=5).filter(lambda text: text.split() == [text])
codes = st.sampled_from(["land", "civil-status", "period", "start", "a.b", "kp1"]) | spaceless
numbers = st.integers(0, 2000) | st.just(10**15)
counts = st.none() | numbers
facts = st.none() | st.booleans()
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
periods = st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))

amounts = st.integers(-(10**15), 10**15) | st.fractions(-100, 100)
scores = st.integers(0, 100) | st.fractions(0, 100)
rates = st.tuples(numbers, numbers).map(lambda both: Rate(min(both), max(both)))
ratios = st.builds(Ratio, amounts, amounts.map(abs), st.sampled_from([100, 1000]))


def stated_of(*kinds: StatedKind) -> st.SearchStrategy[Stated]:
    """Draw figures as printed."""
    return st.sampled_from(kinds).flatmap(
        lambda kind: st.builds(
            Stated,
            st.integers(-(10**6), 10**6),
            st.integers(0, 12),
            st.builds(
                Form,
                st.just(kind),
                st.integers(0, 18) if kind is StatedKind.NUMBER else st.just(0),
                st.sampled_from(Reach),
                st.sampled_from([None, ",", "."]),
            ),
        )
    )


def parts(sorts: Strategy) -> Strategy:
    """Draw parts, with sorts that have nobody in them."""
    return st.none() | st.dictionaries(sorts, numbers, max_size=4)


def counted(kind: Callable[..., Kind], /, **others: Strategy) -> st.SearchStrategy[Kind]:
    """Draw what is made of counts, and of what else is named."""
    of_class: Any = kind
    held = [each.name for each in fields(of_class) if each.metadata.get(ADDS) is total]
    return st.builds(kind, **(dict.fromkeys(held, counts) | others))


# ---------------------------------------------------------------- indicators

quantities: dict[Judges, Strategy] = {
    Judges.VALUE: amounts,
    Judges.RATE: amounts.map(Percent),
    Judges.GROWTH: amounts.map(Percent),
    Judges.POINT_CHANGE: amounts.map(Points),
}


def targets_of(judges: Judges) -> st.SearchStrategy[IndicatorTarget]:
    """Draw targets of every comparison, in the quantities that are judged so."""
    quantity = quantities[judges]
    bounded = st.sampled_from([AtLeast, MoreThan, AtMost, LessThan, Exactly])
    banded = st.sampled_from([Between, Within])
    targets = st.builds(lambda kind, bound: kind(bound), bounded, quantity) | st.builds(
        lambda kind, *ends: kind(*sorted(ends, key=_number)), banded, quantity, quantity
    )
    return st.builds(IndicatorTarget, targets, codes, st.just(judges))


def _number(quantity: Any) -> Any:
    return getattr(quantity, "number", quantity)


def _indicators(
    values: Strategy, changes: dict[str, Strategy], judges: list[Judges]
) -> st.SearchStrategy[Indicator]:
    """Draw indicators whose value and change are of kinds that go together."""
    targets = st.lists(
        st.sampled_from(judges).flatmap(targets_of), max_size=3, unique_by=lambda each: each.name
    )
    change = st.sampled_from(list(changes)).flatmap(
        lambda name: st.fixed_dictionaries({}, optional={name: changes[name]})
    )
    return st.builds(
        lambda told, rest: Indicator(**told, **rest),
        st.fixed_dictionaries(
            {
                "key": codes,
                "name": names,
                "unit": names,
                "value": st.none() | values,
                "targets": targets,
                "is_provisional": st.booleans(),
            }
        ),
        change,
    )


growths = amounts.map(Percent) | stated_of(StatedKind.PERCENT)
plain = amounts | stated_of(StatedKind.NUMBER)
indicators = _indicators(
    plain, {"previous": plain, "growth": growths}, [Judges.VALUE, Judges.GROWTH]
) | _indicators(
    rates | ratios | stated_of(StatedKind.PERCENT, StatedKind.PER_MILLE),
    {"point_change": amounts.map(Points) | stated_of(StatedKind.POINTS), "growth": growths},
    [Judges.RATE],
)

# ---------------------------------------------------------------- sections

ends = st.integers(0, 400) | st.fractions(0, 400)
intervals = st.builds(
    lambda low, width, low_closed, high_closed: Interval(
        low,
        None if width is None else (low or 0) + 1 + width,
        low_closed=low_closed,
        high_closed=high_closed,
    ),
    st.none() | ends,
    st.none() | ends.map(lambda width: width + 1),
    st.booleans(),
    st.booleans(),
)
case_flows = counted(CaseFlow, counted_apart=st.booleans())
by_field = parts(codes)
dossier_flows = counted(
    DossierFlow,
    counted_apart=st.booleans(),
    received_by_field=by_field,
    pending_by_field=by_field,
)
staff = counted(
    Staff,
    by_group=parts(st.sampled_from(StaffGroup)),
    by_qualification=parts(st.sampled_from(Qualification)),
    by_political_theory=parts(st.sampled_from(PoliticalTheory)),
    by_rating=parts(st.sampled_from(QualityRating)),
)
procedure_codes = st.sampled_from(["1.012379.H50", "1.001653.000.00.00.H50"])
neighbourhoods = counted(
    Neighbourhood,
    code=codes,
    kind=st.sampled_from(NeighbourhoodKind),
    local_name=names,
    parent=st.none() | names,
    neighbourhood_class=st.none() | st.sampled_from(NeighbourhoodClass),
    size_band=st.none() | st.builds(SizeBand, codes, intervals),
    head_elected=facts,
)
receptions = st.builds(
    Reception,
    citizens=counted(CitizensReceived),
    letters=st.none()
    | st.dictionaries(st.sampled_from(LetterKind), case_flows, max_size=2).map(Letters),
    feedback=st.none()
    | st.dictionaries(st.sampled_from(FeedbackKind), case_flows, max_size=2).map(Feedback),
)
criteria = st.builds(
    CriteriaSet,
    codes,
    names,
    st.lists(
        counted(CriteriaSection, key=codes, points=st.none() | scores, maximum=st.none() | scores),
        max_size=2,
        unique_by=lambda each: each.key,
    ),
)
localities = st.builds(
    Locality, codes, names, st.none() | st.sampled_from(LocalityKind), st.none() | names
)
movements = counted(PovertyMovement)
coverages = counted(ProcedureCoverage, service_fields=counts)


def _section(held: Strategy) -> Strategy:
    return st.none() | st.builds(Section, periods, held)


def _listed(held: Strategy, key: str = "") -> Strategy:
    unique = (lambda each: getattr(each, key)) if key else None
    return _section(st.lists(held, max_size=3, unique_by=unique))


SECTIONS: dict[str, Strategy] = {
    "dossiers": _section(dossier_flows),
    "procedures": _section(coverages),
    "review": _section(counted(ProcedureReview, by_field=by_field)),
    "simplifications": _listed(
        counted(Simplification, code=procedure_codes, service_field=codes), "code"
    ),
    "staff": _section(staff),
    "training": _listed(counted(Training, topic=names, people=parts(st.sampled_from(Trainee)))),
    "households": _section(counted(HouseholdCounts)),
    "cultural_families": _section(counted(CulturalFamilies)),
    "poverty": _section(movements),
    "near_poverty": _section(movements),
    "neighbourhoods": _listed(neighbourhoods, "code"),
    "reception": _section(receptions),
    "indicators": _listed(indicators, "key"),
    "criteria": _listed(criteria, "key"),
}

# A report of some sections; every section comes up in some report.
reports = st.lists(st.sampled_from(sorted(SECTIONS)), unique=True, max_size=4).flatmap(
    lambda chosen: st.builds(
        WardReport,
        locality=localities,
        dated=st.none() | days,
        **{name: SECTIONS[name] for name in chosen},
    )
)
