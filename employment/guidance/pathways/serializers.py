from rest_framework import serializers


class FitPartSerializer(serializers.Serializer[object]):
    """``points`` of ``maximum``; an unknown part stands at half of its points."""

    part = serializers.CharField(source="kind")
    points = serializers.IntegerField()
    maximum = serializers.IntegerField()
    is_known = serializers.BooleanField()
    n = serializers.IntegerField()
    evidence = serializers.ListField(child=serializers.DictField())


class FitSerializer(serializers.Serializer[object]):
    """The parts' points add up to ``total``."""

    total = serializers.IntegerField()
    low = serializers.IntegerField()
    high = serializers.IntegerField()
    coverage = serializers.FloatField()
    parts = FitPartSerializer(many=True)


class NamedRowSerializer(serializers.Serializer[object]):
    code = serializers.CharField(source="pk")
    label = serializers.CharField()  # type: ignore[assignment]  # a field of the answer


class BridgeSerializer(serializers.Serializer[object]):
    skill = NamedRowSerializer()
    share = serializers.FloatField()


class PaySerializer(serializers.Serializer[object]):
    n = serializers.IntegerField()
    p25 = serializers.FloatField()
    p50 = serializers.FloatField()
    p75 = serializers.FloatField()


class ReachableSerializer(serializers.Serializer[object]):
    occupation = NamedRowSerializer()
    distance = serializers.FloatField()
    held = serializers.IntegerField()
    counted = serializers.IntegerField()
    n = serializers.IntegerField()
    pay = PaySerializer(allow_null=True)
    bridges = BridgeSerializer(many=True)


class PlannedCourseSerializer(serializers.Serializer[object]):
    code = serializers.CharField(source="course.code")
    name = serializers.CharField(source="course.name")
    credits = serializers.DecimalField(source="course.credits", max_digits=4, decimal_places=1)
    adds = NamedRowSerializer(many=True)
    share_of_gap = serializers.FloatField()


class CoverPlanSerializer(serializers.Serializer[object]):
    programme = serializers.CharField()
    kind = serializers.CharField()
    covered = serializers.FloatField()
    credits = serializers.FloatField()
    courses = PlannedCourseSerializer(many=True)
    left = NamedRowSerializer(many=True)


class CoverSerializer(serializers.Serializer[object]):
    single = CoverPlanSerializer(allow_null=True)
    programmes = CoverPlanSerializer(many=True)
    catalogue = serializers.IntegerField()


class FitQuerySerializer(serializers.Serializer[object]):
    region = serializers.RegexField(r"^[1-9]\d{5}$", required=False)


class CoverQuerySerializer(serializers.Serializer[object]):
    credits = serializers.FloatField(required=False, min_value=1, max_value=60, default=12)
