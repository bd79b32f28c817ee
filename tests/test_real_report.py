"""A real report, loaded and put on one sheet: every figure it counts or derives, exactly.

Figures that the report prints without the numbers behind them are known as it prints them; all
others are whole numbers and fractions.
"""

from fractions import Fraction
from pathlib import Path
from typing import Literal

import pytest

from wardstats import Interval, Sheet, Stated, Verdict
from wardstats.interop.records import dumps, load, loads
from wardstats.ward import Neighbourhood, WardReport

EXAMPLE = Path(__file__).parents[1] / "examples" / "phuong2-2024.toml"

FIGURES: dict[str, int | Fraction | Stated | Verdict] = {
    # dossiers
    "dossiers.received_total": 1806,
    "dossiers.online": 1775,
    "dossiers.in_person_or_postal": 27,
    "dossiers.brought_forward": 4,
    "dossiers.resolved_total": 1799,
    "dossiers.early": 1484,
    "dossiers.on_time": 315,
    "dossiers.overdue": 0,
    "dossiers.pending_total": 7,
    "dossiers.pending_within_deadline": 7,
    "dossiers.digitised": 1794,
    "dossiers.to_digitise": 1804,
    "dossiers.e_results": 1794,
    "dossiers.e_results_owed": 1800,
    "dossiers.period.days": 336,
    "dossiers.received_by_field.social-protection": 60,
    "dossiers.received_by_field.certification": 1284,
    "dossiers.received_by_field.civil-status": 436,
    "dossiers.received_by_field.people-with-merit": 24,
    "dossiers.received_by_field.emulation": 2,
    "dossiers.received_by_field.linked-civil-status": 2,
    "dossiers.pending_by_field.people-with-merit": 6,
    "dossiers.pending_by_field.civil-status": 1,
    "dossiers.early_rate": Fraction(1484, 1799),
    "dossiers.on_time_rate": Fraction(315, 1799),
    "dossiers.digitisation_rate": Fraction(1794, 1804),
    "dossiers.e_result_rate": Fraction(1794, 1800),
    "indicators.dossiers-on-system.value": Stated.percent("100"),
    "indicators.dossiers-circulated.value": Stated.percent("100"),
    # procedures
    "procedures.within_competence": 135,
    "procedures.posted": 135,
    "procedures.one_stop": 135,
    "procedures.service_fields": 35,
    "procedures.posted_rate": 1,
    "procedures.one_stop_rate": 1,
    "review.reviewed": 22,
    "review.service_fields": 3,
    "review.by_field.land": 1,
    "review.by_field.social-protection": 16,
    "review.by_field.emulation": 5,
    "review.proposed": 2,
    "simplifications.1.012379.H50.days_before": 10,
    "simplifications.1.012379.H50.days_after": 5,
    "simplifications.1.012379.H50.cut": Fraction(1, 2),
    "simplifications.1.001653.000.00.00.H50.days_before": 5,
    "simplifications.1.001653.000.00.00.H50.days_after": 3,
    "simplifications.1.001653.000.00.00.H50.cut": Fraction(2, 5),
    "indicators.linked-procedure-groups.value": 2,
    # staff
    "staff.in_post": 18,
    "staff.vacant": 1,
    "staff.meeting_standard": 18,
    "staff.meeting_standard_rate": 1,
    "staff.by_qualification.master": 2,
    "staff.by_qualification.university": 16,
    "staff.qualification_rate.master": Fraction(1, 9),
    "staff.qualification_rate.university": Fraction(8, 9),
    "staff.by_political_theory.advanced": 2,
    "staff.by_political_theory.intermediate": 14,
    "staff.by_political_theory.basic": 2,
    "staff.part_time_staff": 15,
    "staff.direct_participants": 26,
    "staff.regular_raises": 6,
    "staff.early_raises": 2,
    "staff.seniority_raises": 1,
    "staff.advanced_workers": 23,
    "indicators.alcohol-cases.value": 0,
    # training, in the order of the report
    "training.1.people.civil_servant": 1,
    "training.1.people.part_time_staff": 1,
    "training.2.people.cadre": 1,
    "training.2.people.civil_servant": 1,
    "training.3.people.cadre": 2,
    "training.4.people.cadre": 2,
    "training.5.people.cadre_or_civil_servant": 18,
    "training.6.people.civil_servant": 1,
    "training.6.attendances": 1,
    "training.7.people.civil_servant": 5,
    "training.7.sessions": 2,
    "training.8.people.cadre": 1,
    "training.8.people.civil_servant": 1,
    "training.9.people.cadre_or_civil_servant": 6,
    "training.10.people.council_standing": 2,
    "training.10.people.council_committee": 10,
    "training.11.people.cadre": 6,
    "training.11.people.civil_servant": 3,
    "training.12.people.cadre": 1,
    "training.12.people.civil_servant": 1,
    "training.13.people.civil_servant": 2,
    "training.14.people.cadre": 1,
    "training.14.people.civil_servant": 1,
    "training.15.people.civil_servant": 2,
    "training.16.people.cadre_or_civil_servant": 4,
    "training.17.people.cadre": 1,
    "training.17.attendances": 3,
    "training.18.people.civil_servant": 1,
    "training.19.people.civil_servant": 1,
    "training.20.attendances": 4,
    "training.21.attendances": 4,
    "training.22.attendances": 1,
    # neighbourhoods
    "neighbourhoods.neighbourhoods": 5,
    "neighbourhoods.by_class.class_1": 3,
    "neighbourhoods.by_class.class_2": 2,
    "neighbourhoods.by_size_band.below-350": 2,
    "neighbourhoods.by_size_band.350-500": 2,
    "neighbourhoods.by_size_band.above-500": 1,
    "neighbourhoods.security_groups": 64,
    "neighbourhoods.attended": 1471,
    "neighbourhoods.representatives": 1535,
    "neighbourhoods.turnout": Fraction(1471, 1535),
    "neighbourhoods.heads_elected": 4,
    "neighbourhoods.kp1.security_groups": 11,
    "neighbourhoods.kp1.attended": 164,
    "neighbourhoods.kp1.representatives": 164,
    "neighbourhoods.kp1.turnout": 1,
    "neighbourhoods.kp2.security_groups": 8,
    "neighbourhoods.kp2.attended": 313,
    "neighbourhoods.kp2.representatives": 320,
    "neighbourhoods.kp2.turnout": Fraction(313, 320),
    "neighbourhoods.kp3.security_groups": 17,
    "neighbourhoods.kp3.attended": 291,
    "neighbourhoods.kp3.representatives": 310,
    "neighbourhoods.kp3.turnout": Fraction(291, 310),
    "neighbourhoods.kp4.security_groups": 10,
    "neighbourhoods.kp4.attended": 168,
    "neighbourhoods.kp4.representatives": 168,
    "neighbourhoods.kp4.turnout": 1,
    "neighbourhoods.kp5.security_groups": 18,
    "neighbourhoods.kp5.attended": 535,
    "neighbourhoods.kp5.representatives": 573,
    "neighbourhoods.kp5.turnout": Fraction(535, 573),
    # reception
    "reception.letters.petition.new": 10,
    "reception.letters.complaint.new": 1,
    "reception.letters.resolved_total": 11,
    "reception.feedback.rules.new": 0,
    "indicators.reception-officers.value": 1,
    "indicators.reception-room-area.value": 32,
    "indicators.reception-furniture.value": 1,
    # the economy
    "indicators.trade-revenue.value": Stated.number("435.75", scale=9),
    "indicators.trade-revenue.growth": Stated.percent("20.7"),
    "indicators.trade-revenue.target.resolution.growth.low": Fraction(19, 100),
    "indicators.trade-revenue.target.resolution.growth.high": Fraction(21, 100),
    "indicators.trade-revenue.target.resolution.growth.judgement": Verdict.MET,
    "indicators.industry-output.value": Stated.number("161.92", scale=9),
    "indicators.industry-output.growth": Stated.percent("19.7"),
    "indicators.industry-output.target.resolution.growth.low": Fraction(18, 100),
    "indicators.industry-output.target.resolution.growth.high": Fraction(20, 100),
    "indicators.industry-output.target.resolution.growth.judgement": Verdict.MET,
    "indicators.agriculture-output.value": Stated.number("4.2", scale=9),
    "indicators.agriculture-output.growth": Stated.percent("2.4"),
    "indicators.agriculture-output.target.resolution.growth.low": Fraction(2, 100),
    "indicators.agriculture-output.target.resolution.growth.high": Fraction(4, 100),
    "indicators.agriculture-output.target.resolution.growth.judgement": Verdict.MET,
    "indicators.budget-revenue.value": 4_639_287_000,
    "indicators.budget-revenue.target.assigned-estimate.value.bound": 3_525_000_000,
    "indicators.budget-revenue.target.assigned-estimate.value.completion": Fraction(
        1_546_429, 1_175_000
    ),
    "indicators.budget-revenue.target.assigned-estimate.value.judgement": Verdict.EXCEEDED,
    # land, environment, streets
    "indicators.land-dossiers.value": 37,
    "indicators.planned-road-width.value": 3,
    "indicators.clean-up-campaigns.value": 10,
    "indicators.green-streets.value": 5,
    "indicators.urban-order-campaigns.value": 5,
    "indicators.main-streets.value": 6,
    "indicators.alley-signs.value": 14,
    "indicators.clean-water.value": Stated.percent("100"),
    "indicators.waste-collected.value": Stated.percent("100"),
    # schools, health, births
    "indicators.primary-completion.part": 124,
    "indicators.primary-completion.whole": 124,
    "indicators.primary-completion.value": 1,
    "indicators.lower-secondary-graduation.part": 83,
    "indicators.lower-secondary-graduation.whole": 83,
    "indicators.lower-secondary-graduation.value": 1,
    "indicators.vaccine-kinds.value": 8,
    "indicators.vitamin-a.value": Stated.percent("100"),
    "indicators.reproductive-health-rounds.value": 2,
    "indicators.reproductive-health.value": Stated.percent("83.2"),
    "indicators.reproductive-health.target.plan.rate.judgement": Verdict.NOT_MET,
    "indicators.third-child.part": 15,
    "indicators.third-child.whole": 71,
    "indicators.third-child.value": Fraction(15, 71),
    "indicators.third-child.point_change": Stated.points("1.4"),
    "indicators.third-child.target.resolution.rate.bound": Fraction(15, 100),
    "indicators.third-child.target.resolution.rate.judgement": Verdict.NOT_MET,
    # culture
    "cultural_families.recognised": 1646,
    "cultural_families.households": 1668,
    "cultural_families.rate_of_households": Fraction(1646, 1668),
    "indicators.cultural-neighbourhoods.value": 5,
    "indicators.neighbourhood-conventions.value": 5,
    "indicators.walking-street-events.value": 9,
    # people cared for
    "indicators.gifts-merit.value": 747,
    "indicators.gifts-merit-amount.value": 379_800_000,
    "indicators.gifts-partners.value": 539,
    "indicators.gifts-partners-amount.value": 450_530_000,
    "indicators.longevity.value": 132,
    "indicators.longevity-amount.value": 50_300_000,
    "indicators.schools-visited.value": 2,
    "indicators.dna-samples.value": 99,
    "indicators.vocational-survey.value": 1153,
    "indicators.jobs.value": 158,
    "indicators.jobs.target.plan.value.bound": 100,
    "indicators.jobs.target.plan.value.completion": Fraction(158, 100),
    "indicators.jobs.target.plan.value.judgement": Verdict.EXCEEDED,
    "indicators.cashless-payment.part": 595,
    "indicators.cashless-payment.whole": 1109,
    "indicators.cashless-payment.value": Fraction(595, 1109),
    "poverty.closing": 10,
    "near_poverty.closing": 49,
    "near_poverty.arisen": 1,
    "near_poverty.escaped": 22,
    # defence and security
    "indicators.army-recruits.target.assigned-quota.value.bound": 11,
    "indicators.police-recruits.target.assigned-quota.value.bound": 2,
    "indicators.safe-units.value": 6,
}

