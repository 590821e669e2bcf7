"""What several parts of one page rest on, read once."""

from functools import cached_property
from typing import Any

from employment.insights.selectors import demand, funnel, reach, supply
from employment.insights.selectors.scope import Scope


class Figures:
    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    @cached_property
    def posted(self) -> demand.Totals:
        return demand.totals(self.scope)

    @cached_property
    def ready(self) -> dict[str, int]:
        return supply.readiness(self.scope)

    @cached_property
    def part_shares(self) -> dict[str, float | None]:
        return supply.part_shares(self.scope)

    @cached_property
    def majors(self) -> list[dict[str, Any]]:
        return reach.major_balance(self.scope)

    @cached_property
    def exposure(self) -> dict[int, int]:
        return reach.exposure(self.scope)

    @cached_property
    def stages(self) -> dict[str, int]:
        return funnel.stage_counts(self.scope)
