from employment.postings.models.employers import Employer, EmployerStateChange
from employment.postings.models.postings import Posting
from employment.postings.models.requirements import PostingRequirement, PostingStateChange
from employment.postings.models.search_terms import SearchTerm

__all__ = [
    "Employer",
    "EmployerStateChange",
    "Posting",
    "PostingRequirement",
    "PostingStateChange",
    "SearchTerm",
]
