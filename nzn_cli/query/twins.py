"""Documents that say the same, word by word: a page and the note that it was made of, one text saved twice."""

from __future__ import annotations

from nzn_cli.query.view import View

SHORTEST = 20  # words; shorter texts are alike by chance
# of twins that one stays which was written rather than made
_KINDS = (".md", ".markdown", ".txt")


def word_digest(text: bytes, edits: str | None) -> bytes:
    """Return what two bodies have in common where their words are the same, whatever stands between them."""
    import re
    from hashlib import blake2b

    from nzn_cli.text.surface import unpacked

    body = text.decode() if edits is None else unpacked(text.decode(), edits).body
    words = " ".join(re.findall(r"\w+", body))
    return blake2b(words.encode(), digest_size=16).digest()


def later_twins(view: View) -> list[int]:
    """Return the documents that are another's twin: of each text one is not among them."""
    from nzn_cli.store.store import path_text

    rows = view.store.rows("SELECT doc, folder, path FROM document WHERE words >= ?", (SHORTEST,))
    ranked = [(_rank(path_text(path)), folder, path_text(path), doc) for doc, folder, path in rows]
    order = [doc for *_, doc in sorted(ranked)]
    digests = view.store.map_texts(word_digest, order)
    seen: set[bytes] = set()
    twins = []
    for doc in order:
        digest = digests.get(doc)
        if digest is not None and digest in seen:
            twins.append(doc)
        elif digest is not None:
            seen.add(digest)
    return twins


def _rank(path: str) -> int:
    return not path.lower().removesuffix(".gz").endswith(_KINDS)
