from rest_framework import serializers

from employment.guidance.assessments.models import Result, Sitting


class InstrumentSerializer(serializers.Serializer[object]):
    code = serializers.SlugField()
    kind = serializers.CharField()
    name = serializers.CharField()
    about = serializers.CharField()
    minutes = serializers.IntegerField()
    cannot = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]


class AssessmentItemSerializer(serializers.Serializer[object]):
    code = serializers.CharField()
    text = serializers.CharField()
    answers = serializers.ListField(child=serializers.CharField())
    value = serializers.IntegerField(allow_null=True)


class SittingSerializer(serializers.ModelSerializer[Sitting]):
    """``questions`` in their order, each with the answer so far."""

    questions = AssessmentItemSerializer(many=True, read_only=True)

    class Meta:
        model = Sitting
        fields = ("id", "instrument", "occupation", "started_at", "finished_at", "questions")


class StartSittingSerializer(serializers.Serializer[object]):
    instrument = serializers.SlugField(max_length=40)
    occupation = serializers.CharField(max_length=10, required=False, default="", allow_blank=True)


class AnswerItemSerializer(serializers.Serializer[object]):
    item = serializers.CharField(max_length=80)
    value = serializers.IntegerField(min_value=1, max_value=5)
    milliseconds = serializers.IntegerField(min_value=0, required=False, allow_null=True)
    evidence = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")


class AssessmentResultSerializer(serializers.ModelSerializer[Result]):
    """``scores`` by scale from 0 to 1; ``flags`` name what makes the result doubtful."""

    class Meta:
        model = Result
        fields = ("id", "instrument", "scores", "flags", "is_complete", "is_shared", "at")
        read_only_fields = fields
