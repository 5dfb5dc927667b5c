"""Roles that follow a name in running text: what links them to it, how far each reaches, and lists of them.

Knows words and the text behind a name; whose the name is, and where the next stands, is asked by `role_spans`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.role_complements import end_with_complement, may_stand_before
from nzn_cli.annotate.people.role_ends import last_of_role
from nzn_cli.annotate.people.role_words import PREFIXES, RoleWord, heads, is_adjective, is_numbered, pattern, role_words
from nzn_cli.annotate.rule_table import Rule, RuleTable

REACH = 200  # characters behind a name in which its roles are read
_BEFORE_HEAD = 6  # words that stand before the head of a role, at most
_LINKED = 3  # words behind a link that say whether it leads to what an office is of
_OWNER = r"(?:(?:administration|government|party|country|company|nation|state|city|firm|group|team|club)['’]s )?"
_DETERMINERS = rf"(?:(?:the|a|an|its|their|his|her|our|one of the|both a|both the) {_OWNER})?"
_POST_NOMINALS = r"(?:,[ \u00a0](?:(?:[A-Z]\.){2,4}|[A-Z]{2,5}|Ph\.?D\.?|Esq\.?)(?=,))+"
_ACTS = r" (?:will|would|is|was|are|were|has|have|had|can|could|may|might|must|should) "
_BY = r"\bby (?:[A-Z][\w.’'-]*[ \u00a0]?){1,7}\Z"  # who appoints
_LONGEST_AGENT = 80
_NEXT_SUBJECT = r",? and (?:an?|the) "
# "she served Hale, first as clerk"
_SPELL = r"(?:first|initially|then|later|most recently|recently|previously|finally|lastly)"
_WHEN = r"(?:(?:also|now|currently|again|once|later|then|previously|formerly|still|first) )?"


_APPOINTS = re.compile(
    r"\b(?:[Aa]ppoint|[Dd]esignat|[Nn]am(?:e|ed|ing)\b|[Nn]ominat|(?:[Rr]e-?)?[Ee]lect|[Pp]ick|[Ss]elect|[Ss]w(?:ear|orn)|[Cc]onfirm|"
    r"[Pp]romot|[Ii]nstall|[Rr]eplac|[Ss]ucceed|[Hh]ir|[Cc]hoos|[Cc]hose)"
)


def _is_title_line(text: str, end: int) -> bool:
    """Return whether a name opens a line of which the rest is a role in capitals: "Ana Hale National Reef Chair"."""
    stop = text.find("\n", end, end + 90)
    words = role_words(text, end, stop) if stop > 0 else []
    if not words or words[-1].bare not in heads() or words[-1].mark:
        return False
    start = text.rfind("\n", max(0, end - 60), end) + 1
    name = text[start:end].split()
    opens = len(name) > 1 and all(word[0].isupper() for word in name)
    return opens and all(word.bare[0].isupper() or word.bare in ("of", "and", "for", "the") for word in words)


def _is_appointed(text: str, end: int) -> bool:
    """Return whether whose name ends at a place is appointed, and does not appoint: no "was named by Ann Hale as"."""
    if not _APPOINTS.search(text, max(0, end - 120), end):
        return False
    return lazy_pattern(_BY).search(text, max(0, end - _LONGEST_AGENT), end) is None


_COPULAS = (" is ", " was ", " became ", " becomes ", " remain")
_AUXILIARIES = (" has ", " is ", " was ", " will ", " had ", " have ", " to ")
_SERVES = (" serve", " agreed to serve ", " acts ", " acted ", " assum", " took ", " takes ", " joins ", " joined ")
_LEAVES = (" resign", " retire", " stepped ", " quit ", " has re", " has stepped ", " has quit ")


def _opens_entry(text: str, end: int) -> bool:
    """Return whether a name that ends at a place is all that its line has before it, but for the mark of a list."""
    line = text[text.rfind("\n", max(0, end - 60), end) + 1 : end].lstrip(" \u00a0\t•*·–—-")
    return len(line) < 50 and all(word[0].isupper() or word in words_of("particle") for word in line.split())


@functools.cache
def lazy_pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when first asked for."""
    return re.compile(pattern)


