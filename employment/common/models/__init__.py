from employment.common.models.audit import AuditEntry
from employment.common.models.imports import ImportFile, ImportIssue
from employment.common.models.jobs import Job

__all__ = ["AuditEntry", "ImportFile", "ImportIssue", "Job"]
