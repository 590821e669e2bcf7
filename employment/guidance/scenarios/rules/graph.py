"""A scenario as a graph without loops: scenes, choices with consequences, endings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import get_language

from employment.guidance.scenarios.enums import Competency, NodeKind, Quality, Topic

MAX_SCORE = 3
MIN_REASONS = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages; ``str`` gives the reader's."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if (get_language() or "").startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Choice:
    """``scores`` between 0 and ``MAX_SCORE``, only for the competencies that are at stake."""

    code: str
    text: Text
    why: Text
    to: str
    scores: Mapping[Competency, int]

    @property
    def total(self) -> int:
        return sum(self.scores.values())


@dataclass(frozen=True, slots=True)
class Point:
    """Something a good answer says; any of ``words`` (either language) shows it."""

    text: Text
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    code: str
    kind: NodeKind
    scene: Text
    choices: tuple[Choice, ...] = ()
    points: tuple[Point, ...] = ()
    model: Text | None = None
    to: str = ""
    quality: Quality | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(choice.to for choice in self.choices) + ((self.to,) if self.to else ())

    def choice(self, code: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.code == code), None)


@dataclass(frozen=True, slots=True)
class Scenario:
    """``keyed_by`` names what the scores rest on; ``nodes`` in the order of the file."""

    code: str
    topic: Topic
    minutes: int
    title: Text
    intro: Text
    keyed_by: tuple[Text, ...]
    start: str
    nodes: Mapping[str, Node]

    @property
    def competencies(self) -> list[Competency]:
        found = {key for node in self.nodes.values() for c in node.choices for key in c.scores}
        return [key for key in Competency if key in found]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """From a file's mapping; raises ``KeyError`` or ``ValueError`` for another shape."""
        nodes = [_node(code, row) for code, row in data["nodes"].items()]
        return cls(
            code=data["code"],
            topic=Topic(data["topic"]),
            minutes=int(data["minutes"]),
            title=Text(**data["title"]),
            intro=Text(**data["intro"]),
            keyed_by=tuple(Text(**row) for row in data["keyed_by"]),
            start=nodes[0].code,
            nodes={node.code: node for node in nodes},
        )


def _node(code: str, row: Mapping[str, Any]) -> Node:
    kind = NodeKind.END if "end" in row else NodeKind.WRITE if "points" in row else NodeKind.CHOICE
    return Node(
        code=str(code),
        kind=kind,
        scene=Text(**row["scene"]),
        choices=tuple(_choice(str(key), one) for key, one in row.get("choices", {}).items()),
        points=tuple(
            Point(Text(zh=one["zh"], en=one["en"]), tuple(one["words"]))
            for one in row.get("points", ())
        ),
        model=Text(**row["model"]) if "model" in row else None,
        to=str(row.get("to", "")),
        quality=Quality(row["end"]) if "end" in row else None,
    )


def _choice(code: str, row: Mapping[str, Any]) -> Choice:
    return Choice(
        code=code,
        text=Text(zh=row["zh"], en=row["en"]),
        why=Text(zh=row["why_zh"], en=row["why_en"]),
        to=str(row["to"]),
        scores={Competency(key): int(value) for key, value in row["scores"].items()},
    )


def problems(scenario: Scenario) -> list[str]:
    """What is wrong with the graph, in words for its author; empty when it can be played."""
    return [
        *_broken_targets(scenario),
        *_unreachable(scenario),
        *_loops(scenario),
        *_poor_nodes(scenario),
        *_blank_texts(scenario),
        *_missing_parts(scenario),
    ]


def _broken_targets(scenario: Scenario) -> Iterator[str]:
    for node in scenario.nodes.values():
        yield from (
            f"{node.code} leads to {to}, which does not exist"
            for to in node.targets
            if to not in scenario.nodes
        )
        if node.kind is not NodeKind.END and not node.targets:
            yield f"{node.code} is a dead end"
        if node.kind is NodeKind.END and node.targets:
            yield f"{node.code} is an ending that goes on"


def reachable(scenario: Scenario) -> set[str]:
    seen: set[str] = set()
    waiting = [scenario.start]
    while waiting:
        code = waiting.pop()
        if code not in seen and code in scenario.nodes:
            seen.add(code)
            waiting += scenario.nodes[code].targets
    return seen


def _unreachable(scenario: Scenario) -> Iterator[str]:
    for code in sorted(set(scenario.nodes) - reachable(scenario)):
        yield f"{code} cannot be reached"


def _loops(scenario: Scenario) -> Iterator[str]:
    """Without loops every way ends, because no node but an ending is without a way on."""
    done: set[str] = set()

    def visit(code: str, above: tuple[str, ...]) -> Iterator[str]:
        if code in above:
            yield f"{code} leads back to itself"
        elif code in scenario.nodes and code not in done:
            for to in scenario.nodes[code].targets:
                yield from visit(to, (*above, code))
            done.add(code)

    yield from visit(scenario.start, ())


def _poor_nodes(scenario: Scenario) -> Iterator[str]:
    for node in scenario.nodes.values():
        if node.kind is NodeKind.CHOICE and len(node.choices) < 2:
            yield f"{node.code} leaves no choice"
        if node.kind is NodeKind.WRITE and (node.model is None or not node.to):
            yield f"{node.code} lacks a model answer or a way on"
        for choice in node.choices:
            if not choice.scores:
                yield f"{node.code}.{choice.code} shows no competency"
            if any(not 0 <= value <= MAX_SCORE for value in choice.scores.values()):
                yield f"{node.code}.{choice.code} has a score out of range"


def _blank_texts(scenario: Scenario) -> Iterator[str]:
    for where, text in texts(scenario):
        if not text.zh.strip() or not text.en.strip():
            yield f"{where} lacks a language"


def texts(scenario: Scenario) -> Iterator[tuple[str, Text]]:
    yield from (("title", scenario.title), ("intro", scenario.intro))
    yield from ((f"keyed_by {at}", text) for at, text in enumerate(scenario.keyed_by, start=1))
    for node in scenario.nodes.values():
        yield node.code, node.scene
        yield from ((f"{node.code} point", point.text) for point in node.points)
        yield from [(f"{node.code} model", node.model)] if node.model else []
        for choice in node.choices:
            yield f"{node.code}.{choice.code}", choice.text
            yield f"{node.code}.{choice.code} why", choice.why


def _missing_parts(scenario: Scenario) -> Iterator[str]:
    kinds = [node.kind for node in scenario.nodes.values()]
    if NodeKind.WRITE not in kinds:
        yield "nowhere to say it in own words"
    if len({node.quality for node in scenario.nodes.values() if node.quality}) < 2:
        yield "all endings are alike"
    if len(scenario.keyed_by) < MIN_REASONS:
        yield "the key rests on too few reasons"
