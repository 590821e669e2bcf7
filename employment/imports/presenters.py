"""What an import found, in the shapes of the page."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from employment.imports.enums import IssueSeverity


def finding_tabs(counts: Mapping[str, int], *, current: str) -> list[dict[str, Any]]:
    """All findings, then those that kept a row out and those that left a gap."""
    chosen = [
        ("", _("All findings"), sum(counts.values())),
        (IssueSeverity.REJECTED.value, _("Rows not imported"), counts.get("rejected", 0)),
        (IssueSeverity.WARNING.value, _("Imported with a gap"), counts.get("warning", 0)),
    ]
    return [
        {
            "label": label,
            "url": f"?severity={value}" if value else "?",
            "active": value == current,
            "count": count,
        }
        for value, label, count in chosen
    ]
