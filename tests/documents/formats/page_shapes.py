"""Pages of many shapes with their right text, made from nothing: `shapes/*.html`, in which `⟦` and `⟧` mark the text.

`{p}` is a paragraph there, `{P}` a long one, `{s}` a sentence, `{h}` a headline, `{w}` a few words, `{n}` a name, `{d}` a
day; `{p:de}` is one in German. What they say is of no sense, and the same on every run.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path

FOLDER = Path(__file__).parent / "shapes"
PAGES = sorted(path.stem for path in FOLDER.glob("*.html"))

_WHO = [
    "the council of Porthaven",
    "the ferry company",
    "a group of eleven farmers",
    "our oldest engineer",
    "the harbour board",
    "most of the shopkeepers",
    "her younger brother",
    "the library committee",
    "every second household",
    "a retired surveyor",
    "the water authority",
    "the people of the upper valley",
    "a small choir",
    "the head of the college",
    "two inspectors from the north",
    "my neighbour",
    "the museum",
    "the union of cooks",
    "an old friend of the mayor",
    "the owner of the mill",
]
_DID = [
    "has decided to rebuild",
    "will not say who paid for",
    "wants to sell",
    "spent nine years on",
    "had never heard of",
    "found a crack in",
    "is proud of",
    "voted twice against",
    "measured the depth of",
    "keeps a careful record of",
    "bought the last part of",
    "must now repair",
    "opened the doors of",
    "planted oaks along",
    "wrote a long letter about",
    "lost money with",
    "took photographs of",
    "asked for a map of",
]
_WHAT = [
    "the wooden bridge",
    "a cold store for apples",
    "the road to the lighthouse",
    "the old gasworks",
    "three hundred metres of sea wall",
    "the night train",
    "a field of blue flax",
    "the concert hall",
    "a well that was dug in 1840",
    "the tunnel beneath the market",
    "its only tractor",
    "the tide gauge",
    "a collection of clocks",
    "the school kitchen",
    "an empty warehouse",
    "the bell tower",
    "the narrow canal",
]
_MORE = [
    "although nobody had expected it to last",
    "because the winter had been so dry",
    "while the rest of the town slept",
    "and that was before prices rose by a third",
    "which came as a surprise to those who had come early",
    "as the report shows on its second page",
    "so that children can walk there without crossing a road",
    "but the figures from last year tell another tale",
    "until the river froze in the second week of January",
    "whatever the engineers may think of the plan",
    "after a meeting that went on past midnight",
    "and few who were there will forget the smell of tar",
    "since there is no other way across",
    "when the first boats came home",
    "even if it costs more than they have",
]
_WHERE = [
    "In the spring",
    "Not far from here",
    "For a long time",
    "Behind the station",
    "On the second morning",
    "By then",
    "At the edge of town",
    "In a letter to members",
    "Last year",
    "To begin with",
    "Earlier in the week",
    "Down by the quay",
]
_FOREIGN = {
    "de": ["Der Gemeinderat hat am Dienstag beschlossen, die alte Brücke über den Fluss noch einmal zu prüfen.", "Viele Anwohner waren gekommen, obwohl es seit dem Morgen regnete.", "Nach Angaben der Verwaltung kostet der Umbau mehr als doppelt so viel wie geplant.", "Niemand konnte sagen, wann die Arbeiten beginnen sollen.", "Im Herbst wird eine Gruppe von Fachleuten einen Bericht vorlegen.", "Das Museum bleibt bis dahin an zwei Tagen der Woche geschlossen.", "Wer mit der Fähre fährt, braucht etwa zwanzig Minuten länger.", "Die Kinder der Schule haben dafür Bilder gemalt und im Rathaus aufgehängt.", "Ein Sprecher des Vereins zeigte sich enttäuscht über das Ergebnis.", "Auch die Bäcker der Altstadt klagen über weniger Kunden.", "Die Stadt will das Geld im kommenden Haushalt bereitstellen.", "Früher fuhr hier dreimal am Tag ein kleiner Zug."],
    "fr": ["Le conseil municipal a décidé mardi soir de faire réparer le vieux pont de bois.", "Les habitants du quartier attendaient cette nouvelle depuis plus de deux ans.", "Selon la mairie, les travaux coûteront près du double de ce qui était prévu.", "Personne ne sait encore quand le chantier pourra commencer.", "Une centaine de personnes étaient venues malgré la pluie.", "Le musée restera fermé deux jours par semaine jusqu'à l'automne.", "Les pêcheurs, eux, craignent de ne plus pouvoir entrer au port.", "Un rapport doit être remis avant la fin du mois d'octobre.", "La maîtresse d'école a accroché les dessins de ses élèves dans le hall.", "Autrefois un petit train passait ici trois fois par jour."],
    "es": ["El ayuntamiento decidió el martes arreglar el viejo puente de madera.", "Los vecinos llevaban más de dos años esperando la noticia.", "Según el informe, las obras costarán casi el doble de lo previsto.", "Nadie sabe todavía cuándo empezarán los trabajos en la orilla norte.", "Unas cien personas acudieron a la reunión a pesar de la lluvia.", "El museo cerrará dos días a la semana hasta el otoño.", "Los pescadores temen que ya no puedan entrar en el puerto.", "Antes pasaba por aquí un pequeño tren tres veces al día."],
    "pl": ["Rada miasta zdecydowała we wtorek, że stary drewniany most zostanie naprawiony.", "Mieszkańcy czekali na tę wiadomość od ponad dwóch lat.", "Według urzędu prace będą kosztować prawie dwa razy więcej, niż planowano.", "Nikt jeszcze nie wie, kiedy robotnicy zaczną pracę na północnym brzegu.", "Mimo deszczu na spotkanie przyszło około stu osób.", "Muzeum będzie zamknięte przez dwa dni w tygodniu aż do jesieni.", "Dawniej trzy razy dziennie przejeżdżał tędy mały pociąg."],
    "ja": ["町議会は火曜日の夜、古い木の橋を修理することを決めた。", "住民はこの知らせを二年以上も待っていた。", "役場によると、工事の費用は予定のほぼ二倍になるという。", "いつ工事が始まるのか、まだ誰にもわからない。", "雨にもかかわらず、およそ百人が集まった。", "博物館は秋まで週に二日休館する。", "昔はここを小さな汽車が日に三度通っていた。"],
}  # fmt: skip
_NAMES = [
    "Ada Moss",
    "Jonas Reed",
    "Mere Tait",
    "Ruth Okafor",
    "Ivan Holt",
    "Cleo Brand",
    "Sam Pike",
    "Nell Hardy",
    "Otto Lind",
    "Priya Shaw",
]
_LABELS = [
    "Harbour guide",
    "Boats for sale",
    "Our team",
    "Tide tables",
    "Events calendar",
    "Old photographs",
    "Letters",
    "Recipes",
    "Weather",
    "Town sport",
    "Property",
    "Farm diary",
    "Council rates",
    "Job offers",
    "Night bus",
    "Art prizes",
    "School news",
    "River levels",
]
_HEADS = [
    "Bridge to close for nine weeks this winter",
    "Why the ferry no longer stops at noon",
    "A new roof for the concert hall",
    "Apple growers turn to cold stores",
    "The well that fed a whole street",
    "Council finds money for the sea wall",
    "What we learned from the flood",
    "Eleven farmers and one tractor",
    "Clocks from the old station come home",
    "Who owns the tunnel beneath the market",
    "Night train returns after twelve years",
    "Choir sings in an empty warehouse",
]


def _sentence(rng: random.Random, language: str) -> str:
    if language:
        return rng.choice(_FOREIGN[language])
    start = f"{rng.choice(_WHERE)} {rng.choice(_WHO)}" if rng.random() < 0.4 else rng.choice(_WHO)
    end = f", {rng.choice(_MORE)}" if rng.random() < 0.6 else f" and {rng.choice(_DID)} {rng.choice(_WHAT)}"
    return f"{start[0].upper()}{start[1:]} {rng.choice(_DID)} {rng.choice(_WHAT)}{end}."


def _sentences(least: int, most: int) -> Callable[[random.Random, str], str]:
    return lambda rng, language: " ".join(_sentence(rng, language) for _ in range(rng.randint(least, most)))


_MACROS: dict[str, Callable[[random.Random, str], str]] = {
    "p": _sentences(2, 4),
    "P": _sentences(5, 8),
    "s": _sentence,
    "h": lambda rng, _: rng.choice(_HEADS),
    "w": lambda rng, _: rng.choice(_LABELS),
    "n": lambda rng, _: rng.choice(_NAMES),
    "d": lambda rng, _: f"{rng.randint(1, 28)} {rng.choice(('March', 'May', 'October'))} 20{rng.randint(10, 23)}",
}


def _marked(name: str) -> str:
    rng = random.Random(name)
    source = (FOLDER / f"{name}.html").read_text()
    return re.sub(r"\{([pPshwnd])(?::(\w\w))?\}", lambda match: _MACROS[match[1]](rng, match[2] or ""), source)


def page(name: str) -> str:
    """Return the source of a page."""
    return re.sub("[⟦⟧]", "", _marked(name))


def right_words(name: str) -> Counter[str]:
    """Return the words of a page's text, and how often each is there."""
    return words(unescape(re.sub(r"<[^>]*>", " ", " ".join(re.findall("⟦(.*?)⟧", _marked(name), re.DOTALL)))))


def words(text: str) -> Counter[str]:
    """Return the words of a text, and how often each is there; of scripts without blanks each letter is one."""
    return Counter(re.findall(r"[぀-鿿]|[^\W_぀-鿿]+", text.lower()))


def f_score(found: Counter[str], right: Counter[str]) -> float:
    """Return the harmonic mean of the shares of words found that are right, and of right ones that were found."""
    same = (found & right).total()
    return 2 * same / (found.total() + right.total()) if same else 0.0
