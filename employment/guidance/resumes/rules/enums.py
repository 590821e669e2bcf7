"""The names of the rules' results; stored in judgement snapshots, so they never change."""

from enum import StrEnum


class Part(StrEnum):
    CONTENT = "content"
    STRUCTURE = "structure"
    FORMAT = "format"


class Severity(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


POINTS = {Part.CONTENT: 50, Part.STRUCTURE: 30, Part.FORMAT: 20}
