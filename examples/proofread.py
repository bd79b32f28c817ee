"""Proofread reports: which of their figures do not fit, with line and column.

    python examples/proofread.py FILE…

FILE is text (.txt), Word (.docx) or PDF (.pdf): Word needs python-docx, PDF needs pypdf. Without a
FILE it reads the invented report beside it. The status is 1 where something does not fit, 2 where a
file cannot be read, else 0.
"""

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from wardstats.audit import Severity
from wardstats.prose import Proof, proofread

EXAMPLE = Path(__file__).parent / "bao-cao.txt"
MANY = 4  # files that are worth a progress bar


def text_of(path: Path) -> str:
    """Read the text of a file, paragraphs and tables in their order."""
    match path.suffix.lower():
        case ".docx":
            return "\n".join(docx_lines(path))
        case ".pdf":
            from pypdf import PdfReader

            return "\n".join(page.extract_text() for page in PdfReader(path).pages)
        case _:
            return path.read_text(encoding="utf-8-sig")


def docx_lines(path: Path) -> Iterator[str]:
    """Give the paragraphs of a Word file, and the rows of its tables with bars between cells."""
    from docx import Document
    from docx.table import Table

    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield f"|{'|'.join(cell.text for cell in row.cells)}|"
        else:
            yield block.text


def followed(paths: list[Path]) -> Iterable[Path]:
    """Show how far it has come, where there are many files and somebody watches."""
    if len(paths) < MANY or not sys.stderr.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, "Đang đọc", console=Console(stderr=True))


def told(path: Path, proof: Proof) -> Iterator[str]:
    """Tell what was found in a file, and how many of its claims were checked."""
    if proof.findings:
        yield f"{path.name}"
        yield str(proof)
    verdicts = [record["verdict"] for record in proof.records()]
    unchecked = verdicts.count("not-checkable")
    yield (
        f"{path.name}: {len(verdicts) - unchecked} mệnh đề đã kiểm tra, "
        f"{unchecked} chưa kiểm tra được, {len(proof.findings)} điểm cần xem."
    )


def main(names: list[str]) -> int:
    """Proofread files and say what was found."""
    status = 0
    for path in followed([Path(name) for name in names] or [EXAMPLE]):
        try:
            proof = proofread(text_of(path))
        except (OSError, UnicodeDecodeError, ImportError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = 2
            continue
        print(*told(path, proof), sep="\n")
        misfits = [each for each in proof.findings if each.finding.severity is Severity.MISFIT]
        status = max(status, bool(misfits))
    return status


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
