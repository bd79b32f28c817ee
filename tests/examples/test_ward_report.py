"""The report of Phường 2, audited: what fits it, what does not, and what input is refused."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from wardstats import Rounding
from wardstats.audit import Audit, Cause, Finding, FindingCode, Fit, Severity
from wardstats.interop.records import load

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPT = EXAMPLES / "ward_report.py"
COUNTS = EXAMPLES / "phuong2-2024.toml"
STATED = EXAMPLES / "phuong2-2024.stated.toml"

BUDGET = "indicators.budget-revenue.target.assigned-estimate.value.completion"

# What does not fit in the real report, by line, with the text that would.
FOUND = [
    ("dòng 155", FindingCode.NOT_ALL, "100%", "99%"),
    ("dòng 168", FindingCode.PARTS_EXCEED, "1806 hồ sơ", None),
    ("dòng 194", FindingCode.RATE_DIFFERS, "99,16%", "99,45%"),
    ("dòng 200", FindingCode.ROUNDED_OTHERWISE, "99,66%", "99,67%"),
    ("dòng 803", FindingCode.ROUNDED_OTHERWISE, "93,36%", "93,37%"),
    ("dòng 884", FindingCode.COMPLETION_DIFFERS, "136%", "132%"),
    ("dòng 1022", FindingCode.PERCENT_FOR_POINTS, "tăng 1,4%", None),
    ("dòng 1143", FindingCode.ROUNDED_OTHERWISE, "53,6%", "53,7%"),
]
IN_QUESTION = ["neighbourhoods.kp2.representatives", "neighbourhoods.kp3.representatives"]
# The 25 printed percentages whose two numbers were counted, with their lines.
FITTING = {
    "100%": {119, 147, 509, 511, 799, 801, 979, 981},
    "50%": {241},
    "40%": {249},
    "82,5%": {180},
    "17,5%": {182},
    "11,1%": {511},
    "88,9%": {511},
    "95,83%": {797},
    "97,81%": {799},
    "93,87%": {801},
    "21,1%": {1020},
    "98,68%": {1074},
    "158%": {1109},
}

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


@pytest.fixture(scope="module")
def outcome(script: ModuleType) -> Audit:
    return audited(script)


def audited(script: ModuleType, counts: Path = COUNTS, stated: Path = STATED) -> Audit:
    found: Audit = script.audited(load(counts), stated)
    return found


def run(*arguments: Path | str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the example as a user does."""
    return subprocess.run(  # noqa: S603 - the arguments are those of the tests
        [sys.executable, "-W", "error", SCRIPT, *arguments],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


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


def about(outcome: Audit, key: str) -> Finding:
    """Give the one finding about a figure."""
    (finding,) = (each for each in outcome.findings if each.key == key)
    return finding


def test_what_does_not_fit_is_found_at_its_line_and_nothing_else_is(outcome: Audit) -> None:
    *placed, kp2, kp3, mixed = outcome.findings
    told = [(each.places[0], each.code, each.stated, each.suggestion) for each in placed]
    assert told == FOUND
    assert [kp2.key, kp3.key] == IN_QUESTION
    assert {kp2.code, kp3.code} == {FindingCode.IN_QUESTION}
    assert (mixed.key, mixed.code) == (None, FindingCode.MIXED_ROUNDING)


def test_of_the_percentages_with_both_numbers_20_fit(outcome: Audit) -> None:
    """Of 25, 20 fit, three are cut, and two do not fit; "100%" at line 155 is one more."""
    rates = [each for each in outcome.ledger if each.relation is not None and each.statement]
    percentages = [each for each in rates if type(each.relation).__name__ in ("Share", "Completes")]
    fitting: dict[str, set[int]] = {}
    for each in percentages:
        if each.fit is Fit.FITS and each.statement:
            line = int(each.statement.place.removeprefix("dòng "))
            fitting.setdefault(each.statement.text, set()).add(line)
    assert fitting == FITTING
    others = [each for each in percentages if each.fit is not Fit.FITS]
    cut = [each for each in others if each.rules == {Rounding.TRUNCATE}]
    assert (len(percentages), len(others), len(cut)) == (26, 6, 3)


def test_of_the_service_fields_one_is_to_blame_and_the_linked_one_may_overlap(
    outcome: Audit,
) -> None:
    """By channel and by result the dossiers are 1.806, too."""
    finding = about(outcome, "dossiers.received_total")
    fields = {key for key in finding.known if key.startswith("dossiers.received_by_field.")}
    assert len(fields) == 6
    assert {repair.keys for repair in finding.blame.repairs} == {(field,) for field in fields}
    assert finding.cause is Cause.OVERLAP
    assert finding.suggestion is None


def test_what_the_report_does_not_say_is_not_checked(outcome: Audit) -> None:
    unchecked = [each for each in outcome.ledger if each.fit is Fit.NOT_CHECKABLE]
    assert {each.statement.text for each in unchecked if each.statement} == {
        "tăng 20,7%",
        "tăng 19,7%",
        "tăng 2,4%",
        "đảm bảo chỉ tiêu quân số",
    }
    assert [each.text for each in outcome.untested] == ["83,2%"]


def test_cut_decimals_are_notes_and_all_severities_occur(outcome: Audit) -> None:
    assert about(outcome, "neighbourhoods.kp5.turnout").severity is Severity.NOTE
    assert about(outcome, BUDGET).severity is Severity.MISFIT
    assert {each.severity for each in outcome.findings} == set(Severity)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("99,16%", "99,45%"),
        ("136%", "132%"),
        ("99,66%", "99,67%"),
        ("93,36%", "93,37%"),
        ("53,6%", "53,7%"),
    ],
)
def test_a_suggestion_put_in_place_leaves_nothing_to_find_there(
    script: ModuleType, tmp_path: Path, outcome: Audit, text: str, better: str
) -> None:
    stated = edited(STATED, tmp_path, swap(f'text = "{text}"', f'text = "{better}"'))
    left = audited(script, stated=stated)
    gone = {each.key for each in outcome.findings} - {each.key for each in left.findings}
    assert len(gone) <= 1
    assert len(left.findings) == len(outcome.findings) - 1


