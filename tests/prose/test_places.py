"""Lines and columns, whatever ends the lines."""

import pytest

from wardstats.prose.places import Places


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns(end: str) -> None:
    places = Places(f"một{end}hai ba{end}")
    at = places.text.index("ba")
    assert places.line_and_column(at) == (2, 5)
    assert places.line_of(at) == (3 + len(end), "hai ba")
    assert places.line_and_column(len(places.text)) == (3, 1)
    assert places.line_of(len(places.text)) == (len(places.text), "")
