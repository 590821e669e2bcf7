from employment.postings.models.employers import Employer
from employment.postings.models.postings import Posting
from employment.postings.models.requirements import PostingRequirement, PostingStateChange

__all__ = ["Employer", "Posting", "PostingRequirement", "PostingStateChange"]