def test_praise_where_the_target_was_missed_is_found(script: ModuleType, tmp_path: Path) -> None:
    praise = swap('text = "không đạt chỉ tiêu đề ra"', 'text = "vượt chỉ tiêu đề ra"')
    found = audited(script, stated=edited(STATED, tmp_path, praise))
    finding = about(found, "indicators.third-child.target.resolution.rate.judgement")
    assert finding.code is FindingCode.CALLED_MET
    assert finding.places == ("dòng 1024",)


# ------------------------------------------------------------ what it prints


def test_the_script_prints_a_title_every_finding_and_the_number_of_checks() -> None:
    result = run()
    assert (result.returncode, result.stderr) == (0, b"")
    title, *findings, closing = result.stdout.decode().splitlines()
    assert title == "Đối chiếu số liệu báo cáo của UBND Phường 2, năm 2024"
    assert len(findings) == 11
    assert findings[2] == (
        "dòng 194   Chưa khớp    Tỷ lệ 99,16% chưa khớp số liệu đi kèm: 1.794/1.804 = 99,45%; "
        "đề nghị kiểm tra lại."
    )
    assert "lĩnh vực Chứng thực (1.284)" in findings[1]
    assert re.match(r"\d+ phép kiểm tra: \d+ khớp, ", closing)


def test_it_speaks_english_on_demand() -> None:
    title, *_, closing = run("--lang", "en").stdout.decode().splitlines()
    assert title == "The figures that Phường 2 reported for 2024, against its own counts"
    assert re.match(r"\d+ checks: \d+ fit, ", closing)


def test_the_ledger_is_told_on_demand(outcome: Audit) -> None:
    lines = run("--ledger").stdout.decode().splitlines()
    assert len(lines) == 1 + len(outcome.findings) + 1 + len(outcome.ledger)
    assert (
        "Chưa kiểm tra được tăng 20,7%: báo cáo không nêu kết quả kỳ trước, chỉ tiêu Doanh thu "
        "thương mại - dịch vụ."
    ) in lines


def test_what_it_prints_is_composed() -> None:
    """No combining marks, so that columns are as wide as they look."""
    table = run("--ledger").stdout.decode()
    assert unicodedata.is_normalized("NFC", table)
    assert not any(unicodedata.combining(each) for each in table)


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
    assert script.main([str(COUNTS), str(STATED)]) == 0
    assert capsys.readouterr().out == by_default


def test_a_report_without_a_date_has_no_year(tmp_path: Path) -> None:
    undated = edited(COUNTS, tmp_path, swap("dated = 2024-11-29\n", ""))
    assert run(undated, STATED).stdout.decode().splitlines()[0].endswith("năm …")


# ------------------------------------------------------------ counts decide


