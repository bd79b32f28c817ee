"""The report: sections with their own periods, one sheet, and many reports as one."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from wardstats import AtLeast, Percent, Rate, Ratio, Reason, Stated, Undefined
from wardstats.errors import ConflictingFigures, WrongKind
from wardstats.ward import (
    CaseFlow,
    CitizensReceived,
    CriteriaSection,
    CriteriaSet,
    DossierFlow,
    HouseholdCounts,
    Indicator,
    IndicatorTarget,
    LetterKind,
    Letters,
    Locality,
    LocalityKind,
    Neighbourhood,
    NeighbourhoodKind,
    Period,
    Reception,
    Section,
    Simplification,
    Training,
    WardReport,
)

YEAR = Period.calendar_year(2024)
ELEVEN_MONTHS = Period(date(2023, 12, 15), date(2024, 11, 14))
WARD_2 = Locality("ward-2", "Phường 2", LocalityKind.WARD)
TOWN = Locality("town", "Thị xã")


def flow(online: int = 1775, early: int = 1484) -> DossierFlow:
    return DossierFlow(
        online=online,
        in_person_or_postal=27,
        brought_forward=4,
        early=early,
        on_time=315,
        overdue=0,
        pending_within_deadline=7,
        pending_overdue=0,
    )


def neighbourhood(code: str, representatives: int, attended: int) -> Neighbourhood:
    return Neighbourhood(
        code=code,
        kind=NeighbourhoodKind.TO_DAN_PHO,
        local_name=f"Khu phố {code[-1]}",
        representatives=representatives,
        attended=attended,
    )


PETITIONS = CaseFlow.untimed(brought_forward=0, new=10, resolved=10, pending=0)
JOBS = Indicator(
    "jobs", "Giải quyết việc làm", "worker", 158, targets=[IndicatorTarget(AtLeast(100), "ward")]
)


class TestSheet:
    def test_names_every_section(self) -> None:
        """Figures stand under the name of their section, and lists under that of each member."""
        report = WardReport(
            locality=WARD_2,
            dossiers=Section(ELEVEN_MONTHS, flow()),
            simplifications=Section(
                YEAR, [Simplification("1.012379.H50", "emulation", days_before=10, days_after=5)]
            ),
            training=Section(YEAR, [Training(topic="chuyển đổi số", attendances=2)]),
            neighbourhoods=Section(
                Period.day(date(2024, 11, 24)),
                [neighbourhood("kp2", 320, 313), neighbourhood("kp5", 573, 535)],
            ),
            reception=Section(
                YEAR,
                Reception(
                    citizens=CitizensReceived(visits=259),
                    letters=Letters({LetterKind.PETITION: PETITIONS}),
                ),
            ),
            indicators=Section(YEAR, [JOBS]),
            criteria=Section(
                YEAR, [CriteriaSet("rural", "Nông thôn mới", [CriteriaSection("all", 17, 2)])]
            ),
        )

        values = report.sheet().values()

        assert values["dossiers.early_rate"] == Fraction(1484, 1799)
        assert values["dossiers.period.days"] == 336
        assert values["simplifications.1.012379.H50.cut"] == Fraction(1, 2)
        assert values["training.1.attendances"] == 2
        assert values["neighbourhoods.turnout"] == Fraction(848, 893)
        assert values["neighbourhoods.period.days"] == 1
        assert values["reception.citizens.visits"] == 259
        assert values["indicators.jobs.target.ward.value.completion"] == Fraction(158, 100)
        assert values["criteria.rural.met_rate"] == Fraction(17, 19)

    def test_no_section_no_figure(self) -> None:
        """A report without sections has an empty sheet, not zeros."""
        assert len(WardReport(locality=WARD_2).sheet()) == 0

    def test_misfits_stand_beside_one_another(self) -> None:
        """Figures that do not fit load, and give a sheet that never raises."""
        misfit = DossierFlow(online=1, in_person_or_postal=0, brought_forward=0, early=5)
        values = WardReport(locality=WARD_2, dossiers=Section(YEAR, misfit)).sheet().values()

        assert values["dossiers.received_total"] == 1
        assert values["dossiers.early"] == 5
        assert values["dossiers.resolved_total"] == Undefined(Reason.NOT_COUNTED)


class TestSections:
    def test_one_kind_each(self) -> None:
        """A section takes what belongs to it, with its period, and says so otherwise."""
        with pytest.raises(WrongKind, match="a Section of DossierFlow"):
            WardReport(locality=WARD_2, dossiers=flow())  # type: ignore[arg-type]
        with pytest.raises(WrongKind, match="a Section of DossierFlow"):
            WardReport(locality=WARD_2, dossiers=Section(YEAR, PETITIONS))  # type: ignore[arg-type]

    def test_lists_of_one_kind(self) -> None:
        """A list section takes members of its kind only, and keeps them as a tuple."""
        report = WardReport(locality=WARD_2, indicators=Section(YEAR, [JOBS]))

        assert report.indicators == Section(YEAR, (JOBS,))
        with pytest.raises(WrongKind, match="a Section"):
            WardReport(locality=WARD_2, indicators=[JOBS])  # type: ignore[arg-type]
        with pytest.raises(WrongKind, match="Indicator only"):
            WardReport(locality=WARD_2, indicators=Section(YEAR, [flow()]))  # type: ignore[list-item]

    def test_each_name_once(self) -> None:
        """Two members under one name would be two figures under one key."""
        with pytest.raises(ConflictingFigures, match="each name once"):
            WardReport(locality=WARD_2, indicators=Section(YEAR, [JOBS, JOBS]))

    def test_in_their_order(self) -> None:
        """Sections come in one order, whatever order they were given in."""
        report = WardReport(
            locality=WARD_2,
            households=Section(YEAR, HouseholdCounts(households=1668)),
            dossiers=Section(ELEVEN_MONTHS, flow()),
        )

        assert [name for name, _ in report.sections()] == ["dossiers", "households"]


class TestPool:
    def test_counts_add_up(self) -> None:
        """Pooling reports, then computing, equals computing on everything together."""
        one = WardReport(locality=WARD_2, dossiers=Section(YEAR, flow()))
        other = WardReport(
            locality=Locality("ward-3", "Phường 3"),
            dossiers=Section(YEAR, flow(online=100, early=9)),
        )

        pooled = WardReport.pool([one, other], TOWN)

        together = DossierFlow.pool([flow(), flow(online=100, early=9)])
        assert pooled.report == WardReport(locality=TOWN, dossiers=Section(YEAR, together))
        assert pooled.left_out == ()

    def test_unlike_periods_are_refused(self) -> None:
        """Counts over unlike days do not add up."""
        reports = [
            WardReport(locality=WARD_2, dossiers=Section(period, flow()))
            for period in (YEAR, ELEVEN_MONTHS)
        ]

        with pytest.raises(ConflictingFigures, match="dossiers"):
            WardReport.pool(reports, TOWN)

    def test_what_some_lack_is_listed(self) -> None:
        """A section that one ward lacks does not pool, and is named."""
        one = WardReport(locality=WARD_2, dossiers=Section(YEAR, flow()))

        pooled = WardReport.pool([one, WardReport(locality=WARD_2)], TOWN)

        assert pooled.report == WardReport(locality=TOWN)
        assert pooled.left_out == ("dossiers",)

    def test_neighbourhoods_stand_side_by_side(self) -> None:
        """Neighbourhoods are put side by side, unless two bear one code."""
        reports = [
            WardReport(locality=WARD_2, neighbourhoods=Section(YEAR, [neighbourhood(code, 5, 4)]))
            for code in ("kp1", "kp2")
        ]

        pooled = WardReport.pool(reports, TOWN)

        assert pooled.report.sheet().value("neighbourhoods.turnout") == Fraction(8, 10)
        assert WardReport.pool([reports[0], reports[0]], TOWN).left_out == ("neighbourhoods",)

    def test_courses_stand_side_by_side(self) -> None:
        """Courses are put side by side: two alike are two."""
        course = WardReport(locality=WARD_2, training=Section(YEAR, [Training(topic="kế toán")]))

        pooled = WardReport.pool([course, course], TOWN).report

        assert pooled.training is not None
        assert len(pooled.training.counts) == 2

    def test_lists_without_a_sum_are_left_out(self) -> None:
        """Criteria and simplifications of several wards have no sum."""
        rural = CriteriaSet("rural", "Nông thôn mới", [CriteriaSection("all", 17, 2)])
        report = WardReport(locality=WARD_2, criteria=Section(YEAR, [rural]))

        assert WardReport.pool([report, report], TOWN).left_out == ("criteria",)

    @pytest.mark.parametrize(
        ("one", "other", "value", "left_out"),
        [
            ({"value": 158}, {"value": 42}, 200, ()),
            ({"value": Rate(15, 71)}, {"value": Rate(5, 29)}, Rate(20, 100), ()),
            ({"value": Ratio(971, 876)}, {"value": Ratio(29, 24)}, Ratio(1000, 900), ()),
            (
                {"value": Ratio(1, 2)},
                {"value": Ratio(1, 2, per=1000)},
                None,
                ("indicators.x",),
            ),
            ({"value": 158}, {"value": Rate(1, 2)}, None, ("indicators.x",)),
            ({"value": Stated.number("4.2", scale=9)}, {"value": 5}, None, ("indicators.x",)),
            ({"value": 158}, {"value": None}, None, ("indicators.x",)),
            ({"value": 2, "previous": 1}, {"value": 3, "previous": 4}, 5, ()),
            ({"value": 2, "previous": 1}, {"value": 3}, 5, ("indicators.x.previous",)),
            ({"value": 2, "growth": Percent(5)}, {"value": 3}, 5, ("indicators.x.growth",)),
            (
                {"value": Rate(1, 2), "point_change": Stated.points("1.4")},
                {"value": Rate(1, 2)},
                Rate(2, 4),
                ("indicators.x.point_change",),
            ),
            (
                {"value": 2, "targets": [IndicatorTarget(AtLeast(1), "ward")]},
                {"value": 3},
                5,
                ("indicators.x.targets",),
            ),
        ],
    )
    def test_indicators(
        self,
        one: dict[str, Any],
        other: dict[str, Any],
        value: object,
        left_out: tuple[str, ...],
    ) -> None:
        """Indicators pool as counts or amounts, never their targets or printed changes."""
        reports = [
            WardReport(
                locality=WARD_2,
                indicators=Section(YEAR, [Indicator("x", "Chỉ tiêu", "unit", **given)]),
            )
            for given in (one, other)
        ]

        pooled = WardReport.pool(reports, TOWN)

        assert pooled.report.indicators is not None
        assert [each.value for each in pooled.report.indicators.counts] == (
            [] if value is None else [value]
        )
        assert pooled.left_out == left_out

    def test_unlike_units_do_not_pool(self) -> None:
        """Tỷ đồng and people are not one sum, whatever the key says."""
        reports = [
            WardReport(
                locality=WARD_2, indicators=Section(YEAR, [Indicator("x", "Chỉ tiêu", unit, 5)])
            )
            for unit in ("dong", "person")
        ]

        assert WardReport.pool(reports, TOWN).left_out == ("indicators.x",)

    def test_none_is_an_empty_report(self) -> None:
        """The pool of no reports has no section."""
        assert WardReport.pool([], TOWN).report == WardReport(locality=TOWN)
