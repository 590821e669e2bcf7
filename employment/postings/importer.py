"""Postings from other sites' tables: every format of pay, place, degree and date is read."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from employment.imports.enums import ImportTarget, IssueSeverity
from employment.imports.importers import (
    ImportContext,
    Issue,
    ReadRow,
    RowState,
)
from employment.postings.enums import CompanySize, Ownership, PostingState
from employment.postings.extraction import FieldHints
from employment.postings.import_columns import FIELDS, MESSAGES
from employment.postings.industries import industry_code
from employment.postings.models import Posting
from employment.postings.services.employers import complete_employers, ensure_employers
from employment.postings.services.fields import NO_HINTS, NewPosting, PostingFields
from employment.postings.services.writing import add_postings
from employment.students.enums import JobType
from employment.taxonomy import selectors
from employment.taxonomy.selectors.rows import kept_per_process
from matching.extraction.bait import bait_signs
from matching.normalise.company import Ownership as ReadOwnership
from matching.normalise.company import read_company_size, read_company_type
from matching.normalise.dates import read_date
from matching.normalise.degree import read_degree
from matching.normalise.experience import read_experience
from matching.normalise.kind import EmploymentKind, read_kind
from matching.normalise.pay import Pay, PayDoubt, read_pay
from matching.normalise.pay import PayUnit as ReadUnit
from matching.normalise.reading import Unread, fold
from matching.normalise.region import RegionIndex, read_regions
from matching.normalise.text import clean_text

UNNAMED_EMPLOYER = "未注明用人单位"
LIMITS = {"title": 120, "description": 12_000, "salary": 60, "city": 200, "tags": 400}
KINDS = {
    EmploymentKind.INTERNSHIP: JobType.INTERNSHIP,
    EmploymentKind.PART_TIME: JobType.PART_TIME,
}
UNITS = {ReadUnit.WEEK: "month"}
OWNERSHIPS: Mapping[ReadOwnership, str] = {
    ReadOwnership.STATE: Ownership.STATE,
    ReadOwnership.PRIVATE: Ownership.PRIVATE,
    ReadOwnership.FOREIGN: Ownership.FOREIGN,
    ReadOwnership.JOINT_VENTURE: Ownership.JOINT,
    ReadOwnership.GOVERNMENT: Ownership.PUBLIC,
    ReadOwnership.INSTITUTION: Ownership.PUBLIC,
    ReadOwnership.NON_PROFIT: Ownership.OTHER,
}
# Band by its largest staff; the last is open.
SIZES = (
    (19, CompanySize.TINY),
    (99, CompanySize.SMALL),
    (499, CompanySize.MEDIUM),
    (999, CompanySize.LARGE),
    (9999, CompanySize.HUGE),
)
EMPTY = (None, Unread.EMPTY)


@dataclass(frozen=True, slots=True)
class PostingRecord:
    company: str
    fields: PostingFields
    size: str = ""
    ownership: str = ""
    hints: FieldHints = NO_HINTS


class PostingImporter:
    target = ImportTarget.POSTINGS
    fields = FIELDS
    messages = MESSAGES

    def read(self, number: int, values: Mapping[str, str], context: ImportContext) -> ReadRow:
        issues: list[Issue] = []
        texts = {name: clean_text(values.get(name, "")).value for name in ("title", "description")}
        for name, text in texts.items():
            if not text:
                issues.append(Issue(name, values.get(name, ""), "missing", IssueSeverity.REJECTED))
            elif len(text) > LIMITS[name]:
                issues.append(Issue(name, text[:80], "too_long", IssueSeverity.REJECTED))
        if issues:
            return ReadRow(number, None, tuple(issues))
        record = self._record(values, texts, context, issues)
        if state_of(record, draft=bool(context.options.get("draft"))) == PostingState.REVIEW:
            issues.append(Issue("title", record.fields["title"], "held"))
        return ReadRow(number, record, tuple(issues))

    def write(self, records: Sequence[PostingRecord], context: ImportContext) -> list[RowState]:
        known = known_keys(records, context)
        states, fresh = [], []
        for record in records:
            keys = keys_of(record.fields)
            states.append(RowState.DUPLICATE if known & keys else RowState.IMPORTED)
            if not known & keys:
                fresh.append(record)
            known |= keys
        now = timezone.now()
        employers = ensure_employers(names=(record.company for record in fresh), now=now)
        complete_employers(
            employers=employers.values(),
            details={
                record.company: {
                    "size": record.size,
                    "ownership": record.ownership,
                    "industry_id": record.fields["industry_id"],
                }
                for record in fresh
                if record.company != UNNAMED_EMPLOYER
            },
        )
        rows = [
            NewPosting(
                employer_id=employers[record.company].pk,
                employer_name=record.company,
                fields=record.fields,
                audience_id=context.organisation_id,
                state=state_of(record, draft=bool(context.options.get("draft"))),
                hints=record.hints,
            )
            for record in fresh
        ]
        add_postings(rows=rows, actor_id=context.actor_id, now=now)
        return states

    def _record(
        self,
        values: Mapping[str, str],
        texts: Mapping[str, str],
        context: ImportContext,
        issues: list[Issue],
    ) -> PostingRecord:
        pay = self._pay(values.get("salary", ""), issues)
        experience = read_experience(values.get("experience", ""))
        note(issues, "experience", values, experience.reason)
        degree = read_degree(values.get("degree", ""))
        note(issues, "degree", values, degree.reason)
        kind = read_kind(
            title=texts["title"], pay=pay, experience=experience, text=texts["description"]
        )
        size = read_company_size(values.get("company_size", ""))
        ownership = read_company_type(values.get("company_type") or values.get("company_size", ""))
        fields: PostingFields = {
            "title": texts["title"],
            "description": texts["description"],
            **pay_fields(pay),
            "kind": KINDS.get(kind.value, JobType.FULL_TIME),
            "degree_floor": None,  # both are read from the text with the source's columns as hints
            "experience_min": None,
            "industry_id": industry_code(values.get("industry", "")),
            "region_codes": self._regions(values.get("city", ""), issues),
            "region_text": values.get("city", "")[: LIMITS["city"]],
            "seats": self._seats(values.get("seats", ""), issues),
            "deadline": self._date("deadline", values, context, issues),
            "posted_on": self._date("posted", values, context, issues),
            "tags": values.get("tags", "")[: LIMITS["tags"]],
            "source": str(context.options.get("source", ""))[:60],
            "source_id": values.get("source_id", "")[:80],
        }
        company = fold_name(values.get("company", ""))
        if not company:
            issues.append(Issue("company", "", "no_employer"))
        fields["fingerprint"] = fingerprint(company, fields)
        return PostingRecord(
            company=company or UNNAMED_EMPLOYER,
            fields=fields,
            hints=FieldHints(values.get("degree", ""), values.get("experience", "")),
            size=size_band(size.minimum, size.maximum),
            ownership=OWNERSHIPS.get(ownership.ownership, "") if ownership.ownership else "",
        )

    def _pay(self, text: str, issues: list[Issue]) -> Pay:
        pay = read_pay(text)
        if pay.reason not in EMPTY:
            issues.append(Issue("salary", text, "pay"))
        elif PayDoubt.SWAPPED in pay.doubts:
            issues.append(Issue("salary", text, "pay_swapped"))
        elif {PayDoubt.LOW, PayDoubt.HIGH, PayDoubt.WIDE} & set(pay.doubts):
            issues.append(Issue("salary", text, "pay_doubt"))
        return pay

    def _regions(self, text: str, issues: list[Issue]) -> Sequence[str]:
        reading = read_regions(text, reading_index())
        if reading.reason not in EMPTY or reading.unresolved:
            issues.append(Issue("city", text, "city"))
        return reading.codes

    def _seats(self, text: str, issues: list[Issue]) -> int | None:
        plain = fold(text).strip().removesuffix("人").removesuffix("名")
        if not plain or plain in ("若干", "不限"):
            return None
        if plain.isdecimal() and 1 <= int(plain) <= 100_000:
            return int(plain)
        issues.append(Issue("seats", text, "seats"))
        return None

    def _date(
        self, name: str, values: Mapping[str, str], context: ImportContext, issues: list[Issue]
    ) -> dt.date | None:
        reading = read_date(values.get(name, ""), today=context.today)
        if reading.reason not in EMPTY:
            issues.append(Issue(name, values[name], "date"))
        return reading.value


def state_of(record: PostingRecord, *, draft: bool) -> PostingState:
    """What looks like bait waits for a person; the rest is open at once."""
    if draft:
        return PostingState.DRAFT
    signs = bait_signs(record.fields["title"], record.fields["description"])
    return PostingState.REVIEW if signs else PostingState.PUBLISHED


@kept_per_process
def reading_index() -> RegionIndex:
    return RegionIndex.from_rows(selectors.region_rows())


def note(issues: list[Issue], name: str, values: Mapping[str, str], reason: Unread | None) -> None:
    if reason not in EMPTY:
        issues.append(Issue(name, values.get(name, ""), name))


def pay_fields(pay: Pay) -> PostingFields:
    return {
        "pay_min": pay.minimum,
        "pay_max": pay.maximum,
        "pay_unit": UNITS.get(pay.unit, str(pay.unit)) if pay.unit else "",
        "pay_months": round(pay.months_per_year) if pay.months_per_year != 12 else None,
        "pay_text": pay.original[: LIMITS["salary"]],
        "pay_negotiable": pay.negotiable,
    }


def fold_name(text: str) -> str:
    """A company's name with half-width letters and brackets unified, so that it is one company."""
    return clean_text(text).value.replace("(", "（").replace(")", "）").strip()[:120]


