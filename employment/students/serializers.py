from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from employment.accounts.models import Organisation
from employment.students.enums import EnrolmentState, JobType
from employment.students.forms import KNOWN_BY_OFFICE
from employment.students.models import (
    Certificate,
    Education,
    Experience,
    Intention,
    LanguageScore,
    SkillClaim,
    StudentProfile,
)
from employment.students.strength import strength_of
from employment.taxonomy.models import Industry, Major, Occupation, Region, Skill
from employment.taxonomy.selectors import pick_rows

# What the university vouches for once it has confirmed the enrolment.
CONFIRMED_FIELDS = ("degree", "major", "cohort", "gpa")
MAX_WISHES = 30


class NamedSkillSerializer(serializers.ModelSerializer[Any]):
    """A name that is looked up in the lexicon; an unknown name is kept as written."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "name" in attrs:
            attrs["skill"] = next(iter(pick_rows(Skill.objects.all(), attrs["name"]).rows), None)
        return attrs


class SkillSerializer(NamedSkillSerializer):
    class Meta:
        model = SkillClaim
        fields = ("id", "name", "skill", "level", "evidence", "source")
        read_only_fields = ("skill", "source")


class CertificateSerializer(NamedSkillSerializer):
    class Meta:
        model = Certificate
        fields = ("id", "name", "skill", "issued", "source")
        read_only_fields = ("skill", "source")


class LanguageSerializer(NamedSkillSerializer):
    class Meta:
        model = LanguageScore
        fields = ("id", "name", "skill", "score", "source")
        read_only_fields = ("skill", "source")


class ExperienceSerializer(serializers.ModelSerializer[Experience]):
    class Meta:
        model = Experience
        fields = ("id", "kind", "title", "organisation", "start", "end", "description", "source")
        read_only_fields = ("source",)


class EducationSerializer(serializers.ModelSerializer[Education]):
    major = serializers.PrimaryKeyRelatedField(
        queryset=Major.objects.all(), required=False, allow_null=True
    )

    class Meta:
        model = Education
        fields = (
            "id",
            "school",
            "degree",
            "major",
            "major_text",
            "start",
            "end",
            "is_minor",
            "courses",
            "source",
        )
        read_only_fields = ("source",)


class IntentionSerializer(serializers.ModelSerializer[Intention]):
    titles = serializers.ListField(
        child=serializers.CharField(max_length=60), max_length=10, required=False
    )
    occupations = serializers.PrimaryKeyRelatedField(
        queryset=Occupation.objects.all(), many=True, required=False
    )
    regions = serializers.PrimaryKeyRelatedField(
        queryset=Region.objects.all(), many=True, required=False
    )
    industries = serializers.PrimaryKeyRelatedField(
        queryset=Industry.objects.all(), many=True, required=False
    )
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=JobType.choices), max_length=3, required=False
    )

    class Meta:
        model = Intention
        fields = (
            "titles",
            "occupations",
            "regions",
            "regions_hard",
            "industries",
            "pay_floor",
            "pay_hard",
            "kinds",
            "kinds_hard",
            "further_study",
            "available_from",
        )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for name in ("occupations", "regions", "industries"):
            if len(attrs.get(name, ())) > MAX_WISHES:
                raise serializers.ValidationError({name: [f"At most {MAX_WISHES}."]})
        return attrs


class OrganisationSerializer(serializers.ModelSerializer[Organisation]):
    class Meta:
        model = Organisation
        fields = ("id", "name")


class StudentListSerializer(serializers.ModelSerializer[StudentProfile]):
    name = serializers.CharField(source="user.name")
    college = OrganisationSerializer(allow_null=True)
    strength = serializers.SerializerMethodField(help_text="Profile strength, 0 to 100.")

    class Meta:
        model = StudentProfile
        fields: tuple[str, ...] = (
            "id",
            "name",
            "student_no",
            "college",
            "degree",
            "major",
            "major_text",
            "cohort",
            "enrolment",
            "strength",
            "updated_at",
        )
        read_only_fields: tuple[str, ...] = fields

    @extend_schema_field(serializers.IntegerField(min_value=0, max_value=100))
    def get_strength(self, student: StudentProfile) -> int:
        return strength_of(student).percent


class StudentDetailSerializer(StudentListSerializer):
    university = OrganisationSerializer()
    intention = IntentionSerializer(allow_null=True)
    educations = EducationSerializer(many=True)
    experiences = ExperienceSerializer(many=True)
    skills = SkillSerializer(many=True)
    certificates = CertificateSerializer(many=True)
    languages = LanguageSerializer(many=True)

    class Meta(StudentListSerializer.Meta):
        fields = (
            *StudentListSerializer.Meta.fields,
            "university",
            "gpa",
            "work_years",
            "phone",
            "summary",
            "intention",
            "educations",
            "experiences",
            "skills",
            "certificates",
            "languages",
        )
        read_only_fields = fields

    def to_representation(self, instance: StudentProfile) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(instance)
        shown.setdefault("intention", None)
        return shown


class ProfileEditSerializer(serializers.ModelSerializer[StudentProfile]):
    """What a student may write: all of it until the university has confirmed the enrolment."""

    major = serializers.PrimaryKeyRelatedField(
        queryset=Major.objects.all(), required=False, allow_null=True
    )

    class Meta:
        model = StudentProfile
        fields = (*CONFIRMED_FIELDS, "phone", "summary")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if self.instance and self.instance.enrolment == EnrolmentState.CONFIRMED:
            locked = [name for name in CONFIRMED_FIELDS if name in attrs]
            if locked:
                raise serializers.ValidationError({name: [KNOWN_BY_OFFICE] for name in locked})
        return attrs
