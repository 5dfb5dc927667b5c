"""Where a name starts, goes on and ends within a run, as tables of rules. Knows runs, not documents.

Examples have mentions in [ ] and roles in { }.
"""

from __future__ import annotations

from nzn_cli.annotate.people import kinds, people_lexicon
from nzn_cli.annotate.people.people_lexicon import words_of
from nzn_cli.annotate.people.run_words import (
    ALWAYS,
    BEFORE_A_NAME,
    TITLED,
    Position,
    Token,
    is_after_initial_and_surname,
    is_asian_surname,
    is_behind_middle_initial,
    is_excellency,
    is_middle_initial,
    is_only_given_before,
    is_place_before_name,
    is_side_of_town,
    is_surname_too,
    is_third_syllable,
    is_verb_of,
    is_within_full_name,
    is_word_and_last_name,
    position,
)
from nzn_cli.annotate.rule_table import Rule, RuleTable, always

_AFTER_HONORIFIC = frozenset((kinds.COMMON, kinds.LEAD, kinds.TIME, kinds.DEMONYM))
_WORD_AND_SURNAME = frozenset((kinds.LEAD, kinds.ORGANISATION, kinds.GEOGRAPHY, kinds.TIME))
_FAMILY = frozenset(
    (kinds.HONORIFIC, kinds.TITLE, kinds.SUFFIX, kinds.ORGANISATION, kinds.GEOGRAPHY, kinds.DEMONYM, kinds.COUNTRY,
     kinds.COMMON)
)  # fmt: skip
_NO_NAME = _FAMILY | {kinds.LEAD, kinds.TIME}
_INITIAL, _PARTICLE, _ACRONYM = frozenset(kinds.INITIAL), frozenset(kinds.PARTICLE), frozenset(kinds.ACRONYM)
_COMMON, _LEAD, _TIME = frozenset(kinds.COMMON), frozenset(kinds.LEAD), frozenset(kinds.TIME)
_ORGANISATION, _TITLE = frozenset(kinds.ORGANISATION), frozenset(kinds.TITLE)
_LAW = frozenset(("The", "This", "That", "A", "Another", "New"))  # before "Bill"
_CHAMBERS = frozenset(("S.", "H.", "A.", "H.R."))  # behind "Bill", before its number

