"""Lines at the top of a text that are not its heading: a sender, a date, an author, a picture's words, a way through.

Knows shapes of lines and the letterhead's phrases; which line is the heading, `titles` says.
"""

from __future__ import annotations

import re
from itertools import pairwise

from nzn_cli.text.letterhead import Line, label, phrases
from nzn_cli.text.written_dates import all_written


def is_kind(text: str) -> bool:
    return label(text) in phrases("kinds")


def is_aside(text: str, line: Line) -> bool:
    """Whether a line is no heading whatever its shape: a date, an author, an address, a picture's words, a rule."""
    if not re.search(r"[^\W\d_]", text):
        return True
    raw = line.raw.strip()
    if re.match(r"(?i)!\[|\{[{%]|<!--|<(?!h1|b>|strong|em>)[a-z/]|\[!\[|https?://|www\.|[^\s@]+@[^\s@]+$", raw):
        return True
    if (
        re.match(r"(?i)\d+ min(?:ute)?s?\.? (?:to )?read$", text)
        or re.match(_FIELD, text)
        or re.match(r"(?i)dear\b.*[:,]$", text)
        or re.fullmatch(_CLOCK, text)
    ):
        return True
    return _is_caption(text) or is_byline(text) or _is_trail(text, raw) or _is_kind_of(text)


_FIELD = (
    r"(?i)(?:tel|phone|ph|fax|contacts?|email|e-mail|media contact|source|url|from|to|cc|authors?|attention|attn|"
    r"who|what|when|where|why|venue|location|time|place)\b\s*:"
)
_CLOCK = r"(?i)\W*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\W*(?:[a-z]{2,5})?\W*"


def is_byline(text: str) -> bool:
    """Whether a line is a date or an author."""
    return _is_dated(text) or (len(text) < 80 and bool(re.match(r"(?i)by\s+[A-Z]", text)))


def is_picture(text: str, line: Line) -> bool:
    """Whether a line that Markdown marks as a heading holds a picture, its words, or no words at all."""
    raw = line.raw.lstrip("# \t")
    return not re.search(r"[^\W\d_]", text) or bool(re.match(r"!\[|\{[{%]|<!--|\[!\[", raw)) or _is_caption(text)


def _is_kind_of(text: str) -> bool:
    """ "Press Release: Some Office": the kind of a document and who sent it."""
    kind, colon, rest = text.partition(":")
    return bool(colon) and len(rest) < 80 and label(kind) in phrases("kinds") - phrases("kinds that head a title")


def _is_caption(text: str) -> bool:
    head, colon, _ = text.partition(":")
    if colon and label(head) in phrases("captions"):
        return True
    credit = re.search(r"(?i)\b(?:photo|image|picture|video)s?\s*(?:/|:|by\b|credit|courtesy|supplied)", text)
    if credit:
        return True
    tail = re.search(r"[/|(]\s*([^/|()]{2,40})\)?\s*$", text)
    return bool(tail) and label(tail[1] if tail else "") in phrases("credits")


def _is_dated(text: str) -> bool:
    """Whether a line is a date with a label or a place, and not a heading that names a day."""
    if len(text) > 120 or not re.search(r"\d\d", text):
        return False
    for date in all_written(text):
        before, after = text[: date.start].rstrip(), text[date.end :]
        rest = label(before + " " + after)
        if not rest or label(before) in phrases("published") | phrases("updated"):
            return True
        if len(rest.split()) < 4 and (before.endswith((",", "|", "·")) or re.match(r"\s*[,|·(]", after)):
            return True
    return False


def _is_trail(text: str, raw: str) -> bool:
    """Whether a line leads through a site: "Home > News", or links and nothing else."""
    if re.search(r"\w\s*[>»›→]\s*\w", text):
        return True
    return raw.startswith("[") and not re.sub(r"\[[^\]]*\]\([^)]*\)|\W", "", raw)


def is_masthead(text: str, following: str) -> bool:
    """Whether a heading names the sender, and what follows is the document's own."""
    if is_sender(text) or _spelt_out(text):
        return True
    # a page's own name for itself, then its heading once more
    rest = text.removeprefix(following)
    if rest != text and re.match(r"\s+[-–—|:]\s", rest) and _is_site(rest):
        return True
    return names_organisation(text) and len(following.split()) > 2


_SITE = r"(?i)(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|nz|au|uk|int|gov|info)"


def names_organisation(text: str) -> bool:
    """Whether a line is an organisation, its address or its site: its noun stands last, or before "of" or "for"."""
    if re.fullmatch(_SITE, text) or re.search(r"(?i)\b(?:official|web|home)\s?(?:site|website|page)\b", text[:60]):
        return True
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if not 1 < len(words) < 8 or re.search(r"[:;!?,\d]", text):
        return False
    if not all(word[0].isupper() or word.lower() in phrases("small words") for word in words):
        return False
    plain = [word.lower() for word in words]
    if not phrases("running words").isdisjoint(plain):
        return False
    nouns = phrases("organisations")
    return plain[-1] in nouns or any(a in nouns and b in ("of", "for", "new") for a, b in pairwise(plain))


def _spelt_out(text: str) -> bool:
    """Whether a line is an abbreviation with its words: "ABC - Alpha Beta Company", "Alpha Beta Company (ABC)"."""
    match = re.fullmatch(r"([A-Z][A-Za-z]{1,9})\s*[-–—:|]\s*(.+)", text)
    short, long = (match[1], match[2]) if match else ("", "")
    if not match and (match := re.fullmatch(r"(.+?)\s*\(([A-Z][A-Za-z]{1,9})\)", text)):
        short, long = match[2], match[1]
    if not short or sum(letter.isupper() for letter in short) < 2:
        return False
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’]*", long) if word[0].isupper())
    return initials.upper() == short.upper() or (len(short) > 2 and initials.upper().startswith(short.upper()[:-1]))


_OFFICE = (
    r"(?i)(?:the\s+)?(?:(?:office|embassy|mayor) of|(?:deputy\s+|acting\s+)?prime minister\b|"
    r"(?:associate\s+)?ministers?\s+(?:of|for)\b|attorney-general\b|treasurer\b|(?:co-|deputy\s+)?leader\s+of\b|"
    r"spokes\w+\s+(?:on|for)\b|(?:member|mp) for\b)"
)
_HONOUR = r"(?i)(?:the\s+)?(?:rt\.?\s+)?(?:hon|right honou?rable|honou?rable|sir|dame|senator|president)\b"


def is_sender(text: str) -> bool:
    """Whether a line is a person of rank or an office and no more, as letterheads print them."""
    words = text.split()
    if len(words) > 9 or re.search(r"[.?!:;]$|\d", text):
        return False
    if re.match(_OFFICE, text):
        # "Minister for Housing welcomes report" goes on as a sentence does
        return all(
            word[0].isupper() or word.lower() in phrases("small words") or not word[0].isalpha() for word in words
        )
    from nzn_cli.names.name_shape import is_person_shaped

    return bool(re.match(_HONOUR, text)) and is_person_shaped(text)


def without_site(text: str) -> str:
    """Return a heading without the site's name after a bar: "Bridge opens | Ministry of Bridges"."""
    own, bar, site = text.rpartition(" | ")
    return own.strip() if bar and len(own.split()) > 1 and _is_site(site) else text


def _is_site(text: str) -> bool:
    """Whether a few words name a site or an organisation."""
    words = label(text).split()
    named = not phrases("organisations").isdisjoint(words) or re.search(r"\w\.\w{2,}", text)
    return bool(named) and len(words) < 9
