"""What the administration calls the fields whose model names them by their attribute alone.

Set on the fields once the apps are ready, so that lists, filters and forms show the same words; a
model's own ``verbose_name`` wins, and migrations do not see these.
"""

from typing import Any

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

PROJECT = "employment."
NAMES: dict[str, Promise] = {
    "action": pgettext_lazy("field", "Action"),
    "actor": pgettext_lazy("field", "Done by"),
    "aliases": pgettext_lazy("field", "Other names"),
    "application": pgettext_lazy("field", "Application"),
    "at": pgettext_lazy("field", "Time"),
    "band": pgettext_lazy("field", "Band"),
    "begun_at": pgettext_lazy("field", "Begun"),
    "cancel_requested": pgettext_lazy("field", "Cancel asked for"),
    "check_in_code": pgettext_lazy("field", "Check-in code"),
    "code": pgettext_lazy("field", "Code"),
    "codes": pgettext_lazy("field", "Codes"),
    "college": pgettext_lazy("field", "College"),
    "computed_at": pgettext_lazy("field", "Computed"),
    "contexts": pgettext_lazy("field", "Contexts"),
    "counsellor": pgettext_lazy("field", "Counsellor"),
    "coverage": pgettext_lazy("field", "Information known"),
    "created_at": pgettext_lazy("field", "Created"),
    "created_by": pgettext_lazy("field", "Created by"),
    "detail": pgettext_lazy("field", "Details"),
    "dismissed": pgettext_lazy("field", "Dismissed readings"),
    "done": pgettext_lazy("field", "Done"),
    "dry_run": pgettext_lazy("field", "Dry run"),
    "duplicates": pgettext_lazy("field", "Already there"),
    "duties": pgettext_lazy("field", "Duties"),
    "employer": pgettext_lazy("field", "Employer"),
    "encoder": pgettext_lazy("field", "Text model"),
    "end": pgettext_lazy("field", "End in the text"),
    "enrolment": pgettext_lazy("field", "Enrolment"),
    "error": pgettext_lazy("field", "Error"),
    "extra": pgettext_lazy("field", "Extra exposure"),
    "failed": pgettext_lazy("field", "With problems"),
    "field": pgettext_lazy("field", "Field"),
    "file": pgettext_lazy("field", "File"),
    "finished_at": pgettext_lazy("field", "Finished"),
    "former_names": pgettext_lazy("field", "Former names"),
    "from_state": pgettext_lazy("field", "State before"),
    "granted_at": pgettext_lazy("field", "Granted"),
    "host": pgettext_lazy("field", "Held by"),
    "import_file": pgettext_lazy("field", "Import"),
    "imported": pgettext_lazy("field", "Added"),
    "industries": pgettext_lazy("field", "Industries"),
    "industry": pgettext_lazy("field", "Industry"),
    "informative": pgettext_lazy("field", "Informative parts"),
    "is_cancelled": pgettext_lazy("field", "Cancelled"),
    "job": pgettext_lazy("field", "Job"),
    "keywords": pgettext_lazy("field", "Keywords"),
    "kind": pgettext_lazy("field", "Kind"),
    "kinds": pgettext_lazy("field", "Kinds of work"),
    "major": pgettext_lazy("field", "Major"),
    "mapping": pgettext_lazy("field", "Columns"),
    "note": pgettext_lazy("field", "Note"),
    "object_id": pgettext_lazy("field", "Object number"),
    "object_type": pgettext_lazy("field", "Object"),
    "occupation": pgettext_lazy("field", "Occupation"),
    "occupation_confidence": pgettext_lazy("field", "Confidence in the occupation"),
    "occupations": pgettext_lazy("field", "Occupations"),
    "options": pgettext_lazy("field", "Options"),
    "organisation": pgettext_lazy("field", "Organisation"),
    "origin": pgettext_lazy("field", "Origin"),
    "original_name": pgettext_lazy("field", "File name"),
    "parent": pgettext_lazy("field", "Belongs to"),
    "pay_unit": pgettext_lazy("field", "Unit of pay"),
    "percentile": pgettext_lazy("field", "Above random pairs"),
    "percentile_high": pgettext_lazy("field", "Above random pairs, at most"),
    "percentile_low": pgettext_lazy("field", "Above random pairs, at least"),
    "position": pgettext_lazy("field", "Place in the list"),
    "posting": pgettext_lazy("field", "Posting"),
    "published_at": pgettext_lazy("field", "Published"),
    "purpose": pgettext_lazy("field", "Purpose"),
    "reason": pgettext_lazy("field", "Reason"),
    "region": pgettext_lazy("field", "Region"),
    "regions": pgettext_lazy("field", "Regions"),
    "reported": pgettext_lazy("field", "Findings"),
    "result": pgettext_lazy("field", "Result"),
    "row": pgettext_lazy("field", "Row"),
    "rows": pgettext_lazy("field", "Rows"),
    "score": pgettext_lazy("field", "Score"),
    "severity": pgettext_lazy("field", "Severity"),
    "sha256": pgettext_lazy("field", "Checksum"),
    "short": pgettext_lazy("field", "One step short"),
    "skill": pgettext_lazy("field", "Skill"),
    "source": pgettext_lazy("field", "Source"),
    "source_id": pgettext_lazy("field", "Number at the source"),
    "start": pgettext_lazy("field", "Begin in the text"),
    "started_at": pgettext_lazy("field", "Started"),
    "state": pgettext_lazy("field", "State"),
    "state_since": pgettext_lazy("field", "In this state since"),
    "student": pgettext_lazy("field", "Student"),
    "tags": pgettext_lazy("field", "Tags"),
    "target": pgettext_lazy("field", "What the rows are"),
    "text_version": pgettext_lazy("field", "Version of the text"),
    "theirs": pgettext_lazy("field", "Gain of the employer"),
    "titles": pgettext_lazy("field", "Intended work"),
    "to_state": pgettext_lazy("field", "State after"),
    "total": pgettext_lazy("field", "Total"),
    "university": pgettext_lazy("field", "University"),
    "updated": pgettext_lazy("field", "Changed"),
    "updated_at": pgettext_lazy("field", "Last changed"),
    "user": pgettext_lazy("field", "Account"),
    "value": pgettext_lazy("field", "Value"),
    "verified_at": pgettext_lazy("field", "Verified"),
    "verified_by": pgettext_lazy("field", "Verified by"),
    "weights_version": pgettext_lazy("field", "Version of the weights"),
    "withdrawn_at": pgettext_lazy("field", "Withdrawn"),
}


def name_fields() -> None:
    apps.get_app_config("axes").verbose_name = pgettext_lazy("app", "Sign-in protection")
    for model in apps.get_models():
        if model.__module__.startswith(PROJECT):
            fields: list[Any] = [*model._meta.local_fields, *model._meta.local_many_to_many]
            for field in fields:
                if not field._verbose_name and field.name in NAMES:
                    field.verbose_name = NAMES[field.name]
