from rest_framework import serializers

from employment.insights.models import FairnessAudit


class FairnessAuditSerializer(serializers.ModelSerializer[FairnessAudit]):
    """Figures by trait, measure and group; each rate and ratio as [value, low, high]."""

    class Meta:
        model = FairnessAudit
        fields = (
            *("id", "made_at", "engine", "weights_version", "reference"),
            *("students", "postings", "pairs", "figures"),
        )
        read_only_fields = fields


class FairnessAuditSummarySerializer(serializers.ModelSerializer[FairnessAudit]):
    flags = serializers.IntegerField(source="figures.flags", read_only=True)

    class Meta:
        model = FairnessAudit
        fields = ("id", "made_at", "engine", "weights_version", "students", "flags")
        read_only_fields = fields
