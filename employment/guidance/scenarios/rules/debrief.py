"""What the choices of one run show, and how own words compare with a model answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from employment.guidance.scenarios.enums import Competency, NodeKind
from employment.guidance.scenarios.rules.graph import Choice, Node, Point, Scenario


@dataclass(frozen=True, slots=True)
class Taken:
    """One step of a run: ``choice`` at a choice node, ``words`` at a writing node."""

    node: str
    choice: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """``earned`` of the ``possible`` points at the nodes that were visited."""

    competency: Competency
    earned: int
    possible: int

    @property
    def share(self) -> float:
        return self.earned / self.possible

    @property
    def percent(self) -> int:
        return round(100 * self.share)


@dataclass(frozen=True, slots=True)
class Remark:
    """A choice that was made, and the best one at the same place when it is another."""

    node: Node
    chosen: Choice
    best: Choice | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Own words beside the model answer: which of its points they make."""

    node: Node
    words: str
    made: tuple[Point, ...]
    missed: tuple[Point, ...]


def competencies_shown(scenario: Scenario, taken: Sequence[Taken]) -> list[Shown]:
    """Per competency, only where something was at stake on the way taken."""
    earned = dict.fromkeys(Competency, 0)
    possible = dict.fromkeys(Competency, 0)
    for remark in remarks(scenario, taken):
        for key in Competency:
            best = max((c.scores.get(key, 0) for c in remark.node.choices), default=0)
            possible[key] += best
            earned[key] += min(remark.chosen.scores.get(key, 0), best)
    return [Shown(key, earned[key], possible[key]) for key in Competency if possible[key]]


def remarks(scenario: Scenario, taken: Sequence[Taken]) -> list[Remark]:
    found = []
    for step in taken:
        node = scenario.nodes[step.node]
        chosen = node.choice(step.choice)
        if chosen:
            best = max(node.choices, key=lambda choice: choice.total)
            found.append(Remark(node, chosen, best if best.total > chosen.total else None))
    return found


def compare_words(node: Node, words: str) -> Compared:
    """A point counts as made when any of its words stands in the text, in any case."""
    folded = words.casefold()
    made = tuple(p for p in node.points if any(w.casefold() in folded for w in p.words))
    missed = tuple(p for p in node.points if p not in made)
    return Compared(node, words, made, missed)


def compared_words(scenario: Scenario, taken: Sequence[Taken]) -> list[Compared]:
    nodes = ((scenario.nodes[step.node], step.words) for step in taken)
    return [compare_words(node, words) for node, words in nodes if node.kind is NodeKind.WRITE]


def best_way(scenario: Scenario) -> list[tuple[Node, Choice | None]]:
    """The way with the highest mean score a choice; among equals the first in the file.

    The mean, because a longer way is not a better one.
    """

    @cache
    def ways(code: str) -> tuple[tuple[tuple[str, str], ...], ...]:
        node = scenario.nodes[code]
        if node.kind is NodeKind.END:
            return (((code, ""),),)
        steps = [(c.code, c.to) for c in node.choices] or [("", node.to)]
        return tuple(((code, choice), *rest) for choice, to in steps for rest in ways(to))

    def mean(way: tuple[tuple[str, str], ...]) -> float:
        chosen = [scenario.nodes[code].choice(choice) for code, choice in way]
        totals = [choice.total for choice in chosen if choice]
        return sum(totals) / len(totals)

    best = max(ways(scenario.start), key=mean)
    return [(scenario.nodes[code], scenario.nodes[code].choice(choice)) for code, choice in best]
