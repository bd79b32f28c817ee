"""What the tests of Vietnamese figures draw: exact figures, styles of printing, and texts."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from wardstats import Completion, Growth, Percent, PointChange, Points, Rate, Ratio, Rounding
from wardstats.vi.amounts import Scale

PLACES = st.integers(0, 12)
ROUNDINGS = st.sampled_from(Rounding)
SCALES: st.SearchStrategy[Scale] = st.sampled_from(("đồng", "nghìn", "triệu", "tỷ", "nghìn tỷ"))

_SIZES = st.one_of(st.integers(0, 20), st.integers(0, 10**6), st.integers(0, 10**40))
_SIGNED = st.builds(lambda size, sign: size * sign, _SIZES, st.sampled_from((1, -1)))
_FRACTIONS = st.builds(Fraction, _SIGNED, st.integers(1, 10**4))
NUMBERS = st.one_of(_SIGNED, _FRACTIONS)
_SIZES_ABOVE_0 = st.one_of(st.integers(1, 10**5), _FRACTIONS.map(lambda each: abs(each) + 1))

DECIMALS = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"), _SIGNED, st.integers(0, 15)
)

RATES = st.builds(
    lambda some, rest: Rate(some, some + rest), _SIZES, st.integers(1, 10**5) | st.just(1)
)
RATIOS = st.builds(Ratio, NUMBERS, _SIZES_ABOVE_0)
RATIOS_PER_1000 = st.builds(Ratio, NUMBERS, _SIZES_ABOVE_0, per=st.just(1000))
COMPLETIONS = st.builds(Completion, NUMBERS, _SIZES_ABOVE_0)
GROWTHS = st.builds(Growth, NUMBERS, _SIZES_ABOVE_0)
PERCENTS = st.builds(Percent, NUMBERS)
POINTS = st.builds(Points, NUMBERS)
POINT_CHANGES = st.builds(PointChange, RATES | RATIOS | PERCENTS, RATES | RATIOS | PERCENTS)

# Digits as they are printed, with what may go wrong among them.
DIGITS = st.builds(
    lambda sign, digits, places: f"{sign}{digits}{places}",
    st.sampled_from(("", "-")),
    st.integers(0, 10**7).map(str),
    st.sampled_from(("", ".5", ".50", ".125", ".000000000001")),
)

NOUNS = st.sampled_from(
    ("hồ sơ", "người", "hộ", "lượt công dân", "phần quà", "điểm trường", "m²", "đồng/tháng")
)

# Pieces of what the readers read, and of what they must not.
PIECES = (
    *"0123456789.,-+/ %‰()_e",
    *("00", "000", "007", "1.471", "435,75", "1,234.5", "12.34", "99.446", "1.5"),
    *(" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "  ", "\n"),
    *("\N{MINUS SIGN}", "–", "½", "²", "٢", "３", "%o", "NaN", "Infinity"),
    *("đồng", "đ", "₫", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", " tỷ ", " triệu ", " nghìn tỷ"),
    *("phần trăm", "phần nghìn", "điểm", " điểm phần trăm", " điểm %", "phần"),
    *("tăng ", "giảm ", "bằng ", "Tăng ", " trên ", " trong ", "tổng số "),
    *(" hồ sơ", "ha", " rưỡi", " trở lên", " số hộ", "o\N{COMBINING GRAVE ACCENT}"),
)
TEXTS = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)

# Numbers of any style, most of them not Vietnamese.
_GROUPS = st.sampled_from(("0", "1", "5", "12", "471", "806", "007", "1806", "00", ""))
OTHER_STYLES = st.builds(
    lambda sign, first, separators, groups: (
        sign + first + "".join(map("".join, zip(separators, groups, strict=False)))
    ),
    st.sampled_from(("", "", "", "-", "\N{MINUS SIGN}", "+")),
    _GROUPS,
    st.lists(st.sampled_from(".,. "), max_size=3),
    st.lists(_GROUPS, min_size=3, max_size=3),
)
