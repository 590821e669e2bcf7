from employment.postings.models.employers import Employer, EmployerStateChange
from employment.postings.models.postings import Posting
from employment.postings.models.requirements import PostingRequirement, PostingStateChange

__all__ = ["Employer", "EmployerStateChange", "Posting", "PostingRequirement", "PostingStateChange"]