LINKS: RuleTable[[str, int], str] = RuleTable(
    "what links a role to the name before it",  # asked of the text and of the end of the name
    Rule(
        "who-is", lambda text, end: text.startswith(", who ", end),
        rf", who (?:is|was|has been|served as|serves as) {_WHEN}{_DETERMINERS}",
        "They met [Ana Brunner], who is {director of Reef Watch}.",
    ),
    Rule(
        "first-to-be", lambda text, end: text.startswith(", the first ", end),
        r", the first (?:[\w-]+ ){1,5}to (?:serve as|become|be(?: named| elected| appointed)?) (?:the |a |an )?",
        "They met [Ana Brunner], the first surfer to serve as {director of Reef Watch}.",
    ),
    Rule(
        "apposition", lambda text, end: text[end : end + 1] == ",", rf",[ \u00a0](?!{_SPELL} as ){_WHEN}{_DETERMINERS}",
        "[Ana Brunner], the {reef trust's director general}, spoke.",
    ),
    Rule(
        "line-below", lambda text, end: text[end : end + 1] == "\n", r"\n(?!\n)",
        "It is late.\n\n[Ana Brunner]\n{Director of Reef Watch}\n\nEnds",
    ),
    Rule(
        "brackets", lambda text, end: text.startswith(" (", end), r" \((?:the )?",
        "They met [Ana Brunner] ({director of Reef Watch}).",
    ),
    Rule(
        "as", lambda text, end: text.startswith(" as ", end) and _is_appointed(text, end),
        rf" as {_DETERMINERS}",
        "They welcome the appointment of [Ana Brunner] as {chair of the reef panel}.",
    ),
    Rule(
        "rest-of-line", lambda text, end: text[end : end + 1] == " " and _is_title_line(text, end), " ",
        "[Ana Brunner] {National Reef Spokesperson}\n\nThey met [Ana Brunner] in May.",
    ),
    Rule(
        "copula", lambda text, end: text.startswith(_COPULAS, end),
        rf" (?:is|was|became|becomes|remains|remained) {_WHEN}(?:the|a|an|its|our|their) {_WHEN}",
        "[Ana Brunner] is a {lecturer in reef law}.",
    ),
    Rule(
        "copula-and-office", lambda text, end: text.startswith(_COPULAS, end),
        rf" (?:is|was|became|becomes|remains|remained) {_WHEN}(?=[A-Z])",
        "[Ana Brunner] was {Head of Reef Watch}.",
    ),
    Rule(
        "copula-and-job", lambda text, end: text.startswith(_COPULAS, end),
        rf" (?:is|was|became|becomes|remains|remained) {_WHEN}(?=(?:[a-z-]+ ){{1,5}}(?:of|at|for) )",
        "[Ana Brunner] is {director of Reef Watch}.",
    ),
    Rule(
        "appointed", lambda text, end: text.startswith(_AUXILIARIES, end),
        r" (?:has been|has|is|was|will be|will become|will)(?: today)?(?: (?:re-?)?(?:appointed|named|elected|become|"
        rf"commissioned|confirmed|nominated|sworn in|promoted|selected|serve|served|been))"
        rf"(?: as| to be| to)? {_DETERMINERS}",
        "[Ana Brunner] has been appointed {director of Reef Watch}.",
    ),
    Rule(
        "serves", lambda text, end: text.startswith(_SERVES, end),
        r" (?:serves|served|agreed to serve|acts|acted|(?:assumes|assumed|takes|took) (?:charge|office|over)"
        rf"|(?:joins|joined) [A-Z][\w&]*(?: [A-Z][\w&]*){{0,3}}) as {_DETERMINERS}",
        "[Ana Brunner] assumed charge as {director of Reef Watch}.",
    ),
    Rule(
        "leaves", lambda text, end: text.startswith(_LEAVES, end),
        rf" (?:has )?(?:resigned|resigns|retired|retires|stepped (?:down|aside)|quit) as {_DETERMINERS}",
        "[Ana Brunner] resigned as {director of Reef Watch}.",
    ),
    Rule(
        "entry-of-list", lambda text, end: text.startswith((" — ", " – ", " - "), end) and _opens_entry(text, end),
        r" [—–-] (?=[A-Z])", "Those who met:\n- [Ana Brunner] — {Director of Reef Watch}\n",
    ),
)  # fmt: skip


def roles_behind(text: str, end: int, ceiling: int, opens_line: bool) -> list[tuple[int, int]]:
    """Return where the roles behind a name stand that ends at a place, in their order.

    `ceiling` is where the next name begins; `opens_line` says that the name stands alone at the start of its line.
    """
    end += text.startswith(".,", end)  # "Ann Hale Jr., director"
    if text[end : end + 1] == "," and (letters := lazy_pattern(_POST_NOMINALS).match(text, end, end + 40)):
        end = letters.end() if (heads() - {"MD"}).isdisjoint(re.findall(r"[A-Z]+", letters[0])) else end
    start = _linked_at(text, end, opens_line)
    if start < 0:
        return []
    line = text.find("\n", start)
    stop = min(ceiling, end + REACH, len(text) if line < 0 else line)
    if not _may_begin_role(text, start, stop):
        return []
    found = list(roles_in(role_words(text, start, stop)))
    if found and text[found[-1][1] - 1 : found[-1][1] + 1].isalnum():
        found.pop()  # cut off where reading ends
    if len(found) > 1 and lazy_pattern(_NEXT_SUBJECT).match(text, found[-2][1]) and _acts(text, found[-1][1]):
        found.pop()  # "will serve as chair, and a director will lead it"
    if found and text[start - 6 : start] == "first " and lazy_pattern(r" (?:ever )?to ").match(text, found[-1][1]):
        return []  # "is the first diver to lead it"
    return found


def _acts(text: str, end: int) -> bool:
    """Return whether what ends at a place does what follows."""
    return lazy_pattern(_ACTS).match(text, end) is not None


