"""Terms: none is missing, none is another's, and what is printed reads back."""

import subprocess
import sys
from collections import Counter
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from unicodedata import normalize

import pytest
from attrs import fields

import wardstats.figures
import wardstats.ward
from wardstats import (
    AtLeast,
    Between,
    FigureKind,
    Interval,
    MoreThan,
    Percent,
    Points,
    Rate,
    Ratio,
    Sheet,
    StatedKind,
    Target,
    Verdict,
    vi,
)
from wardstats.errors import NotExact, UnknownKey, Unreadable, WrongKind
from wardstats.figures.typed import Code
from wardstats.vi.figure_terms import FIGURES, OWNERS, SECTIONS
from wardstats.vi.labels import folded
from wardstats.vi.member_terms import MEMBER_TERMS, SEVERAL, SYNONYMS
from wardstats.ward import (
    Ballots,
    CaseFlow,
    Channel,
    CitizensReceived,
    CriteriaSection,
    CriteriaSet,
    CulturalFamilies,
    DossierFlow,
    DossierStatus,
    Feedback,
    FeedbackKind,
    HouseholdCounts,
    Indicator,
    IndicatorTarget,
    Judges,
    LetterKind,
    Letters,
    Locality,
    Neighbourhood,
    NeighbourhoodKind,
    Period,
    PovertyClass,
    PovertyMovement,
    ProcedureCoverage,
    ProcedureReview,
    Qualification,
    QualityRating,
    Reception,
    Section,
    Simplification,
    SizeBand,
    Staff,
    StaffGroup,
    Trainee,
    Training,
    TrainingTotals,
    Vote,
    VoteBase,
    VoteThreshold,
    WardReport,
)


def enumerations() -> list[type[Code]]:
    """Walk the rooms below, so that no enumeration is forgotten; rooms above tell theirs."""
    below = (wardstats.figures, wardstats.ward)
    for package in below:
        for room in iter_modules(package.__path__):
            import_module(f"{package.__name__}.{room.name}")
    floors = tuple(f"{package.__name__}." for package in below)
    kinds = [kind for kind in Code.__subclasses__() if kind.__module__.startswith(floors)]
    return sorted(kinds, key=lambda kind: kind.__name__)


KINDS = enumerations()
MEMBERS = [member for kind in KINDS for member in kind]
READ = [(text, member) for member, texts in MEMBER_TERMS.items() for text in texts]

# ---------------------------------------------------------------- a report with everything in it

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
TIMED: dict[str, Any] = {
    "brought_forward": 4,
    "early": 2,
    "on_time": 1,
    "overdue": 1,
    "pending_within_deadline": 1,
    "pending_overdue": 1,
    "awaiting_supplement": 1,
    "returned": 1,
    "stopped": 1,
}
UNTIMED: dict[str, Any] = TIMED | {"resolved_untimed": 1, "pending_untimed": 1}


