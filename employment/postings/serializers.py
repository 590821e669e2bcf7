import datetime as dt
from typing import Any, cast

from django.core.exceptions import ValidationError as DjangoValidationError
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from employment.accounts.models import Organisation
from employment.postings import rules, validators
from employment.postings.enums import PostingAction
from employment.postings.models import Employer, Posting, PostingRequirement
from employment.postings.services import PostingFields
from employment.taxonomy.models import Industry, Occupation, Region


class EmployerSerializer(serializers.ModelSerializer[Employer]):
    name = serializers.CharField(source="organisation.name")

    class Meta:
        model = Employer
        fields = ("id", "name", "state", "industry", "region", "size", "ownership", "website")


class RequirementSerializer(serializers.ModelSerializer[PostingRequirement]):
    class Meta:
        model = PostingRequirement
        fields = (
            "id",
            "kind",
            "strength",
            "label",
            "codes",
            "minimum",
            "related",
            "hard",
            "sentence",
            "start",
            "end",
            "origin",
        )


class PostingListSerializer(serializers.ModelSerializer[Posting]):
    employer = EmployerSerializer()

    class Meta:
        model = Posting
        fields: tuple[str, ...] = (
            "id",
            "title",
            "employer",
            "state",
            "kind",
            "occupation",
            "industry",
            "regions",
            "region_text",
            "pay_min",
            "pay_max",
            "pay_months",
            "pay_negotiable",
            "degree_floor",
            "experience_min",
            "fresh_only",
            "seats",
            "deadline",
            "published_at",
            "source",
        )
        read_only_fields: tuple[str, ...] = fields


class PostingDetailSerializer(PostingListSerializer):
    requirements = RequirementSerializer(many=True)
    actions = serializers.SerializerMethodField(
        help_text="Steps that the signed-in account may take now."
    )

    class Meta(PostingListSerializer.Meta):
        fields = (
            *PostingListSerializer.Meta.fields,
            "audience",
            "description",
            "duties",
            "pay_text",
            "posted_on",
            "state_since",
            "requirements",
            "actions",
        )
        read_only_fields = fields

    @extend_schema_field(
        serializers.ListField(child=serializers.ChoiceField(PostingAction.choices))
    )
    def get_actions(self, posting: Posting) -> list[str]:
        return [action.value for action in rules.actions_now(self.context["actor"], posting)]


class PostingEditSerializer(serializers.ModelSerializer[Posting]):
    """What may be written; the same checks as the form's."""

    occupation = serializers.PrimaryKeyRelatedField(
        queryset=Occupation.objects.all(), required=False, allow_null=True
    )
    industry = serializers.PrimaryKeyRelatedField(
        queryset=Industry.objects.all(), required=False, allow_null=True
    )
    regions = serializers.PrimaryKeyRelatedField(
        queryset=Region.objects.all(), many=True, required=False
    )

    class Meta:
        model = Posting
        fields: tuple[str, ...] = (
            "title",
            "description",
            "kind",
            "occupation",
            "industry",
            "regions",
            "pay_min",
            "pay_max",
            "pay_months",
            "pay_negotiable",
            "degree_floor",
            "experience_min",
            "fresh_only",
            "seats",
            "deadline",
        )

    def validate_deadline(self, deadline: dt.date | None) -> dt.date | None:
        try:
            validators.check_deadline(deadline, today=timezone.localdate())
        except DjangoValidationError as error:
            raise serializers.ValidationError(error.messages) from error
        return deadline

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        known = {
            name: attrs.get(name, getattr(self.instance, name, None))
            for name in ("pay_min", "pay_max")
        }
        try:
            validators.check_pay(known)
        except DjangoValidationError as error:
            raise serializers.ValidationError(serializers.as_serializer_error(error)) from error
        return attrs

    def posting_fields(self) -> PostingFields:
        own = PostingEditSerializer.Meta.fields
        values = {name: value for name, value in self.validated_data.items() if name in own}
        for name in ("occupation", "industry"):
            if name in values:
                row = values.pop(name)
                values[f"{name}_id"] = row.pk if row else None
        if "regions" in values:
            values["region_codes"] = [region.pk for region in values.pop("regions")]
        return cast("PostingFields", values)


class PostingCreateSerializer(PostingEditSerializer):
    """``employer`` is left out by recruiters, ``audience`` by career offices: theirs is known."""

    employer = serializers.PrimaryKeyRelatedField(queryset=Employer.objects.all(), required=False)
    audience = serializers.PrimaryKeyRelatedField(
        queryset=Organisation.objects.universities(), required=False, allow_null=True
    )

    class Meta(PostingEditSerializer.Meta):
        fields = (*PostingEditSerializer.Meta.fields, "employer", "audience")


class StateChangeSerializer(serializers.Serializer[Any]):
    action = serializers.ChoiceField(choices=PostingAction.choices)
    reason = serializers.CharField(required=False, allow_blank=True, max_length=1000, default="")
