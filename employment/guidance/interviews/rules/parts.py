"""The parts of a told experience."""

from enum import StrEnum


class Part(StrEnum):
    SITUATION = "S"
    TASK = "T"
    ACTION = "A"
    RESULT = "R"
    NONE = "none"


STORY = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT)