START: RuleTable[[Position], bool] = RuleTable(
    "whether a name starts with a word",
    Rule(
        "place-before-name", is_place_before_name, False,
        "In Dallas [James Wood] said no.", frozenset((kinds.UNKNOWN, kinds.BOTH)),
    ),
    Rule(
        "saint-or-mountain",
        lambda p: p.before.text.rstrip(".") in words_of("of-places") and p.tokens[-1].word.kind != kinds.GENERATION,
        False,
        "The {member for Lake Ann} [Omar Haddad] spoke.", ALWAYS,
    ),
    Rule(
        "this-bill", lambda p: p.text == "Bill" and p.is_last() and p.before.text in _LAW, False,
        "{MP} [Bill Hartnoll] spoke. This Bill is his. Then [Bill] left.", ALWAYS,
    ),
    Rule(
        "reform-bill",
        lambda p: p.text == "Bill" and p.i and p.is_last() and p.before.word.kind not in TITLED | _LEAD, False,
        "The Fisheries Reform Bill was read. {MP} [Bill Hartnoll] spoke.", ALWAYS,
    ),
    Rule(
        "numbered-bill", lambda p: p.text == "Bill" and p.i + 2 == len(p.tokens) and _next(p) in _CHAMBERS, False,
        "The House passed Bill S. 1234.", ALWAYS,
    ),
    Rule("name", always, True, "{Fisheries Minister} [Susan Carmody] spoke.", ALWAYS),
    Rule(
        "the-honourable", lambda p: p.text == "T.H." and p.following.signs & kinds.GIVEN and p.i + 2 < len(p.tokens),
        False, "They met T.H. [Susan Carmody].", _INITIAL,
    ),
    Rule("excellency", is_excellency, False, "H E [Marguerite Dufour] left.", _INITIAL),
    Rule(
        "answer", lambda p: p.text in ("A.", "I.") and not is_middle_initial(p), False,
        "Q. Who was it? A. [John Hartnoll] said so.", _INITIAL,
    ),
    Rule(
        "lettered", lambda p: "." not in p.text and p.before.text in words_of("lettered"), False,
        "It was for Part D Brunner and Class A Carmody.", _INITIAL,
    ),
    Rule("initial", always, True, "{Treasurer} [P. Whittle] signed.", _INITIAL),
    Rule("te", lambda p: p.text == "te", False, "The Ministry te [Whetu Pōtae] spoke.", _PARTICLE),
    Rule("particle", Position.is_before_name, True, "{Minister} [de Kloof] spoke.", _PARTICLE),
    Rule(
        "initials", lambda p: p.is_before_name() and len(p.text) < 3 and not p.is_in("not-initials"), True,
        "{Board chair} [VK Srinath Rao] said so.", _ACRONYM,
    ),
    Rule(
        "name-in-capitals",
        lambda p: p.is_before_name() and len(p.text) > 3 and p.signs & (kinds.SURNAME | kinds.GIVEN), True,
        "{Goalkeeper} [PELLETIER Nicolas] saved it.", _ACRONYM,
    ),
    Rule(
        "capitals-after-honorific", lambda p: p.before.word.kind == kinds.HONORIFIC and len(p.text) > 2, True,
        "The House heard [Mr ZVORDAK] again.", _ACRONYM,
    ),
    Rule(
        "month-of-date", lambda p: p.is_in("month-and-name") and ((p.opens and p.i == 0) or _is_dated(p.before)), False,
        "In June [Brunner] said no.", _TIME,
    ),
    Rule(
        "month-as-given-name", lambda p: p.is_in("month-and-name") and is_word_and_last_name(p), True,
        "They met [June Warren].", _TIME,
    ),
    Rule(
        "title-as-given-name",
        lambda p: p.is_in("title-and-name") and is_word_and_last_name(p) and not (p.opens and p.i == 0)
        and p.before.word.kind not in (kinds.ORGANISATION, kinds.GEOGRAPHY, kinds.COMMON)
        and p.before.text not in words_of("before-title"), True,
        "They met [Earl Brunner].", _TITLE,
    ),
    Rule(
        "word-opens-sentence", lambda p: p.opens and p.i == 0 and _is_word_within(p), False,
        "Will [Thomas Hale] go?", _NO_NAME,
    ),
    Rule(
        "will-and-stranger",
        lambda p: p.text in ("Will", "Said") and p.following.kind == kinds.UNKNOWN and _is_word_within(p), True,
        "The prize went to [Will Zvordak], who wept.", _NO_NAME,
    ),
    Rule(
        "word-and-surname", lambda p: p.following.signs & kinds.SURNAME and _is_word_within(p), True,
        "It was [Christian Brunner], who wept.", _NO_NAME,
    ),
    Rule(
        "honorific-and-name", lambda p: p.before.word.kind == kinds.HONORIFIC and p.signs & kinds.EITHER, True,
        "It was signed by [Dr Young] and [Mr Little].", _AFTER_HONORIFIC,
    ),
    Rule(
        "pageant", lambda p: p.before.text in ("Miss", "Master"), False, "She was crowned Miss Freedom in May.",
        _COMMON,
    ),
    Rule(
        "what-a-doctor-does", lambda p: p.before.word.kind == kinds.HONORIFIC and is_verb_of(p), False,
        "Dr Gives told.", _COMMON,
    ),
    Rule(
        "honorific-and-word", lambda p: p.before.word.kind == kinds.HONORIFIC, True,
        "It was signed by [Dr Anchor].", _COMMON,
    ),
    Rule("asian-surname", is_asian_surname, True, "{Analyst} [So Wing-yan], 41, disagreed.", _LEAD),
    Rule("no-surname", lambda p: not is_surname_too(p), False, "It was {Minister} [Smith-Jones].", _FAMILY),
    Rule(
        "before-double-surname", lambda p: p.following.signs & kinds.HYPHEN, True,
        "They met [Bishop Forsyth-Brunner].", _FAMILY,
    ),
    Rule(
        "surname-alone", lambda p: not p.following.kind and _is_after_title_of_surname(p), True,
        "The part of {President} [Vrenzi] was small. Then {Rep.} [Park] left.", _FAMILY,
    ),
)  # fmt: skip

