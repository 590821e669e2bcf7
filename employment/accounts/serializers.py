from typing import Any

from rest_framework import serializers


class CredentialsSerializer(serializers.Serializer[Any]):
    """Left empty by a session, which needs no password."""

    username = serializers.CharField(required=False, max_length=150)
    password = serializers.CharField(
        required=False, max_length=128, trim_whitespace=False, style={"input_type": "password"}
    )


class TokenSerializer(serializers.Serializer[Any]):
    token = serializers.CharField(source="key")
