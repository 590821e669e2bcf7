from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from employment.applications.enums import ApplicationAction, ApplicationState
from employment.applications.models import Application, ApplicationStateChange
from employment.applications.rules import open_actions
from employment.postings.models import Posting
from employment.students.models import StudentProfile


class PostingBriefSerializer(serializers.ModelSerializer[Posting]):
    employer = serializers.CharField(source="employer.organisation.name")

    class Meta:
        model = Posting
        fields = ("id", "title", "employer")


class ApplicantSerializer(serializers.ModelSerializer[StudentProfile]):
    name = serializers.CharField(source="user.name")

    class Meta:
        model = StudentProfile
        fields = ("id", "name", "degree", "major", "cohort")


class ApplicationSerializer(serializers.ModelSerializer[Application]):
    posting = PostingBriefSerializer()
    student = ApplicantSerializer()

    class Meta:
        model = Application
        fields: tuple[str, ...] = (
            "id",
            "posting",
            "student",
            "state",
            "message",
            "created_at",
            "updated_at",
        )
        read_only_fields: tuple[str, ...] = fields


class StepSerializer(serializers.ModelSerializer[ApplicationStateChange]):
    class Meta:
        model = ApplicationStateChange
        fields = ("at", "from_state", "to_state", "note")


class ApplicationDetailSerializer(ApplicationSerializer):
    steps = StepSerializer(source="state_changes", many=True)
    actions = serializers.SerializerMethodField(
        help_text="Steps that the signed-in account may take now."
    )

    class Meta(ApplicationSerializer.Meta):
        fields = (*ApplicationSerializer.Meta.fields, "steps", "actions")
        read_only_fields = fields

    @extend_schema_field(
        serializers.ListField(child=serializers.ChoiceField(ApplicationAction.choices))
    )
    def get_actions(self, application: Application) -> list[str]:
        state = ApplicationState(application.state)
        return [action.value for action in open_actions(self.context["actor"], state)]


class ApplySerializer(serializers.Serializer[Any]):
    posting = serializers.IntegerField(min_value=1, help_text="Id of an open posting.")
    message = serializers.CharField(
        required=False, allow_blank=True, max_length=1000, default="", help_text="To the employer."
    )


class ApplicationStepSerializer(serializers.Serializer[Any]):
    action = serializers.ChoiceField(choices=ApplicationAction.choices)
    note = serializers.CharField(required=False, allow_blank=True, max_length=1000, default="")