def report(flow: dict[str, Any]) -> WardReport:
    """Fill every section, and every count that only some reports have."""
    told: dict[str, tuple[Any, Any, Judges, Target[Any]]] = {
        "plain": (158, 120, Judges.VALUE, AtLeast(100)),
        "rate": (Rate(15, 71), Rate(14, 70), Judges.RATE, MoreThan(Percent(5))),
        "ratio": (Ratio(1, 2), Ratio(1, 3), Judges.POINT_CHANGE, AtLeast(Points(1))),
        "per.mille": (Ratio(1, 2, per=1000), None, Judges.RATE, AtLeast(Percent(1))),
        "growing": (5, 4, Judges.GROWTH, Between(Percent(19), Percent(21))),
    }
    return WardReport(
        locality=Locality("ward-2", "Phường 2"),
        dossiers=Section(
            YEAR,
            DossierFlow(
                **flow,
                online=1,
                in_person_or_postal=1,
                received_by_field={"land": 1, "early": 2},
                pending_by_field={"land": 1},
            ),
        ),
        procedures=Section(YEAR, ProcedureCoverage()),
        review=Section(YEAR, ProcedureReview(by_field={"land": 1}, without_field=1)),
        simplifications=Section(YEAR, (Simplification("1.012379.H50", "emulation", 10, 5),)),
        staff=Section(YEAR, Staff()),
        training=Section(YEAR, (Training(topic="kế toán", people=dict.fromkeys(Trainee, 1)),)),
        households=Section(YEAR, HouseholdCounts()),
        cultural_families=Section(YEAR, CulturalFamilies()),
        poverty=Section(YEAR, PovertyMovement()),
        near_poverty=Section(YEAR, PovertyMovement()),
        neighbourhoods=Section(
            YEAR,
            tuple(
                Neighbourhood(
                    code=code,
                    kind=NeighbourhoodKind.TO_DAN_PHO,
                    local_name="Khu phố 1",
                    size_band=SizeBand("350-500", Interval(350, 500)),
                )
                for code in ("kp1", "dossiers")
            ),
        ),
        reception=Section(
            YEAR,
            Reception(
                citizens=CitizensReceived(),
                letters=Letters({kind: CaseFlow(**flow, new=1) for kind in LetterKind}),
                feedback=Feedback({kind: CaseFlow(**flow, new=1) for kind in FeedbackKind}),
            ),
        ),
        indicators=Section(
            YEAR,
            tuple(
                Indicator(
                    key,
                    "Chỉ tiêu",
                    "unit",
                    value,
                    previous,
                    targets=[IndicatorTarget(target, "province", judges)],
                )
                for key, (value, previous, judges, target) in told.items()
            ),
        ),
        criteria=Section(
            YEAR,
            (CriteriaSet("rural", "Nông thôn mới", [CriteriaSection("all", 17, 2)]),),
        ),
    )


SHEETS = {name: report(flow).sheet() for name, flow in (("timed", TIMED), ("untimed", UNTIMED))}
KEYS = sorted({figure.key for sheet in SHEETS.values() for figure in sheet})
HALF = VoteThreshold(MoreThan(Percent(50)), VoteBase.ATTENDING)
BESIDE: list[Sheet] = [
    TrainingTotals(enrolments=dict.fromkeys(Trainee, 1)).sheet("training"),
    Vote(representatives=5, attended=4, agreeing=3).sheet("vote", HALF),
    Ballots().sheet("ballots"),
    CaseFlow(**UNTIMED, new=1).sheet("tasks"),
    CaseFlow(**TIMED, new=1).sheet("tasks"),
]

# ---------------------------------------------------------------- terms of members


@pytest.mark.parametrize("kind", KINDS)
def test_every_enumeration_has_its_terms(kind: type[Code]) -> None:
    """Every member has a term, which is no other member's of its enumeration."""
    terms = [vi.term(member) for member in kind]
    assert all(terms)
    assert len(set(terms)) == len(terms)


def test_there_are_terms_of_members_only() -> None:
    """The walk finds what the table has, and the other way round."""
    assert set(MEMBERS) == set(MEMBER_TERMS)
    assert len(KINDS) > 20


@pytest.mark.parametrize("member", MEMBERS)
def test_a_term_reads_back(member: Code) -> None:
    """`read_term(term(m), type(m))` is m."""
    assert vi.read_term(vi.term(member), type(member)) is member