# The households of a neighbourhood are not counted; its size band bounds them.
HOUSEHOLDS = {
    "kp1": Interval(None, 349),
    "kp2": Interval(350, 500),
    "kp3": Interval(350, 500),
    "kp4": Interval(None, 349),
    "kp5": Interval(501, None),
}
VERDICTS = (Verdict.NOT_MET, Verdict.MET, Verdict.EXCEEDED)


@pytest.fixture(scope="module")
def report() -> WardReport:
    """Load the report as a user does."""
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def sheet(report: WardReport) -> Sheet:
    """Put its figures on one sheet."""
    return report.sheet()


@pytest.mark.parametrize(("key", "value"), FIGURES.items())
def test_every_figure_has_its_exact_value(
    sheet: Sheet, key: str, value: int | Fraction | Stated | Verdict
) -> None:
    found = sheet.value(key)
    if isinstance(value, Stated):
        assert sheet[key].value == value
        assert found == value.interval()
    elif isinstance(value, Verdict):
        assert found == VERDICTS.index(value)
    else:
        assert type(found) in (int, Fraction)
        assert found == value


@pytest.mark.parametrize(("code", "households"), HOUSEHOLDS.items())
def test_size_bands_bound_the_households(sheet: Sheet, code: str, households: Interval) -> None:
    assert sheet.solve(f"neighbourhoods.{code}.households") == households


def test_every_neighbourhood_has_its_class_and_its_head(report: WardReport) -> None:
    assert report.neighbourhoods is not None
    held: tuple[Neighbourhood, ...] = tuple(report.neighbourhoods.counts)
    classes = [(each.code, each.neighbourhood_class) for each in held]
    assert [(code, kind and kind.value) for code, kind in classes] == [
        ("kp1", "2"),
        ("kp2", "1"),
        ("kp3", "1"),
        ("kp4", "2"),
        ("kp5", "1"),
    ]
    assert [each.code for each in held if not each.head_elected] == ["kp5"]


@pytest.mark.parametrize("form", ["toml", "json"])
def test_the_report_comes_back_from_either_format(
    report: WardReport, form: Literal["json", "toml"]
) -> None:
    assert loads(dumps(report, form), form) == report
