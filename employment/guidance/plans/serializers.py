from rest_framework import serializers

from employment.guidance.plans.models import Task


class PlanTaskSerializer(serializers.ModelSerializer[Task]):
    """``source`` names what the task came from; only ``title``, ``due``, ``notes`` are written."""

    class Meta:
        model = Task
        fields = ("id", "title", "due", "notes", "state", "source", "snoozed_until", "done_at")
        read_only_fields = ("state", "source", "snoozed_until", "done_at")


class PlanStepSerializer(serializers.Serializer[object]):
    code = serializers.SlugField()
    title = serializers.CharField()
    text = serializers.CharField()
    due = serializers.DateField()
    year = serializers.IntegerField()
    state = serializers.CharField()


class AdviceSerializer(serializers.Serializer[object]):
    """``reason`` is empty unless the outcome is active; ``missing`` unless it is unknown."""

    code = serializers.SlugField()
    outcome = serializers.CharField()
    title = serializers.CharField()
    reason = serializers.CharField()
    why_here = serializers.CharField()
    missing = serializers.ListField(child=serializers.CharField())
    action = serializers.CharField()
    url = serializers.CharField()
    dismissed = serializers.BooleanField()
