"""The example that proofreads files: text, Word and PDF."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from example_runs import EXAMPLES

PLANTED = (
    ("14:11", "Các thành phần cộng được 4.129 hồ sơ, nhiều hơn tổng số 4.126 là 03 hồ sơ"),
    ("18:54", "3.998/4.090 = 97,75%"),
    ("25:26", "18.742.500.000/15.600.000.000 = 120%"),
    ("26:29", "38/474 = 8,0%"),
    ("39:48", "kết quả 71,4% chưa bằng chỉ tiêu trên 72%"),
    ("47:5", "97,38% là số cắt bớt chữ số thập phân; làm tròn được 97,39% (671/689)"),
    ("48:56", "nên ghi “giảm 0,4 điểm phần trăm”"),
    ("51:1", "ít hơn tổng số"),
    ("56:69", "118/152 = 77,6%"),
)


def run(*files: Path) -> tuple[int, list[str], str]:
    """Run it as a user does, where a pipe is not UTF-8."""
    done = subprocess.run(  # noqa: S603 - the arguments are those of the tests
        [sys.executable, "-W", "error", EXAMPLES / "proofread.py", *files],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    return done.returncode, done.stdout.decode("utf-8").splitlines(), done.stderr.decode("utf-8")


def test_every_planted_error_is_found_and_nothing_else() -> None:
    status, lines, errors = run()
    assert (status, errors) == (1, "")
    found = [line for line in lines if line[:1].isdigit() and "  " in line]
    told = [line.partition("  ") for line in found if ":" in line.partition("  ")[0]]
    assert [place for place, _, _ in told] == [place for place, _ in PLANTED]
    for (_, _, sentence), (_, expected) in zip(told, PLANTED, strict=True):
        assert expected in sentence
    assert lines[-1].endswith("10 điểm cần xem.")  # with the mixed rounding of the whole


def test_word_files_are_read_with_their_tables_in_order(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Có 5/7 hộ dự họp, đạt 75%.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hộ nghèo", "12"
    document.add_paragraph("Có 5/8 hộ dự họp, đạt 62,5%.")
    path = tmp_path / "bao-cao.docx"
    document.save(str(path))
    status, lines, errors = run(path)
    assert (status, errors) == (1, "")
    assert lines[1].startswith("1:23  Tỷ lệ 75% chưa khớp")
    assert lines[-1].startswith("bao-cao.docx: 2 mệnh đề đã kiểm tra, 0 chưa kiểm tra được, 1")


PAGE = "/MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"


def pdf(text: str) -> bytes:
    """Set one line of plain letters as a PDF of one page."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
    bodies = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {PAGE} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    made, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 6\n0000000000 65535 f \n{table}"
    start = made.index("xref")
    return f"{made}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def test_pdf_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(pdf("Khu A: 5/7 = 75%."))
    status, lines, errors = run(path)
    assert (status, errors) == (1, "")
    assert "5/7 = 71%" in lines[1]


def test_a_report_that_fits_has_status_zero(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for path in paths:
        path.write_text("Có 5/8 hộ, đạt 62,5%.", encoding="utf-8")
    status, lines, errors = run(*paths)
    assert (status, errors, len(lines)) == (0, "", 5)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bao-cao.txt"
    if content is not None:
        path.write_bytes(content)
    status, lines, errors = run(path)
    assert (status, lines) == (2, [])
    assert str(path) in errors