@pytest.mark.parametrize(
    ("edit", "key", "fit"),
    [
        (swap("early = 1484", "early = 1483"), "dossiers.early_rate", Fit.FITS),
        (swap("early = 1484", "early = 1384"), "dossiers.early_rate", Fit.DOES_NOT_FIT),
        (
            swap("\ndigitised = 1794", "\ndigitised = 1789"),
            "dossiers.digitisation_rate",
            Fit.FITS_ANOTHER_RULE,
        ),
        (
            swap("at_least = 3_525_000_000", "at_least = 4_639_287_000"),
            "indicators.budget-revenue.target.assigned-estimate.value.judgement",
            Fit.DOES_NOT_FIT,
        ),
        (
            swap("{ percent = 15 }", "{ percent = 22 }"),
            "indicators.third-child.target.resolution.rate.judgement",
            Fit.DOES_NOT_FIT,
        ),
        (
            swap("{ percent = 15 }", "{ percent = 16 }"),
            "indicators.third-child.target.resolution.rate.judgement",
            Fit.FITS,
        ),
    ],
)
def test_counts_decide_how_printed_figures_fit(
    script: ModuleType, tmp_path: Path, edit: Edit, key: str, fit: Fit
) -> None:
    found = audited(script, counts=edited(COUNTS, tmp_path, edit))
    assert fit in {each.fit for each in found.ledger if each.key == key and each.relation}


def test_no_printed_figure_influences_what_is_computed(script: ModuleType, tmp_path: Path) -> None:
    """Every printed percentage is replaced; what the counts make of each stays."""

    def all_else(text: str) -> str:
        return re.sub(r'text = "[0-9,]+%"', 'text = "3,1%"', text)

    def computed(outcome: Audit) -> set[tuple[str, object]]:
        return {
            (each.key, each.exact)
            for each in outcome.ledger
            if type(each.relation).__name__ in ("Share", "Completes")
        }

    changed = audited(script, stated=edited(STATED, tmp_path, all_else))
    assert computed(changed) == computed(audited(script))


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


def test_counts_that_a_figure_needs_may_be_missing(script: ModuleType, tmp_path: Path) -> None:
    """What follows from them is then known as printed, or not at all."""
    partial = edited(COUNTS, tmp_path, swap("\nearly = 1484\n", "\n"))
    found = audited(script, counts=partial)
    assert {each.fit for each in found.ledger if each.key == "dossiers.early_rate"} == {Fit.FITS}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (
            'text = "82,5%" }',
            "text = 82.5 }",
            "$.printed[4].text: 82.5: expected a value of type str",
        ),
        (
            'key = "dossiers.early_rate", ',
            "",
            "$.printed[4].key: None: expected a value of type str",
        ),
        ("line = 180, key", "line = true, key", "$.printed[4].line: True: expected a value of"),
    ],
)
def test_broken_rows_are_refused_with_their_place(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    text = STATED.read_text("utf-8")
    at = [row["key"] for row in tomllib.loads(text)["printed"]].index("dossiers.early_rate")
    broken = edited(STATED, tmp_path, lambda text: text.replace(old, new, 1))
    (fault,) = faults(run(COUNTS, broken), broken)
    assert fault.startswith(where.replace("[4]", f"[{at}]"))


def test_all_broken_rows_are_told_at_once(tmp_path: Path) -> None:
    broken = tmp_path / "stated.toml"
    broken.write_text('printed = [1, { key = "a" }]', "utf-8")
    assert [each.partition(": ")[0] for each in faults(run(COUNTS, broken), broken)] == [
        "$.printed[0]",
        "$.printed[1].text",
        "$.printed[1].line",
    ]


def test_a_file_without_printed_figures_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "stated.toml"
    broken.write_text("printed = 5", "utf-8")
    assert complaint(run(COUNTS, broken), broken) == (
        "5: expected a list named printed; see the example's own file\n"
    )


def test_an_unknown_key_is_refused_with_near_names(tmp_path: Path) -> None:
    misspelt = swap('key = "dossiers.early_rate"', 'key = "dossiers.earlyrate"')
    broken = edited(STATED, tmp_path, misspelt)
    assert "near it: dossiers.early_rate" in complaint(run(COUNTS, broken), broken)


def test_an_unreadable_figure_is_no_reason_to_stop(script: ModuleType, tmp_path: Path) -> None:
    odd = edited(STATED, tmp_path, swap('text = "1799 hồ sơ"', 'text = "1,799 hồ sơ"'))
    found = audited(script, stated=odd)
    (check,) = (each for each in found.ledger if each.reading and each.reading.candidates)
    assert check.reading is not None
    assert check.reading.candidates == ("1.799 hồ sơ",)


def test_too_many_files_are_refused() -> None:
    result = run(COUNTS, STATED, STATED)
    assert result.returncode == 2
    assert b"unrecognized arguments" in result.stderr
    assert b"Traceback" not in result.stderr
