"""Lists of postings as files."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.http import HttpResponse
from django.utils.translation import gettext as _

from employment.common.spreadsheets import safe_cell, xlsx_response
from employment.postings.models import Posting
from employment.postings.models.querysets import PostingQuerySet

CHUNK = 1000


def posting_table(postings: PostingQuerySet, *, format: str, name: str) -> HttpResponse:
    """All rows of the list: csv (with a byte order mark, for Excel), else xlsx."""
    rows = _rows(postings)
    if format == "csv":
        return csv_response(rows, name=f"postings-{name}")
    return xlsx_response(rows, name=f"postings-{name}")


def csv_response(rows: Iterable[list[object]], *, name: str) -> HttpResponse:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([safe_cell(cell) for cell in row] for row in rows)
    response = HttpResponse(buffer.getvalue().encode("utf-8-sig"), content_type="text/csv")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _rows(postings: PostingQuerySet) -> Iterator[list[object]]:
    yield _head()
    for posting in postings.iterator(chunk_size=CHUNK):
        yield _row(posting)


def _head() -> list[object]:
    return [
        _("Number"),
        _("Title"),
        _("Employer"),
        _("State"),
        _("Kind of work"),
        _("Places of work"),
        _("Monthly pay from"),
        _("Monthly pay to"),
        _("Lowest degree"),
        _("Years of experience"),
        _("Seats"),
        _("Deadline"),
        _("Occupation"),
        _("Source"),
        _("In this state since"),
        _("Description"),
    ]


def _row(posting: Posting) -> list[object]:
    occupation = posting.occupation
    return [
        posting.pk,
        posting.title,
        posting.employer.organisation.name,
        str(posting.get_state_display()),
        str(posting.get_kind_display()),
        "、".join(region.name for region in posting.regions.all()) or posting.region_text,
        posting.pay_min,
        posting.pay_max,
        str(posting.get_degree_floor_display() or ""),
        posting.experience_min,
        posting.seats,
        posting.deadline,
        occupation.name if occupation else "",
        posting.source,
        posting.state_since.isoformat(timespec="minutes"),
        posting.description,
    ]
