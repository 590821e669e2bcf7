"""What changed from one version of a report to the next."""

from collections.abc import Mapping
from dataclasses import dataclass

from employment.guidance.reports.enums import Section
from employment.guidance.reports.rules.content import Claim, Content

NOTABLE = 0.05  # of a gap's size


@dataclass(frozen=True, slots=True)
class FitChange:
    claim: Claim
    before: int
    after: int

    @property
    def difference(self) -> int:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """``closed`` gaps were there before; ``smaller`` and ``larger`` pair a gap with its size
    before. Fits are compared for targets that both versions name. A version
    of a nearly empty profile names few gaps, so none counts as opened after it."""

    new_strengths: tuple[Claim, ...]
    lost_strengths: tuple[Claim, ...]
    closed: tuple[Claim, ...]
    opened: tuple[Claim, ...]
    resized: tuple[tuple[Claim, float], ...]
    fits: tuple[FitChange, ...]

    @property
    def is_empty(self) -> bool:
        rows = (self.new_strengths, self.lost_strengths, self.closed, self.opened, self.resized)
        return not any(rows) and not any(one.difference for one in self.fits)


def compare(before: Content, after: Content) -> Comparison:
    old, new = _keyed(before, Section.STRENGTHS), _keyed(after, Section.STRENGTHS)
    gaps_old, gaps_new = _keyed(before, Section.GAPS), _keyed(after, Section.GAPS)
    fits_old, fits_new = _keyed(before, Section.TARGETS), _keyed(after, Section.TARGETS)
    return Comparison(
        new_strengths=_only(new, old),
        lost_strengths=_only(old, new),
        closed=_only(gaps_old, gaps_new),
        opened=() if before.find("who:short") else _only(gaps_new, gaps_old),
        resized=tuple(
            (claim, gaps_old[key].values["size"])
            for key, claim in gaps_new.items()
            if key in gaps_old and _moved(claim, gaps_old[key])
        ),
        fits=tuple(
            FitChange(claim, fits_old[key].values["total"], claim.values["total"])
            for key, claim in fits_new.items()
            if key in fits_old
        ),
    )


def _moved(claim: Claim, before: Claim) -> bool:
    return abs(float(claim.values["size"]) - float(before.values["size"])) >= NOTABLE


def _keyed(content: Content, section: Section) -> Mapping[str, Claim]:
    return {claim.key: claim for claim in content.claims(section)}


def _only(here: Mapping[str, Claim], there: Mapping[str, Claim]) -> tuple[Claim, ...]:
    return tuple(claim for key, claim in here.items() if key not in there)
