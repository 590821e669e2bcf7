"""Organisations, users and the roles they hold."""

from typing import Any

from employment.accounts.actors import Actor, actor_for_user
from employment.accounts.enums import OrganisationKind, Role
from employment.accounts.models import Membership, Organisation, User
from tests.factories.sequence import next_number

PASSWORD = "orchard-lantern-42"
HOMES = {
    Role.STUDENT: OrganisationKind.UNIVERSITY,
    Role.RECRUITER: OrganisationKind.EMPLOYER,
    Role.COUNSELLOR: OrganisationKind.COLLEGE,
    Role.CAREER_OFFICE: OrganisationKind.UNIVERSITY,
    Role.UNIVERSITY_ADMIN: OrganisationKind.UNIVERSITY,
    Role.GOVERNMENT: OrganisationKind.GOVERNMENT,
    Role.SOCIAL: OrganisationKind.SOCIAL,
    Role.PLATFORM_ADMIN: OrganisationKind.PLATFORM,
}
NAMES = {
    OrganisationKind.UNIVERSITY: "江城大学",
    OrganisationKind.COLLEGE: "信息学院",
    OrganisationKind.EMPLOYER: "云杉软件有限公司",
    OrganisationKind.GOVERNMENT: "江城市人力资源和社会保障局",
    OrganisationKind.SOCIAL: "江城青年就业协会",
    OrganisationKind.PLATFORM: "启程平台",
}


def make_organisation(*, kind: OrganisationKind, name: str = "", **fields: Any) -> Organisation:
    number = next_number(kind)
    name = name or (NAMES[kind] if number == 1 else f"{NAMES[kind]}{number}")
    return Organisation.objects.create(kind=kind, name=name, **fields)


def make_university(*, name: str = "", vocational: bool = False, **fields: Any) -> Organisation:
    return make_organisation(
        kind=OrganisationKind.UNIVERSITY, name=name, is_vocational=vocational, **fields
    )


def make_college(
    *, university: Organisation | None = None, name: str = "", **fields: Any
) -> Organisation:
    university = university or make_university()
    return make_organisation(kind=OrganisationKind.COLLEGE, name=name, parent=university, **fields)


def make_home(role: Role) -> Organisation:
    """A new organisation of the kind in which the role is usually held."""
    kind = HOMES[role]
    return make_college() if kind == OrganisationKind.COLLEGE else make_organisation(kind=kind)


def make_user(
    *,
    role: Role | None = None,
    organisation: Organisation | None = None,
    username: str = "",
    staff: bool | None = None,
    **fields: Any,
) -> User:
    """A user who can sign in with ``PASSWORD``, with a role when one is given.

    Without an organisation the role gets a new one of its kind. Admins of universities and of the
    platform may enter the admin unless ``staff`` says otherwise.
    """
    number = next_number("user")
    user = User(
        username=username or f"{role or 'user'}{number}",
        name=fields.pop("name", f"用户{number}"),
        is_staff=role in (Role.UNIVERSITY_ADMIN, Role.PLATFORM_ADMIN) if staff is None else staff,
        **fields,
    )
    user.set_password(PASSWORD)
    user.save()
    if role is not None:
        make_membership(user=user, role=role, organisation=organisation or make_home(role))
    return user


def make_membership(
    *, user: User, role: Role, organisation: Organisation, active: bool = True
) -> Membership:
    return Membership.objects.create(
        user=user, role=role, organisation=organisation, is_active=active
    )


def make_actor(*, role: Role | None = None, organisation: Organisation | None = None) -> Actor:
    return actor_for_user(make_user(role=role, organisation=organisation))


def actor_of_user(user: User) -> Actor:
    return actor_for_user(user)
