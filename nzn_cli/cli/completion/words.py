"""A half-typed command line as a shell holds it: words without their quotes, and names quoted the way they stand.

Standard library only, and little of it: a TAB waits for this.
"""

from __future__ import annotations

from nzn_cli.cli.completion.offers import Typed

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@,+%")


def read(line: str) -> Typed:
    """Return the words of a bash command line up to the cursor."""
    words: list[str] = []
    word, start, quote, inside, place = "", 0, "", False, 0
    while place < len(line):
        char = line[place]
        if quote == "'" or (quote == '"' and char != "\\"):
            quote, word = ("", word) if char == quote else (quote, word + char)
        elif char == "\\" and place + 1 < len(line):
            place += 1
            word += line[place] if not quote or line[place] in '"\\$`' else "\\" + line[place]
            inside = True
        elif char in "'\"":
            quote, inside = char, True
        elif char in " \t\n":
            if inside:
                words.append(word)
            word, inside, start = "", False, place + 1
        else:
            word, inside = word + char, True
        place += 1
    return Typed(tuple(words), word, line[start:], quote)


def lenient(word: str) -> str:
    """Return one word without its quotes, as far as they go."""
    return read(word.replace(" ", "\\ ") if word[:1] not in "'\"" else word).current


def quoted(text: str, quote: str) -> str:
    """Return `text` as bash needs it behind an open quote, or bare."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote == '"':
        return "".join("\\" + c if c in '"\\$`' else c for c in text)
    return "".join(c if c in _PLAIN or ord(c) > 127 else "\\" + c for c in text)
