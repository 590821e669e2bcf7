from employment.students.models.intentions import Intention
from employment.students.models.profiles import ProtectedTraits, StudentProfile
from employment.students.models.records import (
    Certificate,
    Education,
    Experience,
    GradeRecord,
    LanguageScore,
    SkillClaim,
)

__all__ = [
    "Certificate",
    "Education",
    "Experience",
    "GradeRecord",
    "Intention",
    "LanguageScore",
    "ProtectedTraits",
    "SkillClaim",
    "StudentProfile",
]
