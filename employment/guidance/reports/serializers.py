from typing import Any

from rest_framework import serializers

from employment.guidance.reports.models import Order, Report


class ReportEvidenceSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField(source="label")
    text = serializers.CharField()


class ReportLineSerializer(serializers.Serializer[Any]):
    """``model`` names what wrote the text when it is not the report's own sentence."""

    key = serializers.CharField()
    text = serializers.CharField()
    model = serializers.CharField()
    proofs = ReportEvidenceSerializer(many=True)


class ReportChapterSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    title = serializers.CharField()
    empty = serializers.CharField()
    lines = ReportLineSerializer(many=True)


class ReportSummarySerializer(serializers.ModelSerializer[Report]):
    class Meta:
        model = Report
        fields = ("id", "version", "made_at")


class ReportDetailSerializer(serializers.ModelSerializer[Report]):
    """Sentences in the language of the request."""

    chapters = ReportChapterSerializer(many=True, read_only=True)

    class Meta:
        model = Report
        fields = ("id", "version", "made_at", "chapters")


class ReportOrderSerializer(serializers.ModelSerializer[Order]):
    state = serializers.CharField(source="job.state", read_only=True)

    class Meta:
        model = Order
        fields = ("id", "state")
