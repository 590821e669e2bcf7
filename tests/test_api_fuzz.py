"""The API against its own description: no server error, and every answer as documented."""

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from rest_framework.authtoken.models import Token
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)

from employment.accounts.enums import Role
from employment.wsgi import application
from tests.factories.accounts import make_user
from tests.factories.applications import make_application
from tests.factories.matches import make_match
from tests.factories.postings import make_posting
from tests.factories.students import make_experience, make_intention, make_student
from tests.factories.taxonomy import make_taxonomy

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
FEW = settings(
    max_examples=4,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
REVOKES_ITSELF = ("DELETE", "/api/v1/token/")


@pytest.fixture
def one_connection(db):
    """Requests through WSGI would close the connection that holds the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def world(one_connection):
    """A student with all kinds of rows, and a posting of the own university."""
    make_taxonomy()
    student = make_student(skills=["python"], enrolment="claimed")
    make_intention(student)
    make_experience(student)
    posting = make_posting(audience=student.university, requirements=True, industry="65")
    make_match(student=student, posting=posting)
    make_application(student=student, posting=posting)
    return student


def signed_in(world, role):
    user = world.user
    if role != Role.STUDENT:
        user = make_user(role=role, organisation=world.university)
    return {"Authorization": f"Token {Token.objects.create(user=user).key}"}


def operations():
    schema = schemathesis.openapi.from_wsgi("/api/schema?format=json", application)
    for result in schema.get_all_operations():
        operation = result.ok()
        if (operation.method.upper(), operation.path) != REVOKES_ITSELF:
            yield operation


@pytest.mark.slow
@pytest.mark.parametrize("role", [Role.STUDENT, Role.CAREER_OFFICE])
def test_every_answer_is_as_documented(world, role):
    headers = signed_in(world, role)
    tried = 0

    for operation in operations():

        @FEW
        @given(case=operation.as_strategy())
        def answers_as_documented(case):
            nonlocal tried
            cache.clear()  # throttles
            case.call_and_validate(headers=headers, checks=CHECKS)
            tried += 1

        answers_as_documented()

    assert tried > 100
