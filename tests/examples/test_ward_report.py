"""The report of Phường 2, recomputed: what fits it, what does not, and what input is refused."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wardstats.interop.records import load

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPT = EXAMPLES / "ward_report.py"
COUNTS = EXAMPLES / "phuong2-2024.toml"
STATED = EXAMPLES / "phuong2-2024.stated.toml"
SECTIONS = ("percentages", "totals", "growths", "targets")

BUDGET = "indicators.budget-revenue.target.assigned-estimate.value.completion"

# The 25 percentages whose two numbers the report gives: what they make, and the verdict.
PERCENTAGES = {
    "procedures.posted_rate": ("135/135 = 100%", "khớp"),
    "procedures.one_stop_rate": ("135/135 = 100%", "khớp"),
    "simplifications.1.012379.H50.cut": ("5/10 = 50%", "khớp"),
    "simplifications.1.001653.000.00.00.H50.cut": ("2/5 = 40%", "khớp"),
    "dossiers.early_rate": ("1.484/1.799 = 82,5%", "khớp"),
    "dossiers.on_time_rate": ("315/1.799 = 17,5%", "khớp"),
    "dossiers.digitisation_rate": ("1.794/1.804 = 99,45%", "chưa khớp"),
    "dossiers.e_result_rate": ("1.794/1.800 = 99,67%", "cắt bớt, làm tròn được 99,67%"),
    "staff.meeting_standard_rate": ("18/18 = 100%", "khớp"),
    "repeated.staff.meeting_standard_rate": ("18/18 = 100%", "khớp"),
    "staff.qualification_rate.master": ("2/18 = 11,1%", "khớp"),
    "staff.qualification_rate.university": ("16/18 = 88,9%", "khớp"),
    "neighbourhoods.turnout": ("1.471/1.535 = 95,83%", "khớp"),
    "neighbourhoods.kp1.turnout": ("164/164 = 100%", "khớp"),
    "neighbourhoods.kp2.turnout": ("313/320 = 97,81%", "khớp"),
    "neighbourhoods.kp3.turnout": ("291/310 = 93,87%", "khớp"),
    "neighbourhoods.kp4.turnout": ("168/168 = 100%", "khớp"),
    "neighbourhoods.kp5.turnout": ("535/573 = 93,37%", "cắt bớt, làm tròn được 93,37%"),
    BUDGET: (
        "4.639.287.000/3.525.000.000 = 132%",
        "chưa khớp",
    ),
    "indicators.primary-completion.value": ("124/124 = 100%", "khớp"),
    "indicators.lower-secondary-graduation.value": ("83/83 = 100%", "khớp"),
    "indicators.third-child.value": ("15/71 = 21,1%", "khớp"),
    "cultural_families.rate_of_households": ("1.646/1.668 = 98,68%", "khớp"),
    "indicators.jobs.target.plan.value.completion": ("158/100 = 158%", "khớp"),
    "indicators.cashless-payment.value": ("595/1.109 = 53,7%", "cắt bớt, làm tròn được 53,7%"),
}
# The 8 breakdowns, and the turnout pooled from the neighbourhoods.
TOTALS = {
    "dossiers.by_field": (
        "60 + 1.284 + 436 + 24 + 2 + 2 = 1.808",
        "chưa khớp, nhiều hơn 02 hồ sơ",
    ),
    "dossiers.by_channel": ("27 + 1.775 + 4 = 1.806", "khớp"),
    "dossiers.by_state": ("1.799 + 7 = 1.806", "khớp"),
    "dossiers.of_resolved": ("1.484 + 315 + 0 + 7 = 1.806", "chưa khớp, nhiều hơn 07 hồ sơ"),
    "staff.by_political_theory": ("2 + 14 + 2 = 18", "khớp"),
    "neighbourhoods.by_class": ("3 + 2 = 5", "khớp"),
    "neighbourhoods.by_size_band": ("2 + 2 + 1 = 5", "khớp"),
    "neighbourhoods.security_groups": (
        "11 + 8 + 17 + 10 + 18 = 64",
        "chưa kiểm tra được, không ghi tổng số",
    ),
    "neighbourhoods.attended": ("1.471/1.535", "khớp"),
}
GROWTHS = {
    "indicators.trade-revenue.previous": "360,87 tỷ đồng – 361,17 tỷ đồng",
    "indicators.industry-output.previous": "135,21 tỷ đồng – 135,33 tỷ đồng",
    "indicators.agriculture-output.previous": "4,05 tỷ đồng – 4,15 tỷ đồng",
    "indicators.third-child.previous": "19,68% – 19,78% hoặc 20,82% – 20,85%",
}
TARGETS = {
    "indicators.trade-revenue.judgement": ("tăng 20,7%; chỉ tiêu 19-21%", "đạt chỉ tiêu"),
    "indicators.industry-output.judgement": ("tăng 19,7%; chỉ tiêu 18-20%", "đạt chỉ tiêu"),
    "indicators.agriculture-output.judgement": ("tăng 2,4%; chỉ tiêu 2-4%", "đạt chỉ tiêu"),
    "indicators.budget-revenue.judgement": (
        "4.639.287.000; chỉ tiêu 3.525.000.000",
        "vượt chỉ tiêu",
    ),
    "indicators.third-child.judgement": ("21,1%; chỉ tiêu dưới 15%", "không đạt chỉ tiêu"),
    "indicators.jobs.judgement": ("158; chỉ tiêu 100", "vượt chỉ tiêu"),
    "indicators.reproductive-health.judgement": ("83,2%; chỉ tiêu 100%", "không đạt chỉ tiêu"),
    "recruits.judgement": ("chỉ tiêu 11 + 2", "chưa đánh giá, chưa có số liệu"),
}
CLOSING = """\
Tỷ lệ phần trăm: 25 số liệu, gồm 20 khớp, 3 cắt bớt, 2 chưa khớp.
Tổng của các thành phần: 9 số liệu, gồm 6 khớp, 2 chưa khớp, 1 chưa kiểm tra được.
Năm trước, suy ra từ mức tăng: 4 số liệu, gồm 3 chưa kiểm tra được, 1 chưa rõ.
Chỉ tiêu: 8 số liệu, gồm 3 đạt chỉ tiêu, 2 vượt chỉ tiêu, 2 không đạt chỉ tiêu, 1 chưa đánh giá.
"""

Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Import the example by its path, as a notebook would."""
    spec = importlib.util.spec_from_file_location("ward_report", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(*arguments: Path | str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the example as a user does."""
    return subprocess.run(  # noqa: S603 - the arguments are those of the tests
        [sys.executable, "-W", "error", SCRIPT, *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def computed_rows(script: ModuleType, section: str, counts: Path = COUNTS) -> list[Any]:
    """Give the rows of a section, computed from counts alone."""
    report = load(counts)
    return list(getattr(script, section)(report, report.sheet()))


def judged(script: ModuleType, section: str, stated: Path = STATED) -> dict[str, tuple[str, str]]:
    """Give what the rows of a section compute to, and the verdict on what is printed."""
    printed = script.entries(stated)
    return {
        key: (computed, judge(printed[f"{section}.{key}"]["text"]))
        for key, computed, judge in computed_rows(script, section)
    }


def edited(source: Path, folder: Path, *edits: Edit) -> Path:
    """Copy an input file with changes, each of which must change something."""
    text = source.read_text("utf-8")
    for edit in edits:
        changed = edit(text)
        assert changed != text
        text = changed
    copy = folder / source.name
    copy.write_text(text, "utf-8")
    return copy


def swap(old: str, new: str) -> Edit:
    """Replace what stands once in a file."""

    def edit(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return text.replace(old, new)

    return edit


def complaint(result: subprocess.CompletedProcess[bytes], path: Path) -> str:
    """Check that a run was refused in one line that names the file, and give the rest of it."""
    error = result.stderr.decode()
    assert result.returncode == 2, error
    assert result.stdout == b""
    assert "Traceback" not in error
    assert error.count("\n") == 1
    assert error.endswith("\n")
    start, _, rest = error.partition(": ")
    assert start == str(path)
    return rest


# ------------------------------------------------------------ the report


def test_of_25_percentages_20_fit_3_are_cut_and_2_do_not_fit(script: ModuleType) -> None:
    found = judged(script, "percentages")
    assert found == PERCENTAGES
    outcomes = Counter(verdict.partition(",")[0] for _, verdict in found.values())
    assert outcomes == {"khớp": 20, "cắt bớt": 3, "chưa khớp": 2}


def test_totals_fit_but_for_the_service_fields_and_the_pending_among_the_resolved(
    script: ModuleType,
) -> None:
    assert judged(script, "totals") == TOTALS


def test_growths_imply_the_year_before_and_are_not_checked(script: ModuleType) -> None:
    found = judged(script, "growths")
    assert {key: computed for key, (computed, _) in found.items()} == GROWTHS
    verdicts = Counter(verdict for _, verdict in found.values())
    assert verdicts == {
        "chưa kiểm tra được, không ghi số năm trước": 3,
        "chưa rõ, điểm % hay phần trăm": 1,
    }


def test_targets_are_judged_whatever_the_report_says_of_them(
    script: ModuleType, tmp_path: Path
) -> None:
    assert judged(script, "targets") == TARGETS
    praise = swap('text = "không đạt chỉ tiêu đề ra"', 'text = "vượt chỉ tiêu đề ra"')
    assert judged(script, "targets", edited(STATED, tmp_path, praise)) == TARGETS


def test_the_script_prints_every_figure_and_closes_with_their_number() -> None:
    result = run()
    assert (result.returncode, result.stderr) == (0, b"")
    table, closing = result.stdout.decode().replace("\r\n", "\n").split("\n\n")
    assert closing == CLOSING
    assert table.splitlines()[0].split("  ")[0] == "UBND Phường 2, năm 2024"
    rows = [re.split(r"  +", line.strip()) for line in table.splitlines()]
    for expected in (PERCENTAGES, TOTALS, TARGETS):
        for computed, verdict in expected.values():
            assert any((row[1], row[-1]) == (computed, verdict) for row in rows if len(row) > 1)
    names = [row[0] for row in rows]
    assert "Tỷ lệ giải quyết trước hạn" in names
    assert "Thu ngân sách trên địa bàn" in names
    assert "Tỷ lệ cắt giảm thời gian giải quyết, thủ tục 1.012379.H50" in names


def test_columns_are_aligned_as_they_are_displayed() -> None:
    """Width is that of the screen: no combining marks, nothing twice as wide."""
    table, _ = run().stdout.decode().replace("\r\n", "\n").split("\n\n")
    assert unicodedata.is_normalized("NFC", table)
    assert not any(unicodedata.combining(each) for each in table)
    assert not {unicodedata.east_asian_width(each) for each in table} & {"W", "F"}
    title, *lines = table.splitlines()
    ends = [title.index(head) + len(head) for head in ("Tính được", "Báo cáo ghi")]
    figures = [line for line in lines if line.startswith("  ")]
    assert len(figures) == 25 + 9 + 4 + 8
    for line in figures:
        for end in ends:
            assert line[end - 1] != " "
            assert line[end : end + 2] == "  "
        assert line[title.index("Kết quả") - 1 :].startswith(" ")
        assert line[title.index("Kết quả")] != " "


def test_decomposed_input_prints_the_same(tmp_path: Path) -> None:
    """Files from other systems may hold letters and marks apart."""

    def decompose(text: str) -> str:
        return unicodedata.normalize("NFD", text)

    counts, stated = edited(COUNTS, tmp_path, decompose), edited(STATED, tmp_path, decompose)
    assert run(counts, stated).stdout == run().stdout


def test_neither_locale_nor_encoding_nor_folder_matters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(PYTHONIOENCODING="cp1258", LC_ALL="C")
    assert (result.returncode, result.stdout) == (0, run().stdout)


def test_main_takes_its_arguments(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main([]) == 0
    by_default = capsys.readouterr().out
    assert by_default.endswith(CLOSING)
    assert script.main([str(COUNTS), str(STATED)]) == 0
    assert capsys.readouterr().out == by_default


# ------------------------------------------------------------ computed from counts alone


def test_no_printed_figure_influences_a_computed_one(script: ModuleType, tmp_path: Path) -> None:
    """Every printed figure is replaced by another of its kind; the computed column stays."""

    def all_else(text: str) -> str:
        text = re.sub(r'text = "[0-9,]+%"', 'text = "3,1%"', text)
        text = re.sub(r'text = "[0-9]+ ', 'text = "77 ', text)
        text = re.sub(r'text = "tăng [0-9,]+%"', 'text = "giảm 44,4%"', text)
        return text.replace("1.471/1.535", "1/9")

    stated = edited(STATED, tmp_path, all_else)
    before, after = script.entries(STATED), script.entries(stated)
    for key in before:
        texts = [held[key]["text"] for held in (before, after)]
        assert texts[0] != texts[1] or not texts[0] or key.startswith("targets."), key
    for section in SECTIONS:
        rows, changed = judged(script, section), judged(script, section, stated)
        assert {key: each[0] for key, each in changed.items()} == {
            key: each[0] for key, each in rows.items()
        }
    verdicts = {verdict for _, verdict in judged(script, "percentages", stated).values()}
    assert verdicts == {"chưa khớp"}


def test_the_computed_column_exists_before_the_stated_file_is_opened(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counts decide alone: a spy sees every figure computed by then."""
    seen: list[str] = []
    opened = script.entries

    def spy(path: Path) -> object:
        seen.append(path.name)
        return opened(path)

    def computing(section: str) -> Callable[[object, object], Iterator[object]]:
        original = getattr(script, section)

        def rows(report: object, sheet: object) -> Iterator[object]:
            yield from original(report, sheet)
            seen.append(section)

        return rows

    monkeypatch.setattr(script, "entries", spy)
    for section in SECTIONS:
        monkeypatch.setattr(script, section, computing(section))
    assert script.main([]) == 0
    assert seen == [*SECTIONS, STATED.name]


@pytest.mark.parametrize(
    ("key", "text", "verdict"),
    [
        ("dossiers.digitisation_rate", "99,45%", "khớp"),
        ("dossiers.digitisation_rate", "99,44%", "cắt bớt, làm tròn được 99,45%"),
        ("dossiers.digitisation_rate", "99,4%", "khớp"),
        ("dossiers.digitisation_rate", "100%", "làm tròn lên, làm tròn được 99%"),
        ("dossiers.early_rate", "82,4%", "cắt bớt, làm tròn được 82,5%"),
        ("dossiers.on_time_rate", "17,6%", "làm tròn lên, làm tròn được 17,5%"),
        (BUDGET, "131,6%", "khớp"),
        (BUDGET, "131%", "cắt bớt, làm tròn được 132%"),
        ("dossiers.by_field", "1.808 hồ sơ", "khớp"),
        ("dossiers.by_field", "1820 hồ sơ", "chưa khớp, ít hơn 12 hồ sơ"),
        ("neighbourhoods.security_groups", "64 tổ", "khớp"),
        ("neighbourhoods.security_groups", "63", "chưa khớp, nhiều hơn 01"),
        ("neighbourhoods.attended", "1471 / 1535", "khớp"),
        ("neighbourhoods.attended", "1.471/1.536", "chưa khớp"),
        ("neighbourhoods.attended", "1.535/1.471", "chưa khớp"),
    ],
)
def test_verdicts_follow_what_is_printed(
    script: ModuleType, key: str, text: str, verdict: str
) -> None:
    rows = [
        *computed_rows(script, "percentages"),
        *computed_rows(script, "totals"),
    ]
    (judge,) = (each for name, _, each in rows if name == key)
    assert judge(text) == verdict


@pytest.mark.parametrize(
    ("edit", "section", "key", "expected"),
    [
        (
            swap("early = 1484", "early = 1483"),
            "percentages",
            "dossiers.early_rate",
            ("1.483/1.798 = 82,5%", "khớp"),
        ),
        (
            swap("\ndigitised = 1794", "\ndigitised = 1789"),
            "percentages",
            "dossiers.digitisation_rate",
            ("1.789/1.804 = 99,17%", "cắt bớt, làm tròn được 99,17%"),
        ),
        (
            swap("at_least = 3_525_000_000", "at_least = 4_639_287_000"),
            "targets",
            "indicators.budget-revenue.judgement",
            ("4.639.287.000; chỉ tiêu 4.639.287.000", "đạt chỉ tiêu"),
        ),
        (
            swap("{ percent = 19 }, { percent = 21 }", "{ percent = 21 }, { percent = 22 }"),
            "targets",
            "indicators.trade-revenue.judgement",
            ("tăng 20,7%; chỉ tiêu 21-22%", "không đạt chỉ tiêu"),
        ),
        (
            swap('growth = { stated = "20.7%"', 'growth = { stated = "19.0%"'),
            "targets",
            "indicators.trade-revenue.judgement",
            ("tăng 19,0%; chỉ tiêu 19-21%", "chưa đánh giá, số liệu đã làm tròn"),
        ),
        (
            swap("{ percent = 15 }", "{ percent = 22 }"),
            "targets",
            "indicators.third-child.judgement",
            ("21,1%; chỉ tiêu dưới 22%", "đạt chỉ tiêu"),
        ),
    ],
)
def test_counts_decide_figures_and_verdicts(
    script: ModuleType,
    tmp_path: Path,
    edit: Edit,
    section: str,
    key: str,
    expected: tuple[str, str],
) -> None:
    changed = computed_rows(script, section, edited(COUNTS, tmp_path, edit))
    ((computed, judge),) = (rest for name, *rest in changed if name == key)
    assert (computed, judge(script.entries(STATED)[f"{section}.{key}"]["text"])) == expected


# ------------------------------------------------------------ the input files


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _leaves(each, f"{path}[{place}]")
    else:
        yield path, value


@pytest.mark.parametrize("path", [COUNTS, STATED])
def test_input_files_hold_no_floats_and_only_composed_letters(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not [key for key, value in _leaves(tomllib.loads(text)) if isinstance(value, float)]


def test_counts_hold_nothing_that_is_computed() -> None:
    """Totals, rates and growth come from counts; what has no counts is as printed."""
    held = [value for _, value in _leaves(tomllib.loads(COUNTS.read_text("utf-8")))]
    assert not {1799, 1806, 1808, 1471, 1535, 64} & {each for each in held if type(each) is int}
    assert not {"82.5%", "17.5%", "99.16%", "99.66%"} & {each for each in held if type(each) is str}


def test_every_printed_figure_has_its_row_and_its_line(script: ModuleType) -> None:
    stated = script.entries(STATED)
    rows = [f"{part}.{row[0]}" for part in SECTIONS for row in computed_rows(script, part)]
    assert sorted(stated) == sorted(rows)
    for entry in stated.values():
        assert {"text", "line"} <= set(entry) <= {"name", "text", "line"}
        assert type(entry["line"]) is int


# ------------------------------------------------------------ input that is refused


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.toml"
    assert complaint(run(nowhere), nowhere) == "No such file or directory\n"
    assert complaint(run(COUNTS, nowhere), nowhere) == "No such file or directory\n"


def test_a_folder_and_another_kind_of_file_are_refused(tmp_path: Path) -> None:
    assert complaint(run(COUNTS, tmp_path), tmp_path) == "Is a directory\n"
    other = tmp_path / "counts.csv"
    assert "expected a file name that ends in .json or .toml" in complaint(run(other), other)


@pytest.mark.parametrize(
    "content", [b"early 1484\n", b"\xff\xfe", b"a = " + b"9" * 5000, b"[a]\n[a]"]
)
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(content)
    assert faults(run(broken), broken)
    expected = "expected TOML in UTF-8; mend it there\n"
    assert complaint(run(COUNTS, broken), broken).endswith(expected)


def faults(result: subprocess.CompletedProcess[bytes], path: Path) -> list[str]:
    """Check that a run was refused with a list of faults, and give it."""
    first, *rest = result.stderr.decode().splitlines()
    assert (result.returncode, result.stdout) == (2, b"")
    assert re.fullmatch(rf"{re.escape(str(path))}, \d+ faults?:", first)
    return [each.strip() for each in rest]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("\nearly = 1484\n", '\nearly = "1484"\n', "$.dossiers.early"),
        ("\nearly = 1484\n", "\nearly = 1484.0\n", "$.dossiers.early"),
        ("\nearly = 1484\n", "\nearly = true\n", "$.dossiers.early"),
        ("\nonline = 1775\n", "\nonline = -1775\n", "$.dossiers.online"),
        ("\nearly = 1484\n", "\nearlier = 1484\n", "$.dossiers.earlier"),
        ('code = "1.012379.H50"', 'code = "1.12379"', "$.simplifications.list[0].code"),
        (
            'value = { stated = "435.75"',
            'value = { stated = "435,75"',
            "$.indicators.list[0].value",
        ),
        ("part = 15, whole = 71", "part = 71, whole = 15", "$.indicators.list[4].value"),
        ("schema = 1", "schema = 2", "$.schema"),
    ],
)
def test_broken_counts_are_refused(tmp_path: Path, old: str, new: str, where: str) -> None:
    broken = edited(COUNTS, tmp_path, swap(old, new))
    assert [each for each in faults(run(broken), broken) if each.startswith(where)]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    edits = swap("\nearly = 1484\n", "\nearly = true\n"), swap("attended = 535", "attended = -1")
    broken = edited(COUNTS, tmp_path, *edits)
    assert [each.partition(": ")[0] for each in faults(run(broken), broken)] == [
        "$.dossiers.early",
        "$.neighbourhoods.list[4].attended",
    ]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (swap("\nearly = 1484\n", "\n"), "dossiers.early: "),
        (swap("\nattended = 535\n", "\n"), "neighbourhoods.attended: "),
        (lambda text: text[: text.index("[indicators]")], "indicators: expected this section"),
        (swap("whole = 1109", "whole = 0"), "$.indicators"),
        (
            swap("{ part = 595, whole = 1109 }", '{ stated = "53.6%" }'),
            "indicators.cashless-payment.value: ",
        ),
    ],
)
def test_counts_that_a_figure_needs_are_missed(tmp_path: Path, edit: Edit, message: str) -> None:
    broken = edited(COUNTS, tmp_path, edit)
    result = run(broken)
    assert (result.returncode, result.stdout) == (2, b"")
    assert message in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('text = "82,5%", ', "", "= None: expected text in quotes"),
        ('text = "82,5%"', "text = 82.5", "= Decimal('82.5'): expected text in quotes"),
        ('text = "82,5%"', 'text = "82,5"', "= '82,5': expected a percentage as in '95,83%'"),
        ('text = "82,5%"', 'text = ""', "= '': expected a percentage as in '95,83%'"),
        ('text = "1799 hồ sơ"', 'text = "1,799 hồ sơ"', "= '1,799 hồ sơ': expected a count"),
        ('text = "1.471/1.535"', 'text = "95,83%"', "= '95,83%': expected two counts"),
    ],
)
def test_broken_printed_figures_are_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    broken = edited(STATED, tmp_path, swap(old, new))
    found = complaint(run(COUNTS, broken), broken)
    assert re.match(r"(percentages|totals)\.[a-z_.]+\.text = ", found)
    assert message in found


def test_too_many_files_are_refused() -> None:
    result = run(COUNTS, STATED, STATED)
    assert result.returncode == 2
    assert b"unrecognized arguments" in result.stderr
    assert b"Traceback" not in result.stderr
