"""Reports, their links and settings in the copy of a person's data."""

from typing import Any

from employment.accounts.models import User
from employment.guidance.reports.models import Report, ReportSetting
from employment.privacy.services.personal_data import register


def export_reports(user: User) -> dict[str, Any]:
    rows = Report.objects.filter(student__user=user).prefetch_related("links", "rewordings")
    setting = ReportSetting.objects.filter(student__user=user).first()
    return {
        "assessments_for_counsellor": bool(setting and setting.share_assessments),
        "reports": [
            {
                "version": report.version,
                "made_at": report.made_at,
                "content": report.content,
                "links": list(
                    report.links.values(
                        "created_at",
                        "expires_at",
                        "revoked_at",
                        "with_name",
                        "with_assessments",
                        "views",
                    )
                ),
                "rewordings": list(
                    report.rewordings.values("claim", "language", "before", "after", "model")
                ),
            }
            for report in rows
        ],
    }


def register_section() -> None:
    register(name="guidance_reports", exporter=export_reports)