def fingerprint(company: str, fields: PostingFields) -> str:
    """Equal for the same posting copied with other white space or punctuation width."""
    parts = (company, fields["title"], fields["region_text"], fields["description"])
    plain = "\0".join("".join(fold(part).split()) for part in parts)
    return hashlib.sha256(plain.encode()).hexdigest()


def keys_of(fields: PostingFields) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = {("print", fields["fingerprint"])}
    if fields["source_id"]:
        keys.add(("source", fields["source"], fields["source_id"]))
    return keys


def known_keys(records: Sequence[PostingRecord], context: ImportContext) -> set[tuple[str, ...]]:
    rows = Posting.objects.filter(audience_id=context.organisation_id)
    prints = rows.filter(fingerprint__in=[r.fields["fingerprint"] for r in records])
    sources = rows.filter(
        source__in={r.fields["source"] for r in records},
        source_id__in=[r.fields["source_id"] for r in records if r.fields["source_id"]],
    )
    return {("print", value) for value in prints.values_list("fingerprint", flat=True)} | {
        ("source", *pair) for pair in sources.values_list("source", "source_id")
    }


def size_band(minimum: int | None, maximum: int | None) -> str:
    """The band that holds the stated staff, by its lower end as sites cut bands differently."""
    if minimum is None and maximum is None:
        return ""
    staff = minimum if minimum is not None else maximum or 0
    return next((band for most, band in SIZES if staff <= most), CompanySize.GIANT)
