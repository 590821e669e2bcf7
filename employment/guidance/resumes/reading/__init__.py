"""An uploaded resume as a proposal: what it seems to say, how sure that is, and where it stands."""

from employment.guidance.resumes.reading.found import Found
from employment.guidance.resumes.reading.read import Doubt, Reading, read_resume
from employment.guidance.resumes.reading.refusals import Reason, RefusedFileError

__all__ = ["Doubt", "Found", "Reading", "Reason", "RefusedFileError", "read_resume"]
