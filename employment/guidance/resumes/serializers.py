from typing import Any

from rest_framework import serializers

from employment.guidance.resumes.content import ResumeContent
from employment.guidance.resumes.editing import tidy
from employment.guidance.resumes.enums import Language, Template
from employment.guidance.resumes.models import Resume, ResumeVersion


class ResumeSerializer(serializers.ModelSerializer[Resume]):
    class Meta:
        model = Resume
        fields: tuple[str, ...] = (
            *("id", "title", "language", "kind", "posting", "template", "revision"),
            *("is_shared", "updated_at"),
        )
        read_only_fields: tuple[str, ...] = fields


class ResumeDetailSerializer(ResumeSerializer):
    content = serializers.DictField(source="draft", help_text="The draft, by section.")

    class Meta(ResumeSerializer.Meta):
        fields = (*ResumeSerializer.Meta.fields, "content")
        read_only_fields = fields


class ResumeStartSerializer(serializers.Serializer[Any]):
    """Starts from what the profile proves."""

    language = serializers.ChoiceField(choices=Language.choices)
    title = serializers.CharField(max_length=80)


class ResumeChangeSerializer(serializers.Serializer[Any]):
    """``content`` needs the ``revision`` it was edited from."""

    title = serializers.CharField(max_length=80, required=False)
    template = serializers.ChoiceField(choices=Template.choices, required=False)
    content = serializers.DictField(required=False)
    revision = serializers.IntegerField(min_value=0, required=False)

    def validate_content(self, value: dict[str, Any]) -> ResumeContent:
        try:
            return tidy(ResumeContent.from_json(value))
        except ValueError as error:
            raise serializers.ValidationError("Not the content of a resume.") from error

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "content" in attrs and "revision" not in attrs:
            raise serializers.ValidationError({"revision": ["Needed together with content."]})
        return attrs


class ResumeVersionSerializer(serializers.ModelSerializer[ResumeVersion]):
    content = serializers.DictField(source="data", read_only=True)

    class Meta:
        model = ResumeVersion
        fields = ("number", "score", "judgement", "note", "at", "content")
        read_only_fields = ("number", "score", "judgement", "at", "content")


class RemarkSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    severity = serializers.CharField()
    section = serializers.CharField(source="place.section")
    index = serializers.IntegerField(source="place.index")
    line = serializers.IntegerField(source="place.line")
    field = serializers.CharField(source="place.field")
    quote = serializers.CharField()
    title = serializers.CharField()
    why = serializers.CharField()
    fix = serializers.CharField()


class VerdictPartSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    points = serializers.IntegerField()
    most = serializers.IntegerField()


class VerdictSerializer(serializers.Serializer[Any]):
    """The parts add up to the score."""

    score = serializers.IntegerField()
    parts = VerdictPartSerializer(many=True)
    remarks = RemarkSerializer(many=True)
