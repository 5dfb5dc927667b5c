"""The roles of a document's people as rows of its table: in their normal form, each told once. Knows no names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nzn_cli.model.annotations import RoleSpan
from nzn_cli.names.countries import country_named
from nzn_cli.names.roles import is_office_of_its_own, is_state_office, normalise_role, office_within, title_of_role

_ROLES = 50  # roles of one person among which a bare one is looked for


class RoleRow(NamedTuple):
    """A role of a person, as table `role` has it; offsets are None in metadata."""

    entity: int
    text: str
    role: str
    country: str | None
    organisation: str | None
    former: bool
    char_start: int | None
    char_end: int | None


def first_stated(roles: Sequence[RoleRow]) -> tuple[RoleRow, ...]:
    """Return each role of a person once, where it is first so stated."""
    found: dict[tuple[object, ...], RoleRow] = {}
    for role in roles:
        found.setdefault(role[:6], role)
    of: dict[int, list[RoleRow]] = {}
    for role in found.values():
        of.setdefault(role.entity, []).append(role)
    return tuple(role for role in found.values() if len(of[role.entity]) == 1 or not _is_told(role, of[role.entity]))


def _is_told(role: RoleRow, others: Sequence[RoleRow]) -> bool:
    """Return whether other roles of a person say more than one: what it is of, or that it is held no longer."""
    return _is_in_full(role, others) or _is_of_past(role, others)


def _is_of_past(role: RoleRow, others: Sequence[RoleRow]) -> bool:
    """Return whether an office is one that the text calls a former one: "President Hale" beside "former President"."""
    if role.former or not is_office_of_its_own(title_of_role(role.role) or ""):
        return False
    past = [other for other in others[:_ROLES] if other.former and role.country in (other.country, None)]
    return any(office_within(role.role, other.role.removeprefix("Former ")) for other in past)


def _is_in_full(role: RoleRow, others: Sequence[RoleRow]) -> bool:
    """Return whether a bare office is stated in full elsewhere: "Professor" beside "Professor of Reefs".

    Or with what it is of: "Prime Minister Hale" beside "Prime Minister Hale of Samoa".
    """
    if not (role.country or role.organisation) and any(_says_more(other, role) for other in others[:_ROLES]):
        return True
    return (
        " " not in role.role
        and not is_state_office(role.role)
        and any(other.role != role.role and office_within(role.role, other.role) for other in others[:_ROLES])
    )


def _says_more(other: RoleRow, role: RoleRow) -> bool:
    """Return whether a role is another with what that is of, and not the like in another spelling."""
    behind = other.organisation and other.organisation not in other.text
    return other.role == role.role and bool(other.country or behind)


def role_of_text(span: RoleSpan) -> RoleRow:
    """Return the row of a role of the text; of the past where that says so: "the then Minister"."""
    body = _national_body(span)
    rest = span.text[len(body) :]
    role, country = _normalised(f"then {rest}" if span.former else rest, span.country)
    role = f"{body} {role}" if body else role  # "New Zealand Post" chair is no "Post Chair"
    former = span.former or role.startswith("Former ")
    return RoleRow(span.entity, span.text, role, country, span.organisation, former, span.char_start, span.char_end)


def _national_body(span: RoleSpan) -> str:
    """Return the body that a role begins with, where it is a country's name and a word, "Samoa Post"; else ""."""
    body = span.organisation or ""
    return (
        body if span.text.startswith(f"{body} ") and country_named(body.rpartition(" ")[0]) and not span.former else ""
    )


def role_of_credit(entity: int, office: str) -> RoleRow:
    """Return the row of a role that the metadata states."""
    role, country = _normalised(office, None)
    return RoleRow(entity, office, role, country, None, role.startswith("Former "), None, None)


def _normalised(text: str, country: str | None) -> tuple[str, str | None]:
    role, stated = normalise_role(text)
    return role, stated or (country_named(country) if country else None)  # a state or a people is no country
