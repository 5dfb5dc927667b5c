"""Texts that no reader writes and every reader of texts must survive: one thing again and again, as long as asked.

`FLOODS` is name -> what repeats: a text, or what makes the n-th of them. Add rows; the probe of `benchmarks/floods.py`
and the tests read the table.
"""

from __future__ import annotations

from collections.abc import Callable

Unit = str | Callable[[int], str]


def word(number: int, letters: str = "bdfgklmnprstvz") -> str:
    """Return the word of a number, another for each: "Babado"."""
    found = ""
    while number or len(found) < 6:
        number, rest = divmod(number, len(letters) * 5)
        found += letters[rest // 5] + "aeiou"[rest % 5]
    return found.capitalize()


_RUNS = {
    "a letter": "a", "a capital": "A", "a blank": " ", "a newline": "\n", "a tab": "\t", "a no-break space": "\u00a0",
    "a return": "\r", "a NUL": "\0", "a digit": "1", "a superscript": "²", "a hyphen": "-", "a dash": "–", "a stop": ".",
    "an ellipsis": "…", "a comma": ",", "a quote": '"', "an apostrophe": "'", "a curly quote": "“", "a bracket": "(",
    "brackets": "()", "square brackets": "[", "an underscore": "_", "underscores in a word": "a____", "a star": "*",
    "a hash": "#", "an ampersand": "&", "a slash": "/", "a colon": ":", "an at": "@", "a bar": "|", "a tilde": "~",
    "a macron": "ā", "a combining accent": "\u0301", "an emoji": "😀", "a sharp s": "ß", "a dotted I": "İ",
}  # fmt: skip

_WORDS = {
    "words": "word ", "capitalised words": "Word ", "capitals": "WORD ", "lines": "Word\n", "paragraphs": "Word\n\n",
    "one capital a word": "A ", "two capitals": "A B ", "capitals in a row": "AbCd", "initials": "A. ", "tight initials": "A.B.",
    "initials and a name": "A. B. Hale ", "hyphens in a name": "Ann-", "small hyphens": "ann-", "apostrophes in a name": "O'",
    "O' Hale": "O' Hale ", "entities": "O&#39;Hale ", "possessives": "Hale’s ", "’s": "’s", "'s ": "'s ",
    "honorifics": "Mr ", "dotted honorifics": "Mr. ", "an honorific and initials": "Mr A B ", "honorific, name": "Mr Hale ",
    "honorifics of all kinds": "Rt Hon Sir ", "titles": "President ", "titles of two": "Prime Minister ",
    "titles and names": "President Ann Hale ", "particles": "van der ", "capital particles": "Van Der ", "de": "Ann de ",
    "al-": "al-", "Al- names": "Al-Hale ", "Al - names": "Al - Hale ", "bin": "Ann bin ", "saints": "St. Ann ", "Jr": "Ann Hale, Jr. ",
    "Jr alone": "Jr ", "generations": "Ann Hale III ", "places": "New Zealand ", "Park": "Park ", "Bill": "the Bill ", "Hale Bill": "Ann Hale Bill ",
    "a name": "Ann Hale ", "a name and a stop": "Ann Hale. ", "a name said": "Ann Hale said. ", "a name in capitals": "ANN HALE ",
    "a name a line": "Ann Hale\n", "names in a list": "Ann Hale, ", "names joined by and": "Ann Hale and ", "names and commas and and": "Ann Hale, and ",
    "a surname": "Hale ", "a surname said": "Hale said. ", "a given name": "Ann ", "given names said": "Ann said. ", "a name and brackets": "Ann Hale (", "roster": "Ann Hale (Reef Watch), ",
    "and": "and ", "of the": "of the ", "Of The": "Of The ", "Minister of": "Minister of ", "Minister of a": "Minister of Reefs ",
    "the Minister": "the Minister ", "the Minister said": "the Minister said. ", "the Minister of a": "the Minister of Reefs said. ",
    "Minister and name": "Minister of Reefs Ann Hale said. ", "name and office": "Ann Hale, Minister of Reefs, said. ",
    "name, office, and the office": "Minister of Reefs Ann Hale and the Minister said. ", "member for": "the member for Torbay Ann Hale ",
    "Member for Torbay": "member for Torbay ", "adviser to the": "adviser to the President ", "former": "former ", "spokesperson": "spokesperson for ",
    "leader of": "leader of ", "Vice": "Vice ", "Vice-": "Vice-", "the then": "the then Minister ", "Office of": "Office of the Minister ",
    "names of bodies": "Hale University ", "at a body": "at Hale University, ", "Mr and a body": "Mr Bridge and Ann Bridge, ",
    "nicknames": 'Ann "Bo" Hale ', "opened nicknames": 'Ann "Bo ', "nicknames in brackets": "Ann (Bo) Hale ", "nested brackets": "(Ann (Hale ",
    "quoted words": '"Ann Hale" ', "curly quoted": "“Ann ", "brackets of names": "(Ann Hale) ", "entity-like": "&amp;", "links": "[Ann](Hale) ",
    "addresses": "https://www.example.org/Ann/", "mail": "ann.hale@Example.org ", "mail without blanks": "Ann@", "www": "www.Ann.",
    "emphasis": "_Ann_ ", "bold": "**Ann Hale** ", "headings": "# Ann Hale\n", "rules": "---\n", "setext": "Ann\n===\n", "fences": "```\n",
    "tables": "| Ann | Hale ", "list items": "- Ann Hale\n", "numbered items": "1. Ann Hale\n", "quotes of mail": "> Ann Hale\n",
    "long lines": "Ann Hale went to the harbour and said that all was well there.\n", "he said": "Ann Hale said. He went. ",
    "I": "I ", "I'm": "I'm ", "Q and A": "Q. A. ", "H E": "H E ", "HE": "H.E. ", "Te": "Te ", "Chinese": "Li Xiuying ", "Korean": "Park Ji-won ",
    "Mc": "Mc", "McHale": "McHALE ", "acronyms": "NATO ", "dotted acronyms": "U.S. ", "MP": "Ann Hale MP ", "MPs": "MP ", "who": "Ann Hale, who ",
    "ages": "Ann Hale, 45, ", "a the": "Ann Hale, the ", "mixed scripts": "Анна Ann ", "Greek": "Άννα ", "CJK": "安", "Thai": "ก",
    "sentence ends": "Hale.” ", "closing marks": '.")]', "stops and quotes": '."', "blank lines": " \n", "returns and newlines": "\r\n",
}  # fmt: skip

_DISTINCT: dict[str, Callable[[int], str]] = {
    "distinct words": lambda n: f"{word(n)} ",
    "distinct words said": lambda n: f"{word(n)} said. ",
    "distinct words, each twice": lambda n: f"Ann {word(n)} said. {word(n)} said. ",
    "distinct names": lambda n: f"{word(n)} {word(n * 7 + 1)} said. ",
    "distinct names in a row": lambda n: f"{word(n)} {word(n * 7 + 1)} ",
    "distinct names, listed": lambda n: f"{word(n)} {word(n * 7 + 1)}, ",
    "distinct names, a line each": lambda n: f"{word(n)} {word(n * 7 + 1)}\n",
    "distinct capitals": lambda n: f"{word(n).upper()} {word(n * 7 + 1).upper()}, ",
    "one surname": lambda n: f"{word(n)} Hale said. ",
    "one surname, alone too": lambda n: f"{word(n)} Hale said. Mr Hale said. ",
    "one given name": lambda n: f"Ann {word(n)} said. ",
    "one given name, alone too": lambda n: f"Ann {word(n)} said. Ann said. ",
    "one middle name": lambda n: f"{word(n)} Bay {word(n * 7 + 1)} said. ",
    "many middle names": lambda n: f"Ann {word(n)} Hale said. ",
    "initials of one surname": lambda n: f"A {word(n)} Hale said. A{word(n).lower()} Hale said. ",
    "surnames then names": lambda n: "Hale said. " if n < 20_000 else f"{word(n)} Hale said. ",
    "nested names": lambda n: " ".join(word(m) for m in range(n % 9, 9)) + " said. ",
    "strangers before a name": lambda n: f"{word(n)} Ann Hale said. ",
    "distinct roles": lambda n: f"Minister of {word(n)} Ann Hale said. ",
    "distinct roles and the office": lambda n: f"Minister of {word(n)} {word(n * 7 + 1)} Hale and the Minister of {word(n)} said. ",
    "one role of many": lambda n: f"Minister {word(n)} Hale said. The Minister said. ",
    "distinct bodies": lambda n: f"{word(n)} University ",
    "Mr of each": lambda n: f"Mr {word(n)} said. ",
    "Mr and Ms of each": lambda n: f"Mr {word(n)} said. Ms {word(n)} said. ",
    "distinct seats": lambda n: f"the member for {word(n)} Ann {word(n * 7 + 1)} said. ",
    "distinct long words": lambda n: word(n) * 20 + " ",
    "distinct hyphens": lambda n: f"{word(n)}-{word(n * 7 + 1)} Hale said. ",
    "reserved words": lambda n: f"{word(n)} Bridge, who said. ",
    "distinct small words": lambda n: f"{word(n).lower()} ",
    "distinct small and capitalised": lambda n: f"{word(n)} {word(n).lower()} ",
}  # fmt: skip

FLOODS: dict[str, Unit] = {**_RUNS, **_WORDS, **_DISTINCT}


def flood(name: str, size: int) -> str:
    """Return the flood `name`, `size` characters long."""
    unit = FLOODS[name]
    if isinstance(unit, str):
        return (unit * (size // len(unit) + 1))[:size]
    parts, length, number = [], 0, 0
    while length < size:
        parts.append(unit(number))
        length += len(parts[-1])
        number += 1
    return "".join(parts)[:size]
