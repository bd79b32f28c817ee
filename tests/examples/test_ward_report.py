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

from wardstats.errors import WardstatsError

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPT = EXAMPLES / "ward_report.py"
COUNTS = EXAMPLES / "phuong2-2024.toml"
STATED = EXAMPLES / "phuong2-2024.stated.toml"
SECTIONS = ("percentages", "totals", "growths", "targets")

# The 25 percentages whose two numbers the report gives: what they make, and the verdict.
PERCENTAGES = {
    "procedures.posted_rate": ("135/135 = 100%", "khớp"),
    "procedures.one_stop_rate": ("135/135 = 100%", "khớp"),
    "procedures.simplified.advanced_worker_title": ("5/10 = 50%", "khớp"),
    "procedures.simplified.disability_certificate": ("2/5 = 40%", "khớp"),
    "dossiers.early_rate": ("1.484/1.799 = 82,5%", "khớp"),
    "dossiers.on_time_rate": ("315/1.799 = 17,5%", "khớp"),
    "dossiers.digitised_rate": ("1.794/1.804 = 99,45%", "chưa khớp"),
    "dossiers.e_result_rate": ("1.794/1.800 = 99,67%", "cắt bớt, làm tròn được 99,67%"),
    "staff.qualified_rate": ("18/18 = 100%", "khớp"),
    "staff.qualified_rate_again": ("18/18 = 100%", "khớp"),
    "staff.master_rate": ("2/18 = 11,1%", "khớp"),
    "staff.university_rate": ("16/18 = 88,9%", "khớp"),
    "election.turnout": ("1.471/1.535 = 95,83%", "khớp"),
    "election.turnout_in.kp1": ("164/164 = 100%", "khớp"),
    "election.turnout_in.kp2": ("313/320 = 97,81%", "khớp"),
    "election.turnout_in.kp3": ("291/310 = 93,87%", "khớp"),
    "election.turnout_in.kp4": ("168/168 = 100%", "khớp"),
    "election.turnout_in.kp5": ("535/573 = 93,37%", "cắt bớt, làm tròn được 93,37%"),
    "economy.budget_revenue_completion": (
        "4.639.287.000/3.525.000.000 = 132%",
        "chưa khớp",
    ),
    "education.primary_rate": ("124/124 = 100%", "khớp"),
    "education.lower_secondary_rate": ("83/83 = 100%", "khớp"),
    "population.third_child_rate": ("15/71 = 21,1%", "khớp"),
    "culture.cultural_family_rate": ("1.646/1.668 = 98,68%", "khớp"),
    "employment.jobs_completion": ("158/100 = 158%", "khớp"),
    "social.cashless_rate": ("595/1.109 = 53,7%", "cắt bớt, làm tròn được 53,7%"),
}
# The 8 breakdowns, and the turnout pooled from the neighbourhoods.
TOTALS = {
    "dossiers.by_service_field": (
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
    "election.attended": ("1.471/1.535", "khớp"),
}
GROWTHS = {
    "growth.trade_revenue": "360,87 tỷ đồng – 361,17 tỷ đồng",
    "growth.industry_output": "135,21 tỷ đồng – 135,33 tỷ đồng",
    "growth.agriculture_output": "4,05 tỷ đồng – 4,15 tỷ đồng",
    "growth.third_child": "19,68% – 19,78% hoặc 20,82% – 20,85%",
}
TARGETS = {
    "targets.trade_revenue": ("tăng 20,7%; chỉ tiêu 19-21%", "đạt chỉ tiêu"),
    "targets.industry_output": ("tăng 19,7%; chỉ tiêu 18-20%", "đạt chỉ tiêu"),
    "targets.agriculture_output": ("tăng 2,4%; chỉ tiêu 2-4%", "đạt chỉ tiêu"),
    "targets.budget_revenue": ("4.639.287.000; chỉ tiêu 3.525.000.000", "vượt chỉ tiêu"),
    "targets.third_child": ("21,1%; chỉ tiêu dưới 15%", "không đạt chỉ tiêu"),
    "targets.jobs": ("158; chỉ tiêu 100", "vượt chỉ tiêu"),
    "targets.reproductive_health": ("83,2%; chỉ tiêu 100%", "không đạt chỉ tiêu"),
    "targets.recruits": ("chỉ tiêu 11 + 2", "chưa đánh giá, không ghi kết quả"),
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


def judged(script: ModuleType, section: str, stated: Path = STATED) -> dict[str, tuple[str, str]]:
    """Give what the rows of a section compute to, and the verdict on what is printed."""
    printed = script.Input(stated)
    rows = getattr(script, section)(script.Input(COUNTS))
    return {
        key: (computed, judge(printed.value(f"{key}.text", str))) for key, computed, judge in rows
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
    stated = tomllib.loads(STATED.read_text("utf-8"))
    lines = iter(table.splitlines())
    assert next(lines).split("  ")[0] == "UBND Phường 2, năm 2024"
    for key, (computed, verdict) in (PERCENTAGES | TOTALS | TARGETS).items():
        entry: Any = stated
        for name in key.split("."):
            entry = entry[name]
        cells = [entry["name"], computed, entry["text"] or "–", verdict]
        assert any(re.split(r"  +", line.strip()) == cells for line in table.splitlines()), cells


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
    before, after = (
        tomllib.loads(STATED.read_text("utf-8")),
        tomllib.loads(stated.read_text("utf-8")),
    )
    for key in (*PERCENTAGES, *TOTALS, *GROWTHS):
        texts = [_at(held, key)["text"] for held in (before, after)]
        assert texts[0] != texts[1] or not texts[0], key
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
    opened = script.Input

    def spy(path: Path) -> object:
        seen.append(path.name)
        return opened(path)

    def computing(section: str) -> Callable[[object], Iterator[object]]:
        original = getattr(script, section)

        def rows(ward: object) -> Iterator[object]:
            yield from original(ward)
            seen.append(section)

        return rows

    monkeypatch.setattr(script, "Input", spy)
    for section in SECTIONS:
        monkeypatch.setattr(script, section, computing(section))
    assert script.main([]) == 0
    assert seen == [COUNTS.name, *SECTIONS, STATED.name]


@pytest.mark.parametrize(
    ("key", "text", "verdict"),
    [
        ("dossiers.digitised_rate", "99,45%", "khớp"),
        ("dossiers.digitised_rate", "99,44%", "cắt bớt, làm tròn được 99,45%"),
        ("dossiers.digitised_rate", "99,4%", "khớp"),
        ("dossiers.digitised_rate", "100%", "làm tròn lên, làm tròn được 99%"),
        ("dossiers.early_rate", "82,4%", "cắt bớt, làm tròn được 82,5%"),
        ("dossiers.on_time_rate", "17,6%", "làm tròn lên, làm tròn được 17,5%"),
        ("economy.budget_revenue_completion", "131,6%", "khớp"),
        ("economy.budget_revenue_completion", "131%", "cắt bớt, làm tròn được 132%"),
        ("dossiers.by_service_field", "1.808 hồ sơ", "khớp"),
        ("dossiers.by_service_field", "1820 hồ sơ", "chưa khớp, ít hơn 12 hồ sơ"),
        ("neighbourhoods.security_groups", "64 tổ", "khớp"),
        ("neighbourhoods.security_groups", "63", "chưa khớp, nhiều hơn 01"),
        ("election.attended", "1471 / 1535", "khớp"),
        ("election.attended", "1.471/1.536", "chưa khớp"),
        ("election.attended", "1.535/1.471", "chưa khớp"),
    ],
)
def test_verdicts_follow_what_is_printed(
    script: ModuleType, key: str, text: str, verdict: str
) -> None:
    rows = [
        *script.percentages(script.Input(COUNTS)),
        *script.totals(script.Input(COUNTS)),
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
            swap("count = 1794\nbase = 1804", "count = 1789\nbase = 1804"),
            "percentages",
            "dossiers.digitised_rate",
            ("1.789/1.804 = 99,17%", "cắt bớt, làm tròn được 99,17%"),
        ),
        (
            swap("at_least = 3_525_000_000", "at_least = 4_639_287_000"),
            "targets",
            "targets.budget_revenue",
            ("4.639.287.000; chỉ tiêu 4.639.287.000", "đạt chỉ tiêu"),
        ),
        (
            swap("growth_from = 19, growth_to = 21", "growth_from = 21, growth_to = 22"),
            "targets",
            "targets.trade_revenue",
            ("tăng 20,7%; chỉ tiêu 21-22%", "không đạt chỉ tiêu"),
        ),
        (
            swap('trade_revenue = "20.7"', 'trade_revenue = "19.0"'),
            "targets",
            "targets.trade_revenue",
            ("tăng 19,0%; chỉ tiêu 19-21%", "chưa đánh giá, số đã làm tròn"),
        ),
        (
            swap("less_than_percent = 15", "less_than_percent = 22"),
            "targets",
            "targets.third_child",
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
    ward, stated = script.Input(edited(COUNTS, tmp_path, edit)), script.Input(STATED)
    rows = {name: (computed, judge) for name, computed, judge in getattr(script, section)(ward)}
    computed, judge = rows[key]
    assert (computed, judge(stated.value(f"{key}.text", str))) == expected


# ------------------------------------------------------------ the input files


def _at(table: dict[str, Any], key: str) -> Any:
    for name in key.split("."):
        table = table[name]
    return table


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
    """Totals, rates and growth come from counts; what has no counts stands apart."""
    counts = tomllib.loads(COUNTS.read_text("utf-8"))
    apart = counts.pop("stated_only")
    assert all(isinstance(value, str) for _, value in _leaves(apart))
    totals = {1799, 1806, 1808, 1471, 1535, 64}
    assert not [key for key, value in _leaves(counts) if value in totals]
    texts = {str(value) for _, value in _leaves(counts)}
    assert not {"82.5", "17.5", "99.16", "99.66", "20.7", "19.7", "2.4", "83.2"} & texts


def test_every_printed_figure_has_its_row_and_its_line(script: ModuleType) -> None:
    stated = tomllib.loads(STATED.read_text("utf-8"))
    keys = {path.rpartition(".")[0] for path, _ in _leaves(stated)}
    assert keys == {key for section in SECTIONS for key in judged(script, section)}
    for key in keys:
        entry = _at(stated, key)
        assert set(entry) == {"name", "text", "line"}
        assert type(entry["line"]) is int


# ------------------------------------------------------------ input that is refused


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.toml"
    expected = "No such file or directory: expected a file to read; pass its path\n"
    assert complaint(run(nowhere), nowhere) == expected
    assert complaint(run(COUNTS, nowhere), nowhere) == expected


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "expected a file to read; pass its path" in complaint(run(tmp_path), tmp_path)


@pytest.mark.parametrize(
    "content", [b"early 1484\n", b"\xff\xfe", b"a = " + b"9" * 5000, b"[a]\n[a]"]
)
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(content)
    for result in (run(broken), run(COUNTS, broken)):
        assert complaint(result, broken).endswith(": expected TOML in UTF-8; mend it there\n")


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            swap("early = 1484\n", ""),
            "dossiers.resolved.early: expected this key in the file; add it, as in ",
        ),
        (
            swap("overdue = 0\n", ""),
            "dossiers.resolved.overdue: expected this key in the file; add it, as in ",
        ),
        (
            swap("early = 1484\n", 'early = "1484"\n'),
            "dossiers.resolved.early = '1484': expected a whole number\n",
        ),
        (
            swap("early = 1484\n", "early = 1484.0\n"),
            "dossiers.resolved.early = Decimal('1484.0'): expected a whole number\n",
        ),
        (
            swap("early = 1484\n", "early = true\n"),
            "dossiers.resolved.early = True: expected a whole number\n",
        ),
        (
            swap('value = "435.75"', "value = 435.75"),
            "economy.trade_revenue.value = Decimal('435.75'): expected text in quotes\n",
        ),
        (
            swap('trade_revenue = "20.7"', "trade_revenue = nan"),
            "stated_only.growth_percent.trade_revenue = Decimal('NaN'): expected text in quotes\n",
        ),
        (
            swap('value = "435.75"', 'value = "435,75"'),
            "'435,75': expected plain digits with a dot before decimals, as in '95.83'",
        ),
        (
            swap("received_online = 1775", "received_online = -1775"),
            "-1775: expected an int of 0 or more; a count is never negative\n",
        ),
        (
            swap("count = 1794\nbase = 1804", "count = 1805\nbase = 1804"),
            "dossiers.digitised.count = 1805 of 1804: expected",
        ),
        (
            swap(
                "[dossiers.service_fields.social_protection]",
                "[dossiers.service_fields]\nx = 1\n[a]",
            ),
            "dossiers.service_fields.x.received: expected this key in the file",
        ),
        (
            swap("in_competence = 135", "in_competence = 0"),
            "procedures.posted = 135 of 0: expected a part from 0 to the whole",
        ),
        (
            swap('value = "4.2"\nscale = 9', 'value = "4.2"\nscale = 99'),
            "scale=99: expected a power of ten from 0 to 18",
        ),
        (
            swap("[neighbourhoods.kp1]", "[[neighbourhoods.kp1]]"),
            "neighbourhoods.kp1.attended: expected this key in the file",
        ),
        (
            lambda text: re.sub(
                r"\[neighbourhoods\..*?(?=\[size_bands)", "", text, flags=re.DOTALL
            ),
            "neighbourhoods: expected this key in the file",
        ),
        (
            swap('size_band = "above_500"', "size_band = 500"),
            "neighbourhoods.kp5.size_band = 500: expected text in quotes\n",
        ),
    ],
)
def test_broken_counts_are_refused(tmp_path: Path, edit: Edit, message: str) -> None:
    broken = edited(COUNTS, tmp_path, edit)
    assert complaint(run(broken), broken).startswith(message)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            swap('text = "82,5%", ', ""),
            "dossiers.early_rate.text: expected this key in the file; add it, as in ",
        ),
        (
            lambda text: re.sub("(?m)^early_rate = .*$", "", text),
            "dossiers.early_rate.name: expected this key in the file",
        ),
        (
            swap('text = "82,5%"', "text = 82.5"),
            "dossiers.early_rate.text = Decimal('82.5'): expected text in quotes\n",
        ),
        (
            swap('text = "82,5%"', 'text = "82,5"'),
            "dossiers.early_rate.text = '82,5': expected a percentage as in '95,83%'",
        ),
        (
            swap('text = "82,5%"', 'text = ""'),
            "dossiers.early_rate.text = '': expected a percentage as in '95,83%'",
        ),
        (
            swap('text = "1799 hồ sơ"', 'text = "1,799 hồ sơ"'),
            "dossiers.of_resolved.text = '1,799 hồ sơ': expected a count",
        ),
        (
            swap('text = "1.471/1.535"', 'text = "95,83%"'),
            "election.attended.text = '95,83%': expected two counts",
        ),
    ],
)
def test_broken_printed_figures_are_refused(tmp_path: Path, edit: Edit, message: str) -> None:
    broken = edited(STATED, tmp_path, edit)
    assert complaint(run(COUNTS, broken), broken).startswith(message)


def test_every_count_that_a_figure_needs_is_missed(script: ModuleType) -> None:
    """Each value asked for is taken away in turn: no figure is computed without it."""
    asked: set[str] = set()

    class Asking(script.Input):  # type: ignore[misc, name-defined]
        def value(self, key: str, kind: type[Any]) -> object:
            found: object = super().value(key, kind)
            if not isinstance(found, dict):
                asked.add(key)
            return found

    def compute(ward: object) -> None:
        for section in SECTIONS:
            list(getattr(script, section)(ward))

    compute(Asking(COUNTS))
    lists = ("dossiers.pending_within_deadline.", "staff.political_theory.", "stated_only.growth")
    assert len(asked) > 60
    for key in sorted(asked):
        if key.startswith(lists):  # as many as the ward has
            continue
        held = script.Input(COUNTS)
        table, _, name = key.rpartition(".")
        del held.value(table, dict)[name]
        with pytest.raises(WardstatsError):
            compute(held)


def test_too_many_files_are_refused() -> None:
    result = run(COUNTS, STATED, STATED)
    assert result.returncode == 2
    assert b"unrecognized arguments" in result.stderr
    assert b"Traceback" not in result.stderr
