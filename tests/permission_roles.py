"""People by name, and what an entry of the permission tables says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Names = frozenset[str]


def names(text: str) -> Names:
    return frozenset(text.split())


STUDENTS = names("student peer other_student")
RECRUITERS = names("recruiter other_recruiter")
COUNSELLORS = names("counsellor sister_counsellor other_counsellor")
OFFICES = names("office other_office dean other_dean")
PLATFORM = names("platform")
COUNSELLING = COUNSELLORS | names("office other_office")
OUTSIDERS = names("government social")
MANAGERS = OFFICES | PLATFORM
AUDITORS = names("dean other_dean platform")
STAFF = COUNSELLORS | MANAGERS
WITH_ROLE = STUDENTS | RECRUITERS | STAFF | OUTSIDERS
SIGNED_IN = WITH_ROLE | names("nobody")
EVERYONE = SIGNED_IN | names("anonymous")
NOBODY: Names = frozenset()

OWN_STUDENT = names("student")
OWN_STAFF = names("counsellor office dean platform")  # of the student
OWN_OFFICE = names("office dean platform")  # of the university that the posting is for
OWN_CAMPUS_STAFF = OWN_OFFICE | names("counsellor sister_counsellor")
OWN_RECRUITER = names("recruiter")
CREATORS = MANAGERS | RECRUITERS
EDITORS = OWN_OFFICE | OWN_RECRUITER
APPLICATION_READERS = STUDENTS | RECRUITERS | STAFF
AUDIENCE = names("student peer") | OWN_CAMPUS_STAFF | OWN_RECRUITER


@dataclass(frozen=True)
class Access:
    """``rows`` name the rows of the cast that fill the URL's arguments, ``data`` is sent along."""

    get: Names = NOBODY
    post: Names = NOBODY
    patch: Names = NOBODY
    delete: Names = NOBODY
    rows: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] | Callable[[Any], Mapping[str, Any]] = field(default_factory=dict)


def access(get: Names = NOBODY, post: Names = NOBODY, **options: Any) -> Access:
    """Other keywords: ``data``, ``patch``, ``delete``, and arguments of the URL as ``pk="posting"``
    (a row of the cast) or ``name="=skills"`` (the text itself)."""
    fixed = {key: options.pop(key) for key in ("data", "patch", "delete") if key in options}
    return Access(get, post, rows=options, **fixed)


def entries(read: Names, write: Names, section: str) -> Iterable[tuple[str, Access]]:
    """The API's two routes of a section of the profile."""
    yield f"api:students-api:{section}", access(read, read)
    yield (
        f"api:students-api:{section}-entry",
        access(write, patch=write, delete=write, pk=section),
    )