GO_ON: RuleTable[[Position], bool] = RuleTable(
    "whether a name goes on with a word",
    Rule(
        "word-as-surname", lambda p: p.is_last() and LAST_WORD.match(p), True,
        "They met [Dr Anna Read].", _WORD_AND_SURNAME,
    ),
    Rule(
        "high-office", lambda p: p.text == "High" and _next(p).startswith("Commissioner"), False,
        "They met [Ana Zvordak] High Commissioner of Samoa.", frozenset(kinds.AMBIGUOUS),
    ),
    Rule(
        "verb-of-heading",
        lambda p: p.second_before().word.kind == kinds.TITLE and not p.before.word.signs & kinds.GIVEN
        and p.text[-1] == "s" and p.signs & kinds.LOWER, False,
        "{President} [Brunner] Marks Reef Day.", frozenset(kinds.AMBIGUOUS),
    ),
    Rule(
        "said-and-article", lambda p: p.text == "Said" and _next(p) in ("Al", "El", "Bin"), True,
        "They met [Ahmed Said Al Zvordak].", frozenset(kinds.LEAD),
    ),
    Rule("name", always, True, "{Minister} [Susan Mary Carmody] spoke.", ALWAYS | {kinds.GENERATION}),
    Rule("excellency", is_excellency, False, "[Ana Brunner] H E [Marguerite Dufour] left.", _INITIAL),
    Rule(
        "vitamin-a",
        lambda p: p.i == 1 and p.text in ("A.", "I.") and p.before.word.kind == kinds.UNKNOWN
        and not is_middle_initial(p), False,
        "Is it Qutla A. [John Hartnoll] said so.", _INITIAL,
    ),
    Rule("initial-of-next", is_after_initial_and_surname, False, "It was [J. Smythe] [A. Hale].", _INITIAL),
    Rule("initial", always, True, "It was [John B. Smythe], who wept.", _INITIAL),
    Rule(
        "te-after-stranger", lambda p: p.text == "te" and not p.before.word.signs & kinds.GIVEN, False,
        "The Zvordak te [Whetu Pōtae] spoke.", _PARTICLE,
    ),
    Rule("particle", always, True, "The award went to [Willem van der Kloof], a {baker}.", _PARTICLE),
    Rule(
        "chinese", lambda p: people_lexicon.is_chinese(p.before.text, p.text), True,
        "{Analyst} [Zhou Sun Min], 41, disagreed.", _NO_NAME | _ACRONYM,
    ),
    Rule(
        "surname-in-capitals", lambda p: p.is_after_given() and _is_name_in_capitals(p), True,
        "{Goalkeeper} [Nicolas PELLETIER] saved it.", _ACRONYM,
    ),
    Rule(
        "name-in-capitals", lambda p: p.is_before_name() and _is_name_in_capitals(p), True,
        "{Goalkeeper} [Zvordak NICOLAS Pelletier] saved it.", _ACRONYM,
    ),
    Rule(
        "capitals-of-honorific",
        lambda p: len(p.text) > 2 and p.before.text.isupper() and p.second_before().word.kind == kinds.HONORIFIC, True,
        "The House heard [Hon ANA VRENZI] again.", _ACRONYM,
    ),
    Rule(
        "arabic-article", lambda p: p.before.text in words_of("arabic-link") and p.signs & kinds.EITHER, True,
        "{Minister} [Khalid bin Prince] spoke.", _NO_NAME,
    ),
    Rule(
        "a-as-initial",
        lambda p: p.text == "A" and p.is_after_given() and p.following.kind == kinds.KNOWN
        and p.following.signs & kinds.SURNAME, True,
        "We saw [Peter A Brunner].", _LEAD,
    ),
    Rule(
        "within-full-name", is_within_full_name, True,
        "They met [Susan Young Carmody] and [Gert Jan Brunner].", _LEAD | _TIME,
    ),
    Rule(
        "behind-middle-initial", is_behind_middle_initial, True,
        "It was signed by [Susan K. Winter] and [Ann B. Pipe].", _NO_NAME,
    ),
    Rule(
        "lead-as-surname", lambda p: p.is_last() and p.is_after_given() and p.signs & kinds.FREQUENT, True,
        "They saw [Peter So].", _LEAD,
    ),
    Rule("asian-surname", is_asian_surname, True, "{Analyst} [Ana So Wing-yan], 41, disagreed.", _LEAD),
    Rule(
        "month-as-surname", lambda p: p.is_after_given() and p.is_in("month-and-name"), True,
        "{Prime Minister} [Theresa April] said hello.", _TIME,
    ),
    Rule(
        "common-word-as-surname", is_only_given_before, True,
        "{Party Leader} [Rodney Seek] said so.", _COMMON,
    ),
    Rule(
        "third-syllable", is_third_syllable, True, "They met [Mr Teo Ho Pin].", _FAMILY,
    ),
    Rule("no-surname", lambda p: not is_surname_too(p), False, "{Minister} [Susan] Samoa spoke.", _FAMILY),
    Rule(
        "frequent-surname", lambda p: p.signs & kinds.FREQUENT, True,
        "The vote of [Hassan Sheikh Warsame] was lost.", frozenset((kinds.TITLE, kinds.DEMONYM)),
    ),
    Rule(
        "street-of-queen", lambda p: p.text in ("Park", "Street") and _is_on_signs(p.second_before()), False,
        "They met by Queen Ann Street.", _FAMILY,
    ),
    Rule(
        "park-of-place",
        lambda p: p.i == 1 and p.text in ("Park", "Street") and p.before.word.signs & kinds.PLACE, False,
        "They met in Victoria Park, who wept.", _FAMILY,
    ),
    Rule(
        "side-of-town", is_side_of_town, False, "The {member for London West}, [Ann Hale], left.",
        _FAMILY,
    ),
    Rule(
        "press-of-full-name", lambda p: p.second_before().word.kind in kinds.NAMEABLE, False,
        "{Minister} [Ann Brady] Banks spoke.", _ORGANISATION,
    ),
    Rule(
        "before-institution", lambda p: p.following.kind in (kinds.GEOGRAPHY, kinds.ORGANISATION), False,
        "{Minister} [Iris Hill] spoke at Iris Hill School.", _FAMILY,
    ),
    Rule(
        "church-before-name",
        lambda p: p.following.kind == kinds.KNOWN and p.following.signs & kinds.GIVEN and not p.signs & kinds.GIVEN,
        False,
        "At Trinity Church [Richard Hale] spoke.", _ORGANISATION,
    ),
    Rule(
        "before-stranger", lambda p: p.following.kind == kinds.UNKNOWN, False,
        "It was Iris Banks Zvordak, who wept.", _FAMILY - {kinds.GEOGRAPHY},
    ),
    Rule("family-name", Position.is_after_given, True, "[Iris Hill] spoke.", _FAMILY),
)  # fmt: skip

