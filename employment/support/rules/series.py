"""From "Tuesdays 14:00–17:00, 30 minutes each, until Christmas" to single spans."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

MAX_SPANS = 300


@dataclass(frozen=True, slots=True)
class Span:
    starts_at: dt.datetime
    ends_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Series:
    """One day or the same weekday of every week to ``until``, cut into pieces with breaks."""

    day: dt.date
    begin: dt.time
    end: dt.time
    minutes: int
    pause: int = 0
    until: dt.date | None = None

    def days(self) -> Iterator[dt.date]:
        day, last = self.day, self.until or self.day
        while day <= last:
            yield day
            day += dt.timedelta(weeks=1)

    def spans(self, zone: dt.tzinfo) -> list[Span]:
        """In order. A piece that would pass the end is left out; the limit cuts the rest."""
        found = [span for day in self.days() for span in self._of_day(day, zone)]
        return found[:MAX_SPANS]

    def _of_day(self, day: dt.date, zone: dt.tzinfo) -> Iterator[Span]:
        start = dt.datetime.combine(day, self.begin, zone)
        end = dt.datetime.combine(day, self.end, zone)
        length, step = (dt.timedelta(minutes=n) for n in (self.minutes, self.minutes + self.pause))
        while start + length <= end:
            yield Span(start, start + length)
            start += step
