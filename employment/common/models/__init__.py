from employment.common.models.audit import AuditEntry
from employment.common.models.jobs import Job

__all__ = ["AuditEntry", "Job"]