LAST_WORD: RuleTable[[Position], bool] = RuleTable(
    "whether the last word of a run is a surname",  # "Dr Marion Read": a title says so, or what stands around the run
    Rule(
        "honorific-and-stranger",
        lambda p: p.before.word.kind == kinds.UNKNOWN and p.second_before().word.kind == kinds.HONORIFIC
        and p.signs & kinds.SURNAME, True,
        "They met [Hon Oriwa Street].",
    ),
    Rule(
        "no-given-name", lambda p: p.before.word.kind != kinds.KNOWN or not p.before.word.signs & kinds.GIVEN, False,
        "They met Zvordak Bank, who wept.",
    ),
    Rule("hospital", lambda p: p.is_in("hospital"), False, "They met at Anna Hospital, who wept."),
    Rule("of-person", lambda p: p.i == 1 and p.of_person, True, "It was [Peter While], who wept."),
    Rule(
        "no-surname", lambda p: not p.signs & (kinds.SURNAME if p.kind == kinds.LEAD else kinds.SURNAME | kinds.LOWER),
        False, "It was signed by [Dr Anna] About.",
    ),
    Rule(
        "of-person-after-word",
        lambda p: p.of_person and p.second_before().word.kind not in TITLED | kinds.NAMEABLE, True,
        "The Reef [Peter Sun], who wept.",
    ),
    Rule(
        "after-word", lambda p: p.second_before().word.kind not in TITLED, False,
        "[Dr Peter Sun] met him in Samoa [Peter] Sun.",
    ),
    Rule(
        "professor-of-body",
        lambda p: _is_body(p) and _is_of_bearer(p.second_before()), True,
        "It was signed by [Dr Anna School].",
        _ORGANISATION,
    ),
    Rule("body-of-ruler", lambda p: _is_body(p), False, "They met in Emir Karim Mosque."),
    Rule("on-signs", lambda p: _is_on_signs(p.second_before()), False, "They met Captain Anna Bridge, who wept."),
    Rule("titled", always, True, "{Fisheries Minister} [Ron Young] spoke."),
)  # fmt: skip