def _linked_at(text: str, end: int, opens_line: bool) -> int:
    """Return where a role behind a name may begin, -1 where nothing links one to it."""
    if text[end : end + 1] not in (",", " ", "\n") or (text[end : end + 1] == "\n" and not opens_line):
        return -1
    for row in LINKS.rows:
        if row.test(text, end) and (match := lazy_pattern(row.outcome).match(text, end, end + 80)):
            return match.end()
    return -1


def _may_begin_role(text: str, start: int, stop: int) -> bool:
    """Say at small cost whether a stretch of a text may begin with a role: whether its first words lead to a head."""
    for word, mark in (match.groups() for match in pattern().finditer(text, start, stop)):
        if word in heads() or "(" in mark:
            return True
        if not mark.isspace() and mark:
            return False
        if not (_opens(word) or may_stand_before(word) or word in _NUMBERS_AND_JOINTS):
            return False
    return False


_NUMBERS_AND_JOINTS = frozenset(("and", "&", "First", "Second", "Third"))


def roles_in(words: Sequence[RoleWord]) -> Iterator[tuple[int, int]]:
    """Yield the roles that words begin with: "director of Reef Watch, chair of the panel and member of the board"."""
    first = 0
    while first < len(words):
        while first < len(words) and _opens(words[first].bare) and not words[first].mark:
            first += 1
        if first == len(words) or (last := _end_of_phrase(words, first)) < 0:
            return
        last = _end_of_nomination(words, first, last)
        yield words[first].start, words[last].end
        last = _behind_year(words, last)
        first = last + 1
        if words[last].mark not in ("", ",", ";", ")", "),"):
            return
        if first < len(words) and words[first].bare in ("and", "&") and not words[first].mark:
            first += 1
        elif not words[last].mark.endswith((",", ";")):
            return


def _end_of_nomination(words: Sequence[RoleWord], first: int, last: int) -> int:
    """Return the end of a role with the offices that a nominee is one for as well: "Nominee for Chair and Member"."""
    if words[first].bare not in ("Nominee", "nominee"):
        return last
    while last + 2 < len(words) and not words[last].mark and words[last + 1].bare in ("and", "&"):
        end = _end_of_phrase(words, last + 2)
        if end < 0:
            break
        last = end
    return last


def _opens(word: str) -> bool:
    """Return whether a word before a role is no part of it: "the", "its", "also", "the company's"."""
    return word in _OPENERS or (word.islower() and word.endswith(("'s", "’s")) and word[:-2] not in _SUBJECTS)


def _behind_year(words: Sequence[RoleWord], last: int) -> int:
    """Return the index of the year since which a role was somebody's, that of its last word where none stands there."""
    if words[last].mark or last + 2 >= len(words) or words[last + 1].bare not in ("in", "since", "from"):
        return last
    year = words[last + 2].bare
    return last + 2 if len(year) == 4 and year.isdecimal() else last


_SUBJECTS = frozenset(("there", "here", "that", "it", "he", "she", "what", "who", "where", "how", "let"))
_OPENERS = frozenset(("the", "a", "an", "also", "its", "his", "her", "their", "as", "currently", "now", *PREFIXES))


def _end_of_phrase(words: Sequence[RoleWord], first: int) -> int:
    """Return the index of the last word of the role that begins with a word; -1 where none does."""
    head = first
    while head < len(words) and not _is_head(words, head):
        modifies = may_stand_before(words[head].bare) or (head > first and _joins_fields(words, head))
        if words[head].mark or head - first >= _BEFORE_HEAD or not (modifies or is_numbered(words, head)):
            return -1
        head += 1
    if head == len(words):
        return -1
    while head + 1 < len(words) and not words[head].mark and _is_head(words, head + 1):
        head += 1
    return end_with_complement(words, head, last_of_role(words, head))


def _joins_fields(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether "and" joins two fields in capitals before a head: "Reef and Tide Minister"."""
    if words[i].bare not in ("and", "&") or words[i - 1].mark or i + 1 == len(words):
        return False
    beside = (words[i - 1].bare, words[i + 1].bare)
    if any(word.bare == "Justice" for word in words[i + 1 : i + _LINKED]):  # a field itself: "Tides and Reef Justice"
        return False
    return all(word[0].isupper() and people_lexicon.word(word).signs & kinds.LOWER for word in beside)


def _is_head(words: Sequence[RoleWord], i: int) -> bool:
    if words[i].bare not in heads() or is_adjective(words, i):
        return False
    return not (words[i].bare in words_of("leading") and _leads_to_head(words, i))


def _leads_to_head(words: Sequence[RoleWord], i: int) -> bool:
    """Return whether a head follows on a word, with at most two words between: "chief financial officer"."""
    for at in range(i, min(len(words) - 1, i + 3)):
        if words[at].mark or (at > i and not (words[at].bare.islower() and may_stand_before(words[at].bare))):
            return False
        if words[at + 1].bare in heads():
            return True
    return False
