"""Why a posting waits for a person: the signs of bait in its text, in the reviewer's language."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.postings.enums import PostingState
from employment.postings.models import Posting
from matching.extraction.bait import Sign, bait_signs
from matching.extraction.bait_clues import BaitKind, Clue

# The states from which a person decides whether students see the posting.
UNDECIDED = frozenset({PostingState.DRAFT, PostingState.REVIEW})
KINDS: dict[BaitKind, str | Promise] = {
    BaitKind.COURSE: _("Looks like a course on sale"),
    BaitKind.TRAINING: _("Looks like a training company looking for pupils"),
    BaitKind.TRADING: _("Looks like a trading seat sold as a job"),
    BaitKind.SALES: _("Looks like selling under another name"),
}
CLUES: dict[Clue, str | Promise] = {
    Clue.COURSE_TITLE: _("the title offers a course"),
    Clue.COURSE_TERMS: _("describes a course"),
    Clue.TUITION: _("speaks of fees"),
    Clue.STOCK_WELFARE: _("a known template, word for word"),
    Clue.INTEREST_SUFFICES: _("interest is enough"),
    Clue.NO_EXPERIENCE: _("no experience needed"),
    Clue.NO_BASIS: _("no basics needed"),
    Clue.CAREER_CHANGE: _("for people who change trade"),
    Clue.ANY_MAJOR: _("any major"),
    Clue.HOUSING: _("a place to live"),
    Clue.TRAVEL: _("travel as a reward"),
    Clue.AGE_CAP: _("young people only"),
    Clue.GUIDED: _("led by the hand at first"),
    Clue.FAST_RISE: _("a rise every few months"),
    Clue.FIELD_WISH: _("a wish for the trade instead of skills"),
    Clue.LITTLE_ASKED: _("hardly anything asked"),
    Clue.STOCK_PHRASE: _("phrases of a template"),
    Clue.NO_DUTIES: _("says nothing about the work"),
    Clue.COMPANY_ACCOUNT: _("trades on the company's account"),
    Clue.MOCK_TRADING: _("mock trading as a test"),
    Clue.STEADY_PROFIT: _("has to make a profit on the account"),
    Clue.PROFIT_SHARE: _("a share of the profit"),
    Clue.TRADER: _("a trader's seat"),
    Clue.NO_RISK: _("no risk of one's own"),
    Clue.NO_CONDITIONS: _("neither degree nor experience counts"),
    Clue.FREE_HOURS: _("free hours"),
    Clue.NO_CEILING: _("earnings without a ceiling"),
    Clue.MARKET_TALK: _("talks about the market's moves"),
    Clue.SALES_LADDER: _("a career that begins in sales"),
    Clue.FREE_TRAINING: pgettext_lazy("sign of bait", "training first"),
}


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One kind of bait and its signs as (what it is, the text's words)."""

    label: str
    signs: tuple[tuple[str, str], ...]


def suspicions(posting: Posting) -> list[Suspicion]:
    """What a reviewer should know before deciding; nothing once the posting is decided upon."""
    if posting.state not in UNDECIDED:
        return []
    signs = bait_signs(posting.title, posting.description)
    return [
        Suspicion(str(KINDS[kind]), tuple(map(_named, same)))
        for kind, same in groupby(signs, key=lambda sign: sign.kind)
    ]


def _named(sign: Sign) -> tuple[str, str]:
    return str(CLUES[sign.clue]), sign.words