def may_start(tokens: list[Token], i: int, opens: bool) -> bool:
    """Return whether a name may start with word i; `opens` says that a sentence starts with the run."""
    rows = START.at_word(tokens[i].word.kind)
    if not rows or rows[0][0] is always:  # what stands around the word need not be looked at
        return bool(rows) and rows[0][1]
    where = position(tokens, i, opens)
    for test, outcome in rows:
        if test(where):
            return outcome
    return False


def may_go_on(tokens: list[Token], i: int, of_person: bool = False) -> bool:
    """Return whether a name under way may go on with word i; `of_person`: what stands around speaks of a person."""
    rows = GO_ON.at_word(tokens[i].word.kind)
    if rows and rows[0][0] is always:  # most words: what stands around them need not be looked at
        return rows[0][1]
    where = position(tokens, i, of_person=of_person)
    for test, outcome in rows:
        if test(where):
            return outcome
    return False


def is_word_and_surname(text: str) -> bool:
    """Return whether a word that is usually no name may be a surname where its surroundings speak of a person."""
    return people_lexicon.word(text[:-2] if text.endswith(("'s", "’s")) else text).kind in _WORD_AND_SURNAME


def _is_after_title_of_surname(p: Position) -> bool:
    """Return whether what stands before a word is followed by a family name alone: "Mr Park", "Rep. Park"."""
    before = p.before
    if before.word.kind == kinds.HONORIFIC:
        return True
    usual = p.signs & kinds.FREQUENT and p.kind == kinds.GEOGRAPHY
    return usual > 0 and before.word.kind == kinds.TITLE and before.text.rstrip(".") in words_of("rank")


def _is_name_in_capitals(p: Position) -> bool:
    return p.signs & (kinds.SURNAME | kinds.GIVEN) > 0 and len(p.text) > 3


def _is_dated(before: Token) -> bool:
    """Return whether a month follows a word as part of a date: "In April"."""
    return before.text in words_of("before-month")


def _next(p: Position) -> str:
    """Return the word behind one, empty where none is."""
    return "" if p.is_last() else p.tokens[p.i + 1].text


def _is_word_within(p: Position) -> bool:
    """Return whether a word before a name is part of it within a sentence: "Will Hartnoll"."""
    return p.following.kind in BEFORE_A_NAME and p.is_in("name-within")


def _is_body(p: Position) -> bool:
    return p.kind == kinds.ORGANISATION and not p.signs & kinds.SURNAME and not p.of_person


def _is_of_bearer(title: Token) -> bool:
    """Return whether nothing is called after those who bear a title, so that what follows is their name."""
    return title.word.kind == kinds.HONORIFIC or title.text in ("Professor", "Minister")


def _is_on_signs(title: Token) -> bool:
    """Return whether streets and schools are called after those who bear a title: "Queen Ann Street"."""
    return title.word.kind in TITLED and title.text.rstrip(".") in words_of("on-signs")
