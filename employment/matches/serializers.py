from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from employment.applications.serializers import PostingBriefSerializer
from employment.matches.enums import DislikeReason, FeedbackKind
from employment.matches.models import Match, MatchFeedback
from employment.students.models import StudentProfile


class EvidenceSerializer(serializers.Serializer[Any]):
    source = serializers.CharField()  # type: ignore[assignment]  # a key of the evidence
    text = serializers.CharField()


class CriterionSerializer(serializers.Serializer[Any]):
    """A part of the score. ``evidence``: pairs of the student's words and the posting's."""

    name = serializers.CharField()
    value = serializers.FloatField()
    weight = serializers.FloatField()
    points = serializers.FloatField(help_text="Points of the parts add up to the score.")
    known = serializers.BooleanField(help_text="False: not enough information, not counted.")
    evidence = serializers.ListField(
        child=serializers.ListField(child=EvidenceSerializer()), required=False
    )


class CheckSerializer(serializers.Serializer[Any]):
    """A requirement of the posting and whether the profile meets it."""

    requirement = serializers.IntegerField()
    kind = serializers.CharField()
    strength = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a key of the check
    sentence = serializers.CharField()
    outcome = serializers.ChoiceField(["satisfied", "missing", "unknown"])
    reachable = serializers.BooleanField()
    hard = serializers.BooleanField()
    evidence = EvidenceSerializer(many=True, required=False)


class MatchSerializer(serializers.ModelSerializer[Match]):
    posting = PostingBriefSerializer()
    saved = serializers.BooleanField(source="is_saved")
    applied = serializers.BooleanField(source="has_applied")
    shown_to = serializers.IntegerField(help_text="Students who have the posting in their lists.")

    class Meta:
        model = Match
        fields: tuple[str, ...] = (
            "posting",
            "score",
            "percentile",
            "coverage",
            "band",
            "short",
            "informative",
            "saved",
            "applied",
            "shown_to",
            "encoder",
            "weights_version",
            "computed_at",
        )
        read_only_fields: tuple[str, ...] = fields


class MatchDetailSerializer(MatchSerializer):
    criteria = CriterionSerializer(many=True)
    checks = CheckSerializer(many=True)

    class Meta(MatchSerializer.Meta):
        fields = (*MatchSerializer.Meta.fields, "criteria", "checks")
        read_only_fields = fields


class CandidateStudentSerializer(serializers.ModelSerializer[StudentProfile]):
    name = serializers.CharField(source="user.name")

    class Meta:
        model = StudentProfile
        fields = ("id", "name")


class CandidateSerializer(serializers.ModelSerializer[Match]):
    """A match from the posting's side. Employers get neither name nor words of a student who has
    not applied: ``student`` is null and the checks come without evidence."""

    student = serializers.SerializerMethodField()
    degree = serializers.IntegerField(source="student.degree", allow_null=True)
    major = serializers.CharField(source="student.major_id", allow_null=True)
    cohort = serializers.IntegerField(source="student.cohort", allow_null=True)
    applied = serializers.BooleanField(source="has_applied")
    checks = serializers.SerializerMethodField()

    class Meta:
        model = Match
        fields = (
            "id",
            "student",
            "degree",
            "major",
            "cohort",
            "score",
            "percentile",
            "coverage",
            "band",
            "short",
            "applied",
            "checks",
            "computed_at",
        )
        read_only_fields = fields

    def is_named(self, match: Any) -> bool:
        return bool(match.has_applied) or not self.context["anonymous"]

    @extend_schema_field(CandidateStudentSerializer(allow_null=True))
    def get_student(self, match: Match) -> dict[str, Any] | None:
        shown = CandidateStudentSerializer(match.student).data
        return dict(shown) if self.is_named(match) else None

    @extend_schema_field(CheckSerializer(many=True))
    def get_checks(self, match: Match) -> list[dict[str, Any]]:
        if self.is_named(match):
            return [dict(row) for row in match.checks]
        return [{k: v for k, v in row.items() if k != "evidence"} for row in match.checks]


class FeedbackSerializer(serializers.ModelSerializer[MatchFeedback]):
    kind = serializers.ChoiceField(choices=FeedbackKind.choices)
    reason = serializers.ChoiceField(
        choices=DislikeReason.choices, required=False, allow_blank=True, default=""
    )

    class Meta:
        model = MatchFeedback
        fields = ("kind", "reason")
