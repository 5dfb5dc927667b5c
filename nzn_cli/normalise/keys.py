"""Which metadata key stands for what: the default map, declared here once; `.nzn.toml` may give its own.

Keys compare without case, hyphens, underscores and blanks: `Source-URL` is `source_url`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nzn_cli.model.documents import KeyField

KEYS: dict[KeyField, tuple[str, ...]] = {
    "title": ("title", "headline", "heading", "name", "display_name", "subject"),
    "date": (
        "date", "published", "pubDate", "publish_date", "publication_date", "date_published", "published_at",
        "published_on", "published_time", "publishedTime", "ms.date", "release_date", "released", "date_released",
        "issued", "date_issued", "posted", "posted_on", "datetime", "dc.date", "created", "created_at", "date_created",
        "lastmod", "last_modified", "last_updated", "modified", "modified_time", "updated", "updated_at",
    ),
    "url": (
        "url", "link", "source", "source_url", "original_url", "canonical_url", "canonical", "permalink", "uri", "href",
        "web", "tumblr_url", "original",
    ),
    "ministers": (
        "ministers", "minister", "creators", "creator", "authors", "author", "by", "byline", "speakers", "speaker",
        "dc.creator", "reporter", "journalist", "from",
    ),
    "portfolios": (
        "portfolios", "portfolio", "tags", "tag", "categories", "category", "topics", "topic", "subjects", "keywords",
        "sections", "section",
    ),
}  # fmt: skip

# where a document says at which path or address it stands; a date among its parts is the document's
ADDRESSES = (
    "path", "permalink", "slug", "url", "link", "uri", "href", "canonical_url", "canonical", "aliases", "alias",
    "redirect_from", "basename", "original_url", "wordpress_url", "tumblr_url",
)  # fmt: skip
GIVEN = ("given", "given_name", "given_names", "first", "first_name", "first_names", "forename", "forenames")
MIDDLE = ("middle", "middle_name", "middle_names")
PARTICLE = ("particle", "name_particle", "dropping_particle", "non_dropping_particle")
FAMILY = ("family", "family_name", "family_names", "last", "last_name", "last_names", "surname")
SUFFIX = ("suffix", "name_suffix")


def folded(key: str) -> str:
    """Return `key` as keys are compared."""
    return key.lower().replace("-", "").replace("_", "").replace(" ", "")


def values(meta: Mapping[str, Any], field: KeyField, own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Any]]:
    """Yield the keys of `meta` that stand for `field`, in order of trust, with their values; empty ones left out.

    `own` is the map of `.nzn.toml`; where it names keys for a field, those alone count.
    """
    present = {folded(key): key for key in meta}
    for wanted in own.get(field) or KEYS[field]:
        key = present.get(folded(wanted))
        if key is not None and meta[key] not in (None, "", [], {}, False):
            yield key, meta[key]


def address_values(meta: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the values of `meta` that hold a path or an address of the document itself."""
    present = {folded(key): key for key in meta}
    yield from (meta[present[wanted]] for key in ADDRESSES if (wanted := folded(key)) in present)


def whole_name(named: Mapping[str, Any]) -> str | None:
    """Return the name of a mapping that keeps its parts apart, keys folded; None where it has no family name."""
    parts = [_first(named, names) for names in (GIVEN, MIDDLE, PARTICLE, FAMILY, SUFFIX)]
    return " ".join(part for part in parts if part) if parts[3] else None


def _first(named: Mapping[str, Any], names: tuple[str, ...]) -> str:
    found = (named.get(folded(name)) for name in names)
    return next((" ".join(one.split()) for one in found if isinstance(one, str) and one.strip()), "")