@pytest.mark.parametrize(("text", "member"), READ)
def test_every_variant_reads_in_every_spelling(text: str, member: Code) -> None:
    """In either normal form and case, with spaces around it."""
    for spelling in (text, normalize("NFD", text), text.upper(), f"  {text} "):
        assert vi.read_term(spelling, type(member)) is member


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("trễ hạn", DossierStatus.OVERDUE),
        ("trễ hẹn", DossierStatus.OVERDUE),
        ("chậm hạn", DossierStatus.OVERDUE),
        ("Đã giải quyết trễ hạn", DossierStatus.OVERDUE),
        ("đúng hẹn", DossierStatus.ON_TIME),
        ("đang xử lý trong hạn", DossierStatus.PENDING_WITHIN_DEADLINE),
        ("Đang xử lí quá hạn", DossierStatus.PENDING_OVERDUE),
        ("bưu chính công ích", Channel.POSTAL),
        ("dịch vụ BCCI", Channel.POSTAL),
        ("Thạc sỹ", Qualification.MASTER),
        ("HTTNV", QualityRating.GOOD),
        ("Chưa đạt", Verdict.NOT_MET),
        ("Khu phố", NeighbourhoodKind.TO_DAN_PHO),
        ("CBCC", Trainee.CADRE_OR_CIVIL_SERVANT),
        ("Thường trực HĐND", Trainee.COUNCIL_STANDING),
        ("kiến nghị - phản ánh", LetterKind.PETITION),
        ("tỉ lệ", FigureKind.PERCENT),
        ("điểm %", StatedKind.POINTS),
    ],
)
def test_the_words_of_real_reports_read(text: str, member: Code) -> None:
    """Offices have several words for one thing, and several spellings."""
    assert vi.read_term(text, type(member)) is member


@pytest.mark.parametrize(("text", "members"), SEVERAL)
def test_what_stands_for_several_is_refused(text: str, members: tuple[Code, ...]) -> None:
    """The candidates are the terms of all of them, and each reads."""
    kind = type(members[0])
    with pytest.raises(Unreadable) as refused:
        vi.read_term(text, kind)
    assert refused.value.candidates == tuple(map(vi.term, members))
    assert tuple(vi.read_term(each, kind) for each in refused.value.candidates) == members


@pytest.mark.parametrize(
    ("text", "kind", "candidates"),
    [
        ("đang xử lý", DossierStatus, ("đang giải quyết trong hạn", "đang giải quyết quá hạn")),
        ("cơ bản đạt", Verdict, ("không đạt chỉ tiêu", "đạt chỉ tiêu")),
        ("hồ sơ trễ hạn", DossierStatus, ("quá hạn",)),
        ("thạc xĩ", Qualification, ("thạc sĩ",)),
        ("nghèo đa chiều", PovertyClass, ("hộ nghèo", "hộ cận nghèo")),
        ("CBCC", StaffGroup, ("cán bộ", "công chức")),
        ("", Verdict, ()),
        ("xyz", Verdict, ()),
    ],
)
def test_what_is_no_term_is_refused(
    text: str, kind: type[Code], candidates: tuple[str, ...]
) -> None:
    """With what it may have meant."""
    with pytest.raises(Unreadable) as refused:
        vi.read_term(text, kind)
    assert set(candidates) <= set(refused.value.candidates)
    assert bool(candidates) is bool(refused.value.candidates)


def test_a_refusal_lists_the_terms() -> None:
    """Where nothing is near, there is what to choose from."""
    with pytest.raises(Unreadable) as refused:
        vi.read_term("xyz", Channel)
    assert str(refused.value) == (
        "'xyz': expected one term of Channel, as 'trực tuyến'; "
        "its terms are 'trực tuyến', 'trực tiếp', 'dịch vụ bưu chính'"
    )


def test_only_text_is_read() -> None:
    """A member is known already."""
    with pytest.raises(NotExact):
        vi.read_term(Verdict.MET, Verdict)  # type: ignore[arg-type]


class Mood(Code):
    """An enumeration of a user's own."""

    GOOD = "good"


@pytest.mark.parametrize("kind", [Mood, Code, str, Verdict.MET, ["Verdict"]])
def test_other_enumerations_are_unknown(kind: type[Code]) -> None:
    """Whoever makes codes names them."""
    with pytest.raises(UnknownKey, match="name codes of your own"):
        vi.read_term("tốt", kind)


def test_a_member_of_another_enumeration_is_unknown() -> None:
    """Though it be called GOOD, as a rating is."""
    with pytest.raises(UnknownKey, match="name codes of your own"):
        vi.term(Mood.GOOD)


# ---------------------------------------------------------------- terms of figures


