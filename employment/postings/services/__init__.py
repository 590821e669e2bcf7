from employment.postings.extraction import FieldHints
from employment.postings.services.employers import (
    Contact,
    EmployerExistsError,
    EmployerFields,
    add_employer,
    change_verification,
    edit_employer,
    ensure_employers,
    register_employer,
)
from employment.postings.services.fields import NewPosting, PostingFields
from employment.postings.services.reading import extract_postings
from employment.postings.services.requirements import (
    RequirementEdit,
    restore_requirements,
    save_requirements,
)
from employment.postings.services.revisions import announce_postings, mark_postings_changed
from employment.postings.services.search_index import index_postings
from employment.postings.services.states import (
    BulkOutcome,
    change_posting_state,
    change_posting_states,
    expire_postings,
)
from employment.postings.services.writing import (
    DuplicatePostingError,
    add_postings,
    create_posting,
    edit_posting,
)

__all__ = [
    "BulkOutcome",
    "Contact",
    "DuplicatePostingError",
    "EmployerExistsError",
    "EmployerFields",
    "FieldHints",
    "NewPosting",
    "PostingFields",
    "RequirementEdit",
    "add_employer",
    "add_postings",
    "announce_postings",
    "change_posting_state",
    "change_posting_states",
    "change_verification",
    "create_posting",
    "edit_employer",
    "edit_posting",
    "ensure_employers",
    "expire_postings",
    "extract_postings",
    "index_postings",
    "mark_postings_changed",
    "register_employer",
    "restore_requirements",
    "save_requirements",
]
