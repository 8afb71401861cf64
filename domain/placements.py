"""Placements: what kind of job it is, where it stands, and how it ended."""

from enum import StrEnum


class PlacementType(StrEnum):
    """The kinds of placement in Danish employment law, in the order of the staircase: from the
    first step at a workplace to an ordinary job."""

    SHELTERED = "sheltered"  # beskyttet beskæftigelse, serviceloven § 103
    INTERNSHIP = "internship"  # virksomhedspraktik
    WAGE_SUBSIDY = "wage-subsidy"  # løntilskud
    FLEXJOB = "flexjob"  # fleksjob
    PART_TIME = "part-time"  # ordinary job, part time
    FULL_TIME = "full-time"  # ordinary job


class PlacementStatus(StrEnum):
    """Where a placement stands."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class PlacementOutcome(StrEnum):
    """How a placement ended."""

    CONTINUES = "continues"
    ELSEWHERE = "elsewhere"
    EDUCATION = "education"
    STOPPED = "stopped"
