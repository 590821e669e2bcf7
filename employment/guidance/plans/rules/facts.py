"""What advice looks at. ``None`` is unknown, never zero."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one student on one day. Days and counts; pay is monthly; shares are 0–1.

    ``months_left`` until graduation; ``year`` of study and ``length`` of the programme.
    ``matches`` counts the list, ``short`` those one step short, ``top`` the best ones looked at.
    ``crowded`` of ``known_demand`` top matches are wanted more than twice as much as a mean seat.
    """

    today: dt.date
    months_left: int | None = None
    year: int | None = None
    length: int | None = None
    profile_days: int = 0
    titles: int | None = None
    regions: int | None = None
    regions_hard: bool = False
    pay_floor: int | None = None
    further_study: str = ""
    market_p75: int | None = None
    market_n: int = 0
    agreed: bool = False
    matches: int | None = None
    short: int = 0
    top: int = 0
    missing_certificate: str = ""
    missing_certificate_n: int = 0
    language_asked: int = 0
    languages: int = 0
    crowded: int = 0
    known_demand: int = 0
    closing: int = 0
    closing_days: int = 0
    closing_posting: int | None = None
    skills: int = 0
    proven: int = 0
    internships: int = 0
    sent: int = 0
    sent_recently: int = 0
    plain: int = 0
    unanswered: int = 0
    answered: int = 0
    interviews: int = 0
    offers: int = 0
    offers_ever: int = 0
    offer_days: int = 0
    offer_application: int | None = None
    gap_skill: str = ""
    gap_share: float | None = None
    gap_n: int = 0
