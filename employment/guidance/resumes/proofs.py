"""What in a profile proves a skill. A skill that is only named, or only in the text about oneself,
is not proven."""

from employment.guidance.resumes.editing import MAX_TEXT
from employment.matches.adapters.students import load_candidates
from employment.students.models import StudentProfile


def profile_evidence(student: StudentProfile) -> dict[str, str]:
    """Skill id of the lexicon → the sentence, course, certificate or result that proves it."""
    found: dict[str, str] = {}
    bare = set(student.skills.filter(evidence="").values_list("name", flat=True))
    for candidate in load_candidates([student.pk]):
        for row in (*candidate.skills, *candidate.certificates, *candidate.languages):
            only_said = row.source == "summary" or (row.source == "claim" and row.text in bare)
            if not only_said and row.text:
                found.setdefault(row.skill, row.text[: MAX_TEXT // 2])
    return found