def test_every_section_is_filled() -> None:
    """The report walked has all there are, and all are named."""
    names = {name for name, _ in report(TIMED).sections()}
    assert {each.name for each in fields(WardReport)} - names == {"locality", "dated"}
    assert names <= set(SECTIONS)


@pytest.mark.parametrize("key", KEYS)
def test_every_figure_of_a_report_has_a_term(key: str) -> None:
    """No figure that a report can have is without its name."""
    assert vi.term(key)


@pytest.mark.parametrize("name", SHEETS)
def test_no_two_figures_of_a_report_share_a_term(name: str) -> None:
    """Or a table would have two lines of one name."""
    times = Counter(vi.term(figure.key) for figure in SHEETS[name])
    assert [term for term in times if times[term] > 1] == []


@pytest.mark.parametrize("sheet", BESIDE)
def test_what_is_counted_beside_a_report_has_terms(sheet: Sheet) -> None:
    """Votes, ballots, totals of courses, and the flow of whatever is received."""
    assert all(vi.term(figure.key) for figure in sheet)


def test_a_prefix_keeps_the_terms() -> None:
    """It is told after them."""
    for key in KEYS:
        assert vi.term(f"phuong2.{key}") == f"{vi.term(key)}, phuong2"


@pytest.mark.parametrize(
    ("key", "term"),
    [
        ("dossiers.early_rate", "tỷ lệ giải quyết trước hạn"),
        ("dossiers.received_total", "tổng số hồ sơ tiếp nhận"),
        ("dossiers.brought_forward", "hồ sơ kỳ trước chuyển sang"),
        ("dossiers.received_by_field.land", "hồ sơ tiếp nhận, lĩnh vực land"),
        ("dossiers.received_by_field.early", "hồ sơ tiếp nhận, lĩnh vực early"),
        ("dossiers.received_by_field.a.b", "hồ sơ tiếp nhận, lĩnh vực a.b"),
        ("dossiers.period.days", "số ngày trong kỳ báo cáo hồ sơ"),
        ("dossiers.land.early", "hồ sơ đã giải quyết trước hạn, land"),
        ("tasks.early", "đã giải quyết trước hạn, tasks"),
        ("tasks.received_total", "tổng số tiếp nhận, tasks"),
        ("early", "đã giải quyết trước hạn"),
        ("period.days", "số ngày trong kỳ báo cáo"),
        ("reception.letters.received_total", "tổng số đơn thư tiếp nhận"),
        ("reception.letters.early_rate", "tỷ lệ giải quyết trước hạn, đơn thư"),
        ("reception.letters.complaint.overdue", "đơn khiếu nại đã giải quyết quá hạn"),
        (
            "reception.feedback.rules.early_rate",
            "tỷ lệ giải quyết trước hạn, phản ánh, kiến nghị về quy định hành chính",
        ),
        (
            "simplifications.1.012379.H50.cut",
            "tỷ lệ cắt giảm thời gian giải quyết, thủ tục 1.012379.H50",
        ),
        ("procedures.service_fields", "số lĩnh vực có thủ tục"),
        ("review.service_fields", "số lĩnh vực có thủ tục được rà soát"),
        ("staff.by_qualification.master", "số người có trình độ chuyên môn thạc sĩ"),
        ("staff.by_qualification.none", "số người chưa qua đào tạo chuyên môn"),
        ("staff.by_rating.good", "số người xếp loại hoàn thành tốt nhiệm vụ"),
        ("poverty.escaped", "hộ thoát nghèo"),
        ("near_poverty.escaped", "hộ thoát cận nghèo"),
        ("near_poverty.opening", "hộ cận nghèo đầu kỳ"),
        ("neighbourhoods.households", "số hộ của các thôn, tổ dân phố"),
        ("neighbourhoods.kp1.households", "số hộ, kp1"),
        ("neighbourhoods.by_class.class_1", "số thôn, tổ dân phố loại 1"),
        ("neighbourhoods.dossiers.turnout", "tỷ lệ đại diện hộ gia đình dự họp, dossiers"),
        ("indicators.jobs.value", "kết quả thực hiện, chỉ tiêu jobs"),
        ("indicators.indicators.value", "kết quả thực hiện, chỉ tiêu indicators"),
        ("jobs.value", "kết quả thực hiện, jobs"),
        (
            "indicators.trade.target.ward.growth.low",
            "mức thấp nhất ward giao về tốc độ tăng, chỉ tiêu trade",
        ),
        ("criteria.rural.met", "số tiêu chí đạt, bộ tiêu chí rural"),
        ("criteria.rural.all.met", "số tiêu chí đạt, phần all, bộ tiêu chí rural"),
        ("q1.dossiers.phuong2.kp1.early", "hồ sơ đã giải quyết trước hạn, phuong2.kp1, q1"),
        ("{noun}.{0}.early", "đã giải quyết trước hạn, {noun}.{0}"),
    ],
)
def test_the_end_of_a_key_decides(key: str, term: str) -> None:
    """The most specific pattern holds, and names of the user's own are given as they are."""
    assert vi.term(key) == term


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("dossiers.early_rat", "dossiers.early_rate"),
        ("dossiers.received_by_field", "dossiers.received_by_field.*"),
        ("staff.by_ratings.excellent", "staff.by_rating.excellent"),
        ("staff.by_rating.very_good", "staff.by_rating.good"),
        (".early", "early"),
    ],
)
def test_an_unknown_key_is_refused_with_those_near_it(key: str, near: str) -> None:
    """The end of a key must be known, and its first part be something."""
    with pytest.raises(UnknownKey, match=r"near it: ") as refused:
        vi.term(key)
    assert near in refused.value.advice.removeprefix("near it: ").split(", ")


