from employment.guidance.reports.models.orders import Order
from employment.guidance.reports.models.reports import Report, ReportSetting, RewordedClaim
from employment.guidance.reports.models.shares import ShareLink

__all__ = ["Order", "Report", "ReportSetting", "RewordedClaim", "ShareLink"]
