"""A verb of the table that is not tried everywhere fails here, by the name of what it lacks."""

from __future__ import annotations

import inspect

from nzn_cli.api import Corpus
from nzn_cli.cli.options import FILTERS, OUTPUT
from nzn_cli.cli.verbs import VERBS, Verb
from nzn_cli.render.answers import ANSWERS
from tests.trials import JSON, QUESTIONS, TRIALS, untried

ELSEWHERE = {"skipped"}  # a question about what is no document: test_api asks it of a folder that has some


def test_every_verb_is_tried() -> None:
    assert untried(VERBS) == []
    assert set(TRIALS) == {verb.name for verb in VERBS}


def test_a_verb_that_is_added_fails_until_it_is_tried() -> None:
    toy = Verb("toy", "a verb that nobody tried", shared=(*FILTERS, *OUTPUT))
    assert untried((*VERBS, toy)) == [
        "toy: by an example",
        "toy: in a pipe",
        "toy: on a terminal",
        "toy: without an index",
        "toy: on hostile input",
        "toy: in the schema",
        "toy: by a hint where nothing is found",
    ]


def test_every_answer_is_printed_and_every_question_asked() -> None:
    assert set(ANSWERS) - set(JSON.values()) == {"index"}
    returned = {
        name: inspect.signature(method).return_annotation
        for name, method in vars(Corpus).items()
        if inspect.isfunction(method) and not name.startswith("_")
    }
    answers = {name for name, annotation in returned.items() if annotation.startswith("Answer[")}
    assert answers - ELSEWHERE == set(QUESTIONS)
