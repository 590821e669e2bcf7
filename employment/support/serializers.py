from rest_framework import serializers

from employment.support.enums import AppointmentAction, Topic
from employment.support.models import Appointment, FollowUp, Slot


class SlotSerializer(serializers.ModelSerializer[Slot]):
    counsellor = serializers.CharField(source="counsellor.name")
    is_free = serializers.SerializerMethodField()

    class Meta:
        model = Slot
        fields = ("id", "counsellor", "starts_at", "ends_at", "place", "link", "topics", "is_free")

    def get_is_free(self, slot: Slot) -> bool:
        return not getattr(slot, "taken_count", 0) and not getattr(slot, "waiting_count", 0)


class BookSerializer(serializers.Serializer[object]):
    slot = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    topic = serializers.ChoiceField(Topic.choices)
    message = serializers.CharField(max_length=1000, required=False, default="", allow_blank=True)


class AppointmentStepSerializer(serializers.Serializer[object]):
    action = serializers.ChoiceField(AppointmentAction.choices)
    note = serializers.CharField(max_length=500, required=False, default="", allow_blank=True)


class AppointmentSerializer(serializers.ModelSerializer[Appointment]):
    starts_at = serializers.DateTimeField(source="slot.starts_at")
    ends_at = serializers.DateTimeField(source="slot.ends_at")
    place = serializers.CharField(source="slot.place")
    link = serializers.CharField(source="slot.link")
    counsellor = serializers.CharField(source="slot.counsellor.name")
    student = serializers.CharField(source="student.name")

    class Meta:
        model = Appointment
        fields = (
            "id",
            "starts_at",
            "ends_at",
            "place",
            "link",
            "counsellor",
            "student",
            "state",
            "topic",
            "message",
            "outcome",
        )


class FollowUpSerializer(serializers.ModelSerializer[FollowUp]):
    class Meta:
        model = FollowUp
        fields = ("id", "title", "due", "owner", "done_at")
