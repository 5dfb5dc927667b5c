"""What TAB offers: commands, options, choices, and values of the corpus in use, from what the index holds already.

Never scans, never builds, loads neither Typer nor Rich. Asks `stored()`, which `__main__` hands in.
"""

from __future__ import annotations

from nzn_cli.cli.arguments import awaits_value, valued, values_of
from nzn_cli.cli.completion.offers import MOST, Offer, Offers, Request, Typed
from nzn_cli.cli.options import DIR, HELP, LISTED, SHARED, VERSION, Argument, Option
from nzn_cli.cli.verbs import SHOWN, Verb, verb_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from nzn_cli.cli.completion.offers import Queries
    from nzn_cli.query.completion import StoredValues

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=@,+%")


def split_words(line: str) -> Typed:
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


def unquoted(word: str) -> str:
    """Return one word without its quotes, as far as they go."""
    return split_words(word.replace(" ", "\\ ") if word[:1] not in "'\"" else word).current


def quote_word(text: str, quote: str) -> str:
    """Return `text` as bash needs it behind an open quote, or bare."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote == '"':
        return "".join("\\" + c if c in '"\\$`' else c for c in text)
    return "".join(c if c in _PLAIN or ord(c) > 127 else "\\" + c for c in text)


def answer(words: list[str], stored: Callable[[], StoredValues], queries: Queries) -> str:
    """Return the lines that the shell's script reads: the kind, then `value TAB description`.

    `words` are the shell's name, then of bash the line up to the cursor and COMP_WORDBREAKS, of zsh and fish the words.
    """
    shell, rest = words[0], words[1:]
    if shell == "bash":
        typed = split_words(rest[0])
        typed = typed._replace(before=typed.before[1:])
    else:
        typed = Typed(tuple(rest[:-1]), rest[-1] if shell == "zsh" else _unquoted(rest[-1]))
    found = candidates(typed, stored, queries)
    shown = tuple(o for o in found.offers if o.value.isprintable())[:MOST]
    lines = _for_bash(shown, typed, rest[1]) if shell == "bash" else [_line(o) for o in shown]
    return "\n".join([found.kind, *lines]) + "\n"


def _unquoted(word: str) -> str:
    if word.isalnum():
        return word

    return unquoted(word)


def _line(offer: Offer) -> str:
    description = "".join(c for c in offer.description if c.isprintable())[:100]
    return f"{offer.value}\t{description}" if description else offer.value


def _for_bash(offers: tuple[Offer, ...], typed: Typed, breaks: str) -> list[str]:
    """Return the candidates quoted; readline puts them in the place of what follows the last break of the word."""

    cut = 0
    if not typed.quote:
        # readline keeps an @ that breaks a word with what follows it
        cut = max((typed.raw.rfind(c) + (c != "@") for c in breaks if c in "=:@" and c in typed.raw), default=0)
    values = [quote_word(offer.value, typed.quote)[cut:] for offer in offers]
    if len(values) == 1:
        return values
    raw = typed.raw[cut:].lstrip("'\"")
    if raw and not all(value.lower().startswith(raw.lower()) for value in values):
        values.insert(0, raw)  # readline would put what all have in common in the place of what was typed
    return values


def _before(words: tuple[str, ...] | list[str]) -> tuple[list[str], str | None, bool]:
    """Return the words before the cursor that are no options, an option that waits for its value, and whether -- stood.

    The first of the words is the verb.
    """
    plain: list[str] = []
    waiting: str | None = None
    ended, place = False, 0
    while place < len(words):
        word = words[place]
        place += 1
        if word == "--":
            ended = True
        elif not word.startswith("-") or word == "-" or ended:
            plain.append(word)
        elif awaits_value(word, valued()):
            if place == len(words):
                waiting = word if word.startswith("--") else f"-{word[-1]}"
            place += 1
    return plain, waiting, ended


def candidates(typed: Typed, stored: Callable[[], StoredValues], queries: Queries) -> Offers:
    """Return what may stand under the cursor."""
    plain, waiting, ended = _before(typed.before)
    verb = verb_of(plain[0]) if plain else None
    if plain and verb is None:
        return Offers("values")
    dirs = [_with_variables(name) for name in values_of(DIR, typed.before, valued())]
    request = Request(verb, typed.before, typed.current, dirs, stored, queries)
    if waiting is not None:
        return _of_option(_option(verb, waiting), request, "")
    if typed.current.startswith("-") and not ended:
        flag, equals, _ = typed.current.partition("=")
        if equals:
            return _of_option(_option(verb, flag), request._replace(current=typed.current[len(flag) + 1 :]), flag + "=")
        return _flags(request)
    if verb is None:
        return Offers("values", _starting([Offer(v.name, v.summary) for v in SHOWN], typed.current))
    return _of_argument(verb, len(plain) - 1, request)


def _with_variables(name: str) -> str:
    """Return the name of a folder with the values of its variables: a shell completes before it puts them in."""
    if "$" not in name:
        return name
    from os.path import expandvars

    return expandvars(name)


def _option(verb: Verb | None, flag: str) -> Option | None:
    verbs = (verb,) if verb else SHOWN
    return next((found for v in verbs if (found := v.option(flag))), None)


def _flags(request: Request) -> Offers:
    options = (*request.verb.options, HELP) if request.verb else (*SHARED, HELP, VERSION)
    flags = [Offer(flag, option.help) for option in options for flag in option.flags]
    long = [offer for offer in flags if offer.value.startswith("--")]
    if request.current.startswith("--"):
        return Offers("values", _starting(long, request.current))
    letters = [offer for offer in flags if not offer.value.startswith("--")]
    return Offers("values", _starting([*long, *letters], request.current))


def _of_option(option: Option | None, request: Request, before: str) -> Offers:
    if option is None or not option.takes_value:
        return Offers("values")
    if option.choices:
        listed = option.name in LISTED
        head = request.current.rpartition(",")[0] + "," if listed and "," in request.current else ""
        choices = option.choices
        if option.name == "format" and request.verb:
            from nzn_cli.render.formats import formats_of

            choices = formats_of(request.verb.name) or choices
        offers = _starting([Offer(head + choice) for choice in choices], request.current)
        found = Offers("values", offers)
    else:
        found = _of_kind(option.complete, request)
    return found._replace(offers=tuple(Offer(before + value, description) for value, description in found.offers))


def _of_argument(verb: Verb, place: int, request: Request) -> Offers:
    arguments = verb.arguments
    argument: Argument | None = arguments[min(place, len(arguments) - 1)] if arguments else None
    if argument is None or (place >= len(arguments) and not argument.many):
        return Offers("values")
    return _of_kind(argument.complete, request)


def _of_kind(kind: str, request: Request) -> Offers:
    if kind == "dirs" and request.current.startswith("@"):
        from nzn_cli.config.folders import SEEDS

        return Offers("values", _starting([Offer(SEEDS, "the documents that come with nzn")], request.current))
    if kind in ("dirs", "files"):
        return Offers(kind)
    if kind == "id" and ("/" in request.current or request.current.startswith((".", "~"))):
        return Offers("files")
    from nzn_cli.cli.completion import values

    return values.of_kind(kind, request)


def _starting(offers: Iterable[Offer], typed: str) -> tuple[Offer, ...]:
    return tuple(offer for offer in offers if offer.value.startswith(typed))
