"""What others read: targets, gaps, the market; all of it computed before, nothing scanned."""

from employment.guidance.pathways.selectors.gaps import Gap, GapAction, gaps
from employment.guidance.pathways.selectors.markets import Market, PlaceMarket, market
from employment.guidance.pathways.selectors.targets import Target, targets

__all__ = ["Gap", "GapAction", "Market", "PlaceMarket", "Target", "gaps", "market", "targets"]
