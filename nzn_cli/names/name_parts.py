"""A person's name taken apart: titles, given names, surname, suffixes, whatever the order, case or slug it comes in.

Knows words, not people: whether two names are one person is `name_matching`'s question.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from nzn_cli.names.name_titles import bare, generations, is_title, title_words
from nzn_cli.text.folding import fold, level


class NameParts(NamedTuple):
    """A name's parts in written order, apostrophes straight, capitals mended; "" or () where absent."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    generation: str  # "Jr", "III"
    suffixes: tuple[str, ...]  # "MP", "KC"
    nickname: str  # Kerry "Chester" Borrows

    @property
    def name(self) -> str:
        """The name without honorifics, a nickname in quotes; a title stays where no given name is known."""
        called = [f'"{self.nickname}"'] if self.nickname and self.given else []
        words = [*self.given, *called, self.surname]
        if not self.given:
            words = [
                title for title in self.titles if bare(title) not in title_words().styles or len(self.titles) == 1
            ] + words
        if self.generation:
            words.append(self.generation)
        return " ".join(word for word in words if word)


@lru_cache(maxsize=4096)
def parse_name(text: str) -> NameParts:
    """Return the parts of `text` read as one person's name: "HOWARD, Hon John", "hon-ron-mark", "Ron Mark MP"."""
    if plain := _plain_words(text):
        return NameParts((), tuple(plain[:-1]), plain[-1], "", (), "")
    text, nickname = _without_asides(level(text))
    caps = text.isupper()
    words = _words(text)
    words, suffixes, generation = _cut_suffixes(words, caps or text.islower())
    titles, words = _cut_titles(words)
    words = [_mend_case(word, caps, i, len(words)) for i, word in enumerate(words)]
    given, surname = _split_surname(words, bool(titles))
    return NameParts(
        tuple(_mend_case(title, caps, 0, 2) for title in titles), given, surname, generation, suffixes, nickname
    )


def _plain_words(text: str) -> list[str]:
    """Return the words of a text that is a name and nothing else ("Ron Mark"), as most are; else none."""
    words = text.split(" ")
    if len(words) > 1 and text.isascii() and all(word.isalpha() and word.istitle() for word in words):
        return words if title_words().special.isdisjoint(map(str.lower, words)) else []
    return []


def strip_honorifics(text: str) -> str:
    """Return the name without titles and post-nominals ("Rt Hon Winston Peters" -> "Winston Peters"), capitals mended.

    A title stays where no given name is known: "Lord Robertson".
    """
    return parse_name(text).name


def _without_asides(text: str) -> tuple[str, str]:
    """Return the text without brackets, and the nickname that stood in quotes or brackets."""
    nickname = ""
    if '"' in text or "(" in text or " '" in text or "[" in text:
        aside = re.search(r"""[\s](?:"([^"\s]+)"|'([^'\s]+)'|\(([^)\s]+)\))(?=\s)""", text)
        if aside:
            nickname = next(group for group in aside.groups() if group)
        text = re.sub(r"""\([^)]*\)?|\[[^\]]*\]?|"[^"\s]*"|(?<=\s)'[^'\s]+'(?=\s)""", " ", text)
        if nickname and (is_title(nickname) or not nickname[:1].isupper()):
            nickname = ""
    return text, nickname


def _words(text: str) -> list[str]:
    """Return the words of a name in reading order, a slug or "Last, First" put right."""
    if "," in text:
        text = _put_in_order(text)
    words = text.split()
    if len(words) == 1:
        words = _slug_words(words[0]) or words
    elif "." in text:
        words = [part for word in words for part in _split_titles(word)]
    words = [word.strip(',;:"*_') for word in words]
    if words and words[-1].endswith(("'s", "'S")):
        words[-1] = words[-1][:-2]
    return [word for word in words if word]


def _split_titles(word: str) -> list[str]:
    """ "Rt.Hon." -> Rt Hon; other words, initials among them, as they are."""
    parts = [part for part in word.split(".") if part]
    return parts if len(parts) > 1 and all(is_title(part) for part in parts) else [word]


def _slug_words(word: str) -> list[str]:
    """Return the words of "hon-ron-mark" or "ron_mark", capitalised; none when `word` is no slug."""
    if not word.islower() or not ("-" in word or "_" in word):
        return []
    words = [part for part in re.split(r"[-_]+", word) if part]
    joined: list[str] = []
    for part in words:
        if joined and joined[-1] == "o" and len(part) > 2:
            joined[-1] = "o'" + part
        else:
            joined.append(part)
    return [part if i and part in title_words().low else _capitalised(part) for i, part in enumerate(joined)]


