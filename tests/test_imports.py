"""What importing brings with it, and the names that stand at the doors."""

import subprocess
import sys
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from types import ModuleType

import pytest

EXTRAS = (
    *("hypothesis", "narwhals", "cattrs", "tomlkit", "great_tables", "altair", "vl_convert"),
    *("numpy", "pandas", "polars", "pyarrow", "duckdb", "pyspark"),
)
PACKAGES = ("wardstats", "wardstats.figures", "wardstats.vi")


def loaded_by(statements: str) -> set[str]:
    """Give the names at the top level that a fresh interpreter has loaded more after statements."""
    script = f"""
import sys
before = set(sys.modules)
{statements}
print(*{{name.partition(".")[0] for name in set(sys.modules) - before}})
"""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    return set(done.stdout.split()) - sys.stdlib_module_names


@pytest.mark.parametrize("statement", ["import wardstats", "import wardstats.vi"])
def test_importing_loads_nothing_foreign_but_attrs(statement: str) -> None:
    """Neither Babel nor the library of any extra is loaded, nor any other."""
    loaded = loaded_by(statement)
    assert not loaded & {"babel", *EXTRAS}
    assert loaded <= {"wardstats", "attr", "attrs"}


@pytest.mark.parametrize(
    "use",
    [
        "vi.read_percent('95,83%')",
        "vi.read_money('435,75 tỷ đồng')",
        "vi.read_count('02 hồ sơ')",
        "vi.read_change('giảm 5%')",
    ],
)
def test_reading_needs_no_babel(use: str) -> None:
    """The locale data is for printing: a program that only reads never loads it."""
    assert "babel" not in loaded_by(f"from wardstats import vi; {use}")


@pytest.mark.parametrize("use", ["vi.percent(Rate(1471, 1535), 2)", "vi.number(1471)"])
def test_the_first_figure_printed_loads_babel(use: str) -> None:
    """Only then, and with it no extra."""
    loaded = loaded_by(f"from wardstats import Rate, vi; {use}")
    assert "babel" in loaded
    assert not loaded & set(EXTRAS)


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_that_is_promised_exists(name: str) -> None:
    """`from … import *` and the reference pages find each name, once."""
    package = import_module(name)
    promised: list[str] = getattr(package, "__all__", [])
    assert len(promised) == len(set(promised))
    for each in promised:
        assert getattr(package, each).__name__ == each


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_hands_on_what_it_promises_and_no_more(name: str) -> None:
    """Whatever public name stands in a package is in its `__all__`, or is a module."""
    package = import_module(name)
    public = {
        each
        for each, value in vars(package).items()
        if not each.startswith("_") and not isinstance(value, ModuleType)
    }
    assert public == set(getattr(package, "__all__", ()))


@pytest.mark.parametrize("name", PACKAGES)
def test_no_name_is_that_of_a_module_beside_it(name: str) -> None:
    """A function named as a module beside it would hide the module, or be hidden by it."""
    package = import_module(name)
    modules = {each.name for each in iter_modules(package.__path__)}
    assert not modules & set(getattr(package, "__all__", ()))
    for each in modules:
        assert isinstance(import_module(f"{name}.{each}"), ModuleType)
        assert isinstance(getattr(package, each), ModuleType)


def test_type_checkers_are_told_of_the_types() -> None:
    """The marker of PEP 561 lies in the package."""
    assert files("wardstats").joinpath("py.typed").is_file()


def test_every_printer_has_its_reader() -> None:
    """In `wardstats.vi` each x stands beside its read_x."""
    names: list[str] = import_module("wardstats.vi").__all__
    assert names[1::2] == [f"read_{each}" for each in names[::2]]
