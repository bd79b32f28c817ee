"""What a ward counts; a ward here is any commune-level unit (phường, xã, đặc khu)."""

from wardstats.ward.calendars import Projected, Projection, WorkingCalendar
from wardstats.ward.caseflow import CaseFlow
from wardstats.ward.comparison import compare
from wardstats.ward.criteria import CriteriaSection, CriteriaSet
from wardstats.ward.dossier_flows import DossierFlow
from wardstats.ward.dossiers import (
    Channel,
    Competence,
    Dossier,
    DossierStatus,
    EarlyBoundary,
    OnlineLevel,
    due_in_period,
)
from wardstats.ward.households import CulturalFamilies, Household, HouseholdCounts
from wardstats.ward.indicator_targets import IndicatorTarget, Judges
from wardstats.ward.indicators import Indicator
from wardstats.ward.law import Dated, in_force
from wardstats.ward.localities import Locality, LocalityKind
from wardstats.ward.neighbourhoods import (
    Neighbourhood,
    NeighbourhoodClass,
    NeighbourhoodCounts,
    NeighbourhoodKind,
)
from wardstats.ward.periods import Period
from wardstats.ward.poverty_lines import (
    POVERTY_LINES,
    Area,
    PovertyClass,
    PovertyLine,
    poverty_class,
)
from wardstats.ward.poverty_movement import PovertyMovement
from wardstats.ward.procedures import (
    ProcedureCode,
    ProcedureCoverage,
    ProcedureReview,
    Simplification,
)
from wardstats.ward.ratings import (
    TOP_RATING_CAPS,
    QualityRating,
    TopRatingChecks,
    check_top_ratings,
)
from wardstats.ward.reception import CitizensReceived, Reception
from wardstats.ward.registers import Feedback, FeedbackKind, LetterKind, Letters
from wardstats.ward.report import PooledReport, Section, WardReport
from wardstats.ward.size_bands import SizeBand, possible_total
from wardstats.ward.staff import CivilServant, PoliticalTheory, Qualification, Staff, StaffGroup
from wardstats.ward.training import Trainee, Training, TrainingTotals
from wardstats.ward.votes import VOTE_THRESHOLDS, Ballots, Vote, VoteBase, VoteMatter, VoteThreshold

__all__ = [  # noqa: RUF022 - grouped by what is counted
    # law and time
    "Dated",
    "in_force",
    "Period",
    "WorkingCalendar",
    "Projection",
    "Projected",
    # flows of cases
    "CaseFlow",
    "Dossier",
    "DossierStatus",
    "Channel",
    "OnlineLevel",
    "Competence",
    "EarlyBoundary",
    "due_in_period",
    "DossierFlow",
    "ProcedureCode",
    "ProcedureCoverage",
    "ProcedureReview",
    "Simplification",
    # reception
    "CitizensReceived",
    "Reception",
    "Letters",
    "LetterKind",
    "Feedback",
    "FeedbackKind",
    # people
    "CivilServant",
    "Staff",
    "StaffGroup",
    "Qualification",
    "PoliticalTheory",
    "QualityRating",
    "TopRatingChecks",
    "TOP_RATING_CAPS",
    "check_top_ratings",
    "Trainee",
    "Training",
    "TrainingTotals",
    "Household",
    "HouseholdCounts",
    "CulturalFamilies",
    "Area",
    "PovertyClass",
    "PovertyLine",
    "POVERTY_LINES",
    "poverty_class",
    "PovertyMovement",
    # neighbourhoods
    "Neighbourhood",
    "NeighbourhoodCounts",
    "NeighbourhoodKind",
    "NeighbourhoodClass",
    "SizeBand",
    "possible_total",
    "Ballots",
    "Vote",
    "VoteBase",
    "VoteMatter",
    "VoteThreshold",
    "VOTE_THRESHOLDS",
    # indicators
    "Indicator",
    "IndicatorTarget",
    "Judges",
    "CriteriaSet",
    "CriteriaSection",
    # the report
    "Locality",
    "LocalityKind",
    "WardReport",
    "Section",
    "PooledReport",
    "compare",
]
