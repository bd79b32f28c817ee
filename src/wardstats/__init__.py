"""Exact figures for the reports of Vietnamese wards and communes.

The names of `wardstats.figures`, in the order of the flow: rates and what else is computed,
how it is rounded and printed figures understood, how targets judge it, and how figures are
tied together. Vietnamese text is in `wardstats.vi`, errors are in `wardstats.errors`.
"""

from wardstats.figures.breakdowns import Breakdown, Shares
from wardstats.figures.changes import Growth, PointChange, Points, implied_previous
from wardstats.figures.intervals import Interval
from wardstats.figures.judgements import Judged
from wardstats.figures.rates import Percent, Rate, Ratio
from wardstats.figures.relations import (
    Bound,
    Change,
    Completes,
    PointGap,
    Presumed,
    Product,
    Relation,
    Same,
    Share,
    Sum,
)
from wardstats.figures.rounding import Form, Reach, Rounding, Stated, StatedKind
from wardstats.figures.sheets import Figure, Sheet
from wardstats.figures.targets import (
    AtLeast,
    AtMost,
    Attainment,
    Between,
    Completion,
    Exactly,
    LessThan,
    MoreThan,
    NotAssessed,
    Target,
    Verdict,
    Within,
    assess,
)
from wardstats.figures.values import FigureKind, Reason, Undefined

__all__ = [  # noqa: RUF022 - grouped in the order of the flow
    # what is computed
    "Rate",
    "Ratio",
    "Percent",
    "Breakdown",
    "Shares",
    "Growth",
    "PointChange",
    "Points",
    "Completion",
    "implied_previous",
    # what is printed
    "Rounding",
    "Stated",
    "StatedKind",
    "Form",
    "Reach",
    "Interval",
    # what is aimed at
    "Target",
    "AtLeast",
    "MoreThan",
    "AtMost",
    "LessThan",
    "Exactly",
    "Between",
    "Within",
    "assess",
    "Attainment",
    "Verdict",
    "NotAssessed",
    # what ties figures together
    "Relation",
    "Share",
    "Sum",
    "Change",
    "PointGap",
    "Product",
    "Completes",
    "Judged",
    "Same",
    "Bound",
    "Presumed",
    "Undefined",
    "Reason",
    "Figure",
    "FigureKind",
    "Sheet",
]