@pytest.mark.parametrize("key", ["", ".", "dossiers", "xyz", "dossiers.xyz", "dossiers.early\n"])
def test_a_key_that_names_no_figure_is_refused(key: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(UnknownKey):
        vi.term(key)


def test_a_number_has_no_term() -> None:
    """Terms are of keys and codes."""
    with pytest.raises(WrongKind, match="the key of a figure"):
        vi.term(5)  # type: ignore[arg-type]


# ---------------------------------------------------------------- the tables

TEXTS = [
    *(text for text, _ in READ),
    *(text for text, _ in SEVERAL),
    *(text for pair in SYNONYMS for text in pair),
    *FIGURES.values(),
    *OWNERS.values(),
    *SECTIONS.values(),
]


def test_all_text_is_in_normal_form() -> None:
    """NFC, without spaces beside the words; so are terms of keys that are not."""
    assert [text for text in TEXTS if normalize("NFC", " ".join(text.split())) != text] == []
    name = normalize("NFD", "Khu phố 1")
    assert vi.term(f"neighbourhoods.{name}.turnout").endswith(", Khu phố 1")


def test_terms_are_in_lower_case_but_for_proper_names() -> None:
    """Titles, a decision, the organs of the People's Council."""
    printed = [*map(vi.term, MEMBERS), *FIGURES.values(), *OWNERS.values(), *SECTIONS.values()]
    assert {text for text in printed if not text.islower()} == {
        "số người đạt danh hiệu Lao động tiên tiến",
        "số người đạt danh hiệu Chiến sĩ thi đua cơ sở",
        "tỷ lệ đúng hạn theo Quyết định 766/QĐ-TTg",
        "Thường trực Hội đồng nhân dân",
        "Ban của Hội đồng nhân dân",
        "{0}",
    }


def test_one_text_is_read_as_one_member() -> None:
    """No variant is listed under two members of one enumeration, or as one of several."""
    times = Counter((folded(text), type(member)) for text, member in READ)
    assert [each for each in times if times[each] > 1] == []


def test_importing_needs_no_ward() -> None:
    """Nor do members and keys have terms before one is asked for."""
    script = """
import sys
from wardstats import vi
print([name for name in sys.modules if name.startswith("wardstats.ward") or "_terms" in name])
vi.term("early")
print("wardstats.ward" in sys.modules)
"""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.split("\n")[:2] == ["[]", "True"]
