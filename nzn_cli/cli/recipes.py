"""The tasks of `nzn help recipes`: what one wants to know, and the command that answers it. Tests run every one."""

from __future__ import annotations

from nzn_cli.cli.verbs import Example

RECIPES: tuple[Example, ...] = (
    Example("nzn timeline --person Stoltenberg --person Biden --all-of", "when two people are named together"),
    Example("nzn who --role 'Secretary of Defense' --on 2022-03-01", "who held an office on a day"),
    Example(
        "nzn who --role 'prime minister of new zealand' --mentions --about meeting",
        "whoever held an office, with the sentences that tell of a meeting",
    ),
    Example("nzn timeline --about Madrid --from 2022-06 --to 2022-06", "one place, one month"),
    Example("nzn list --about AUKUS --about 'New Zealand'", "documents that speak of both"),
    Example("nzn count --by month --about Ukraine", "how many a month, as bars"),
    Example("nzn who --with Stoltenberg", "who is named in the same documents"),
    Example("nzn quotes 'Kamala Harris' --about NATO", "somebody on something, in her own words"),
    Example("nzn what --kind organisation,agreement", "which bodies and treaties the texts name"),
    Example("nzn who --role 'Prime Minister of the United Kingdom' --over-time", "an office over time, with evidence"),
    Example("nzn grep -w ANZUS --sort date --limit 1", "where something is first named"),
    Example("nzn timeline --about Afghan --about withdraw --from 2021-08 --to 2021-08", "what happened, day by day"),
    Example("nzn list --year 2022 --about 'defen[cs]e' --person Austin", "a year, a subject and a person at once"),
    Example("nzn kwic rules-based --sort 1R", "how an expression is used"),
    Example("nzn who --role 'Minister of Education' --over-time", "the same of a ministry"),
    Example("nzn grep -l AUKUS | nzn who -", "an answer asked of the next question"),
)


def recipes() -> str:
    """Return the page: a command a task, what it is for above it."""
    tasks = "\n".join(f"{recipe.what[:1].upper()}{recipe.what[1:]}:\n  {recipe.line}\n" for recipe in RECIPES)
    return f"Tasks of a newsroom, over releases of its own:\n\n{tasks}"