def _put_in_order(text: str) -> str:
    """Return "Howard, John" as "John Howard"; post-nominals and roles after a comma fall away."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    trailing: list[str] = []  # "Howard, John, MP": what follows the name itself goes back to its end
    while len(parts) > 1 and all(
        bare(word) in title_words().after | title_words().generation for word in parts[-1].split()
    ):
        trailing.insert(0, parts.pop())
    if len(parts) > 1:
        parts = [_in_order(parts, text.islower())]
    return " ".join([*parts, *trailing])


def _in_order(parts: list[str], flat: bool) -> str:
    """Return the name that stands before or around the first comma; `flat` when case tells nothing."""
    left, right = parts[0].split(), parts[1].split()
    lowered = [word for word in right if word[0].islower() and bare(word) not in title_words().particles]
    titled = is_title(right[-1]) and len(left) > 1
    both_full = len(left) > 1 and len([word for word in right if not is_title(word)]) > 1
    if (
        len(parts) > 2
        or (lowered and not flat)
        or titled
        or (both_full and bare(left[0]) not in title_words().particles)
    ):
        return parts[0]
    return f"{parts[1]} {parts[0]}"


def _cut_suffixes(words: list[str], flat: bool) -> tuple[list[str], tuple[str, ...], str]:
    """Return the words before the post-nominals, those, and the generation; `flat` when case tells nothing."""
    known, generation = title_words(), ""
    suffixes: list[str] = []
    while len(words) > 1:
        key = bare(words[-1])
        if key in known.generation and (len(words) > 2 or (key[0] == "i" and words[-1].isupper())):
            generation = generations()[key]
        elif (key in known.after and _is_post_nominal(words, key, flat)) or (suffixes and _is_letters(words)):
            suffixes.append(words[-1].replace(".", ""))
        else:
            break
        words = words[:-1]
    return words, tuple(reversed(suffixes)), generation


def _is_post_nominal(words: list[str], key: str, flat: bool) -> bool:
    written = words[-1].replace(".", "")
    if key in ("mp", "qc", "kc", "jp", "esq", "phd"):
        return flat or not written.islower()
    if flat:
        return len(words) > 3 and len(key) > 2  # "JACK MA" is a surname
    return (written.isupper() or sum(c.isupper() for c in written) > 1) and len(words) > 2


def _is_letters(words: list[str]) -> bool:
    """Return whether the last word, before known post-nominals, is one that nobody listed: a few capitals."""
    return words[-1].isupper() and len(words[-1]) < 5 and sum(not is_title(word) for word in words[:-1]) > 1


def _cut_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the leading titles and the rest, of which at least one word stays."""
    known, at = title_words(), 0
    while at < len(words) - 1:
        key = bare(words[at])
        follows = is_title(words[at + 1]) and at + 2 < len(words)
        titled = (
            key in known.sure
            or (key in known.unsure and at + 2 < len(words))
            or (key in known.leading and follows)
            or (key == "the" and (follows or is_title(words[at + 1])))
            or ("-" in key and is_title(words[at]))
        )
        if not titled:
            break
        at += 1
    return words[:at], words[at:]


def _split_surname(words: list[str], titled: bool) -> tuple[tuple[str, ...], str]:
    """Return given names and surname; particles belong to the surname ("Jaap", "de Hoop Scheffer").

    One behind a title begins it: "Senator Van Hollen".
    """
    if not words:
        return (), ""
    particles, at = title_words().particles, len(words) - 1
    if at == 1 and fold(words[0]) in (title_words().opening | (title_words().low if titled else frozenset())):
        return (), " ".join(words)
    first_lower = next((i for i, word in enumerate(words) if word[0].islower() and fold(word) in particles), at)
    while at > 1 and fold(words[at - 1]) in particles:
        at -= 1
    at = min(at, first_lower)
    return tuple(words[:at]), " ".join(words[at:])


def _mend_case(word: str, caps: bool, at: int, count: int) -> str:
    """Return the word with a capital first where it stands in capitals; initials ("JD") and mixed case stay."""
    if not word.isupper() or len(word.strip(".")) < 2 or "." in word:
        return word
    if caps and at and fold(word) in title_words().low:
        return word.lower()
    return _capitalised(word.lower()) if _is_shouted(word, caps, at == count - 1) else word


def _is_shouted(word: str, caps: bool, last: bool) -> bool:
    """Return whether a word in capitals is no row of initials: long, or one that can be spoken in its place."""
    voiced = any(c in "AEIOUY" for c in fold(word).upper())
    return len(word) > 3 or (voiced and (caps or last or len(word) == 3)) or (last and caps)


def _capitalised(word: str) -> str:
    """Return a lower-case word as names are written: O'Connor, McCully, Lotu-Iiga."""
    parts = []
    for part in word.split("-"):
        if part[:2] in ("o'", "d'") and len(part) > 3:
            part = part[0].upper() + "'" + part[2:].capitalize()
        elif part[:2] == "mc" and len(part) > 4:
            part = "Mc" + part[2:].capitalize()
        else:
            part = part[:1].upper() + part[1:]
        parts.append(part)
    return "-".join(parts)
