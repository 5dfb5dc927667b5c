"""A command line that is wrong ends with 2, one clear sentence, the offending part, and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from nzn_cli.cli.verbs import SHOWN, Verb
from tests.cli.nzn import ROOT, nzn


@pytest.mark.parametrize(
    ("line", "offending", "right"),
    [
        ("lst", "'lst'", "nzn list"),
        ("tmeline", "'tmeline'", "nzn timeline"),
        ("people", "'people'", "nzn who"),
        ("xyzzy", "'xyzzy'", "list, show, grep"),
        ("list --jsno", "--jsno", "--json"),
        ("list --minster Peters", "--minster", "--minister"),
        ("list --only-matching", "--only-matching", "nzn grep has it"),
        ("--jsno", "--jsno", "--json"),
        ("list --limit ten", "'ten'", "--limit 10"),
        ("list --limit -1", "'-1'", "--limit 10"),
        ("list --limit", "--limit", "--limit N"),
        ("list --json=yes", "--json", "takes no value"),
        ("list --color alway", "'alway'", "always"),
        ("list -O jsn", "'jsn'", "json"),
        ("list -O ics", "'ics'", "jsonl"),
        ("list --json --csv", "json and csv", "ask for one"),
        ("list --fields id,titel", "'titel'", "title"),
        ("list --fields ,", "--fields", "title"),
        ("list @nosuch", "@nosuch", "saved"),
        ("show", "ID", "nzn list shows the ids"),
        ("grep", "pattern", "nzn grep"),
        ("grep -i -s x", "-i, -s and -S", "choose one"),
        ("grep --in bdy x", "'bdy'", "body"),
        ("grep -f /nowhere/at/all", "/nowhere/at/all", "cannot be read"),
        ("timeline --kind mentoned", "'mentoned'", "mentioned"),
        ("timeline --by wek", "'wek'", "day, month or year"),
        ("who --mentions --explain", "--mentions", "choose one"),
        ("index biuld", "'biuld'", "build"),
        ("schema lst", "'lst'", "list"),
        ("completion fsh", "'fsh'", "fish"),
        ("help tiemline", "'tiemline'", "timeline"),
        ("-d /nowhere/at/all list", "/nowhere/at/all", "-d DIR"),
        ("search", "WORDS", "nzn search"),
        ("fields a b", "'b'", "--help"),
    ],
)
def test_mistake(line: str, offending: str, right: str, tmp_path: Path) -> None:
    ran = nzn(*line.split(), cwd=tmp_path)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("nzn: ")
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) <= 2
    assert offending in ran.err
    assert right in ran.err


WRONG = [  # what people type, and what they are told that they meant
    ("timeline Ardern", "nzn timeline --person Ardern"),
    ("timeline Jacinda Ardern", "nzn timeline --person 'Jacinda Ardern'"),
    ("timeline 2018", "nzn timeline --from 2018 --to 2018"),
    ("list Peters", "nzn list --minister Peters, nzn list --person Peters, or nzn search Peters"),
    ("list 2018", "nzn list --on 2018"),
    ("list 2018-02", "nzn list --on 2018-02"),
    ("list seeds", "nzn -d seeds list"),
    ("-d seeds list 2018", "nzn -d seeds list --on 2018"),
    ("count Ardern", "nzn count --person Ardern"),
    ("check 2018", "nzn check --on 2018"),
    ("list --count", "nzn count?"),
    ("-d seeds who --count", "nzn -d seeds count?"),
    ("list -c", "nzn count?"),
    ("list --open", "nzn show ID --edit or nzn show ID --web?"),
    ("list --edit", "nzn show ID --edit"),
    ("list -o json", "-O FORMAT?"),
    ("who --output json", "-O FORMAT?"),
    ("list --tsv", "-O tsv?"),
    ("who --markdown", "-O md?"),
    ("list -n 5", "--limit N?"),
    ("quotes --top 5", "--limit N?"),
    ("list --from 2018", "--since DATE?"),
    ("timeline --before 2018", "--until DATE or --to DATE?"),
    ("list --author Peters", "--minister NAME?"),
    ("list --org NATO", "--organisation NAME?"),
    ("list --by year", "nzn count --by KEY?"),
    ("who --speaker Peters", "nzn quotes NAME?"),
    ("list --folder seeds", "-d DIR?"),
    ("list --no-color", "--color never?"),
    ("list --order-by date", "--sort KEY?"),
    ("meetings", "nzn what --kind meeting?"),
    ("treaties", "nzn what --kind agreement?"),
    ("config", "nzn help config?"),
    ("settings", "nzn help config?"),
    ("query", "nzn help query?"),
    ("ardern", "nzn who ardern; for words: nzn search ardern"),
    ("Jacinda Ardern --json", "nzn who Jacinda Ardern;"),
    ("-d seeds ardern", "nzn -d seeds who ardern;"),
    ("2018", "nzn list --on 2018"),
    ("000", "nzn show 000"),
    ("seeds", "nzn -d seeds list"),
    ("@summit", "nzn list @summit"),
    ("speakers", "nzn count --by speaker?"),
    ("reindex", "nzn index build?"),
    ("calendar", "nzn timeline -O ics?"),
    ("-d seeds grep", "nzn -d seeds grep -i 'training mission'"),
    ("-d seeds -L --hidden show", "nzn -d seeds -L --hidden list shows the ids"),
    ("-d seeds tmeline", "nzn -d seeds timeline?"),
    ("-d seeds list --only-matching", "nzn -d seeds grep has it"),
]


@pytest.mark.parametrize(("line", "right"), WRONG)
def test_what_people_type_leads_to_what_they_meant(line: str, right: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    ran = nzn(*line.split(), cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert right in ran.err.splitlines()[1]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("stories", "to ask that folder: nzn -d stories list"),
        ("my stories", "to ask that folder: nzn -d 'my stories' list"),
        ("lists", "to ask that folder: nzn -d lists list; or did you mean nzn list?"),
        ("tmeline", "to ask that folder: nzn -d tmeline list; or did you mean nzn timeline?"),
        ("people", "to ask that folder: nzn -d people list; or did you mean nzn who?"),
        ("grep.d", "to ask that folder: nzn -d grep.d list; or did you mean nzn grep?"),
    ],
)
def test_a_folder_in_the_place_of_a_command(name: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    assert nzn(name, cwd=tmp_path) == (2, "", f"nzn: there is no command {name!r}\n     {hint}\n")


@pytest.mark.parametrize("verb", SHOWN, ids=lambda verb: verb.name)
def test_a_folder_comes_before_a_command_of_nearly_its_name(verb: Verb, tmp_path: Path) -> None:
    near = verb.name + "s"
    assert f"nzn {verb.name}?" in nzn(near, cwd=tmp_path).err
    (tmp_path / near).mkdir()
    hint = nzn(near, cwd=tmp_path).err.splitlines()[1]
    assert hint.strip() == f"to ask that folder: nzn -d {near} list; or did you mean nzn {verb.name}?"
