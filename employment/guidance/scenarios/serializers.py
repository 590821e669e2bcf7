from rest_framework import serializers

from employment.guidance.scenarios.models import Run


class ScenarioSerializer(serializers.Serializer[object]):
    code = serializers.SlugField()
    topic = serializers.CharField()
    minutes = serializers.IntegerField()
    title = serializers.CharField()
    intro = serializers.CharField()


class ScenarioChoiceSerializer(serializers.Serializer[object]):
    code = serializers.SlugField()
    text = serializers.CharField()


class ScenarioNodeSerializer(serializers.Serializer[object]):
    code = serializers.SlugField()
    kind = serializers.CharField()
    scene = serializers.CharField()
    choices = ScenarioChoiceSerializer(many=True)


class ShownSerializer(serializers.Serializer[object]):
    competency = serializers.CharField()
    earned = serializers.IntegerField()
    possible = serializers.IntegerField()


class RunSerializer(serializers.ModelSerializer[Run]):
    """``scene`` is where the run stands; ``shown`` is empty until it has ended."""

    scene = ScenarioNodeSerializer(read_only=True)
    shown = ShownSerializer(many=True, read_only=True)

    class Meta:
        model = Run
        fields = ("id", "scenario", "ended", "started_at", "ended_at", "scene", "shown")


class StartSerializer(serializers.Serializer[object]):
    scenario = serializers.SlugField(max_length=40)


class ScenarioStepSerializer(serializers.Serializer[object]):
    node = serializers.SlugField(max_length=40)
    choice = serializers.SlugField(max_length=40, required=False, default="")
    words = serializers.CharField(max_length=2000, required=False, default="", allow_blank=True)
