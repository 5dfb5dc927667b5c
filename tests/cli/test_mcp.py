"""The server that programs talk to: what it is asked and answers, line by line, and by the protocol's own client."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nzn_cli import load_settings, open_corpus
from nzn_cli.api import Corpus
from nzn_cli.cli.mcp.protocol import MOST, VERSIONS, answers
from nzn_cli.cli.mcp.tools import TOOLS
from nzn_cli.cli.topics import topic
from tests.cli.nzn import ROOT, nzn

PIECES = re.compile(r"\w{1,6}|[^\w\s]")  # no fewer than any tokenizer makes of English and JSON


@pytest.fixture(scope="module")
def corpus() -> Iterator[Corpus]:
    from tests.conftest import SEEDS

    with open_corpus(load_settings([str(SEEDS)])) as opened:
        yield opened


def ask(corpus: Corpus, *messages: Any) -> list[Any]:
    lines = [each if isinstance(each, bytes) else json.dumps({"jsonrpc": "2.0", **each}).encode() for each in messages]
    return [json.loads(line) for line in answers(lines, lambda name, given: TOOLS[name].answer(corpus, given))]


def call(corpus: Corpus, tool: str, /, **given: Any) -> Any:
    request = {"id": 1, "method": "tools/call", "params": {"name": tool, "arguments": given}}
    [answer] = ask(corpus, request)
    [content] = answer["result"]["content"]
    return content["text"] if answer["result"]["isError"] else json.loads(content["text"])


def test_the_handshake_takes_the_clients_version_where_it_is_known(corpus: Corpus) -> None:
    for asked, given in ((VERSIONS[0], VERSIONS[0]), ("1999-01-01", VERSIONS[-1]), (None, VERSIONS[-1])):
        [answer] = ask(corpus, {"id": "a", "method": "initialize", "params": {"protocolVersion": asked}})
        assert answer["id"] == "a"
        assert answer["result"]["protocolVersion"] == given
        assert answer["result"]["capabilities"] == {"tools": {}}


def test_what_wants_no_answer_gets_none(corpus: Corpus) -> None:
    assert ask(corpus, {"method": "notifications/initialized"}, b"\n", {"method": "nonsense"}) == []


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (b"nonsense", -32700),
        (b"\xff\xfe", -32700),
        (b"[" * 100_000, -32700),
        (b"[]", -32600),
        (b"x" * (MOST + 1), -32600),
        ({"id": 1, "method": 5}, -32600),
        ({"id": {}, "method": "ping"}, -32600),
        ({"id": 1, "method": "tools/list", "params": []}, -32600),
        ({"id": 1, "method": "server/discover"}, -32601),
        ({"id": 1, "method": "tools/call", "params": {"name": "rm"}}, -32602),
    ],
)
def test_a_message_that_cannot_be_served_is_an_error_of_json_rpc(message: Any, code: int, corpus: Corpus) -> None:
    [refused, served] = ask(corpus, message, {"id": 2, "method": "ping"})
    assert refused["error"]["code"] == code
    assert served == {"jsonrpc": "2.0", "id": 2, "result": {}}


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("who", {"nam": "x"}, "who has no parameter 'nam'"),
        ("who", {"limit": "3"}, "limit is a number"),
        ("who", {"limit": True}, "limit is a number"),
        ("who", {"limit": 51}, "limit is 1 to 50"),
        ("who", {"name": 5}, "name is a text"),
        ("who", {"name": "Nobody"}, "Nobody"),
        ("search", {}, "search needs query"),
        ("show", {"id": "nope"}, "no document is called 'nope'"),
        ("quotes", {"about": "(("}, "(("),
        ("quotes", {"cursor": "-1"}, "no answer gave the cursor"),
        ("timeline", {"from": "someday"}, "someday"),
    ],
)
def test_what_is_wrong_with_a_question_is_its_answer(name: str, given: Any, says: str, corpus: Corpus) -> None:
    answer = call(corpus, name, **given)
    assert isinstance(answer, str)
    assert says in answer


def test_nothing_found_is_an_empty_answer(corpus: Corpus) -> None:
    assert call(corpus, "search", query="xyzzy") == {"results": []}
    assert call(corpus, "timeline", **{"from": "2090"}) == {"results": []}


def test_a_person_among_others_is_told_shortly(corpus: Corpus) -> None:
    for record in call(corpus, "who", limit=50)["results"]:
        assert len(record["document_ids"]) <= record["documents"]
        assert len(record["roles"]) <= 2


def test_every_tool_takes_an_object_and_nothing_else(corpus: Corpus) -> None:
    for name in TOOLS:
        [answer] = ask(corpus, {"id": 1, "method": "tools/call", "params": {"name": name, "arguments": [1]}})
        assert answer["result"]["isError"]


def test_evidence_stands_where_it_is_said_to(corpus: Corpus) -> None:
    for name, given in (
        ("search", {"query": "training"}),
        ("quotes", {"speaker": "Peters"}),
        ("timeline", {"from": "2007"}),
        ("who", {"name": "Ardern"}),
    ):
        places = 0
        for record in call(corpus, name, **given)["results"]:
            for place in record.get("matches") or record.get("mentioned") or [record]:
                if place["char_start"] is None:
                    continue
                start, end = place["char_start"], place["char_end"]
                shown = call(corpus, "show", id=place.get("id") or record["id"], limit=20_000)
                words = shown["text"][start:end]
                assert " ".join(words.split()) in " ".join(place["text"].split())
                places += 1
        assert places, name


def test_an_office_is_told_with_its_evidence(corpus: Corpus) -> None:
    [record] = call(corpus, "who", role="foreign minister", on="2024-04")["results"]
    assert record["person"] == "Winston Peters"
    assert "Foreign Minister Winston Peters" in record["evidence"]


@pytest.mark.parametrize("name", ["who", "quotes", "timeline"])
def test_pages_join_to_the_whole(name: str, corpus: Corpus) -> None:
    whole = call(corpus, name, limit=50)
    assert "next_cursor" not in whole
    records: list[Any] = []
    answer = call(corpus, name, limit=4)
    while True:
        records += answer["results"]
        if "next_cursor" not in answer:
            break
        answer = call(corpus, name, limit=4, cursor=answer["next_cursor"])
    assert records == whole["results"]


def test_pages_of_a_text_join_to_the_whole(corpus: Corpus) -> None:
    [document] = corpus.show(["000"])
    text, cursor = "", "0"
    while cursor:
        answer = call(corpus, "show", id="000", limit=1_000, cursor=cursor)
        text, cursor = text + answer["text"], answer.get("next_cursor")
    assert text == document.body


def test_definitions_are_short_and_refuse_what_they_do_not_name(corpus: Corpus) -> None:
    [answer] = ask(corpus, {"id": 1, "method": "tools/list"})
    tools = answer["result"]["tools"]
    assert [tool["name"] for tool in tools] == ["search", "show", "who", "quotes", "timeline"]
    assert all(tool["inputSchema"]["additionalProperties"] is False for tool in tools)
    # quotes, braces and commas of JSON come together in tokens: half of them is on the safe side
    text = json.dumps(tools, separators=(",", ":"))
    assert len(re.findall(r"\w{1,6}|[^\w\s\"]+", text)) < 1_200


def test_the_text_for_programs_is_short() -> None:
    assert len(PIECES.findall(topic("agent"))) < 1_500


def test_the_skill_file_is_the_topic_with_a_head() -> None:
    import frontmatter

    skill = frontmatter.load(str(ROOT / "nzn_cli" / "skill" / "SKILL.md"))
    assert skill["name"] == "nzn"
    assert skill["description"]
    assert skill.content.strip() == topic("agent").strip()


def test_every_command_that_the_text_names_is_one() -> None:
    from nzn_cli.cli.verbs import BY_NAME

    named = re.findall(r"`nzn (?:-d DIR )?([a-z]+)", topic("agent"))
    assert len(named) > 12
    assert set(named) <= set(BY_NAME)
    for word in set(re.findall(r"--([a-z]+)", topic("agent"))):
        assert any(verb.option(f"--{word}") for verb in BY_NAME.values()), word


def test_files_that_change_between_calls_are_seen(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge was opened.")
    request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
        "name": "search", "arguments": {"query": "bridge"}}})  # fmt: skip
    ran = nzn("-d", str(tmp_path), "mcp", stdin=f"{request}\n{request}".encode())
    assert ran.code == 0
    assert [
        len(json.loads(json.loads(line)["result"]["content"][0]["text"])["results"]) for line in ran.out.splitlines()
    ] == [1, 1]
    assert ran.err == ""


def test_a_folder_that_is_not_there_ends_it(tmp_path: Path) -> None:
    assert nzn("-d", str(tmp_path / "none"), "mcp").code == 2


def test_the_protocols_own_client(seeds: Path) -> None:
    pytest.importorskip("mcp")
    from asyncio import run

    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = StdioServerParameters(command=sys.executable, args=["-m", "nzn_cli", "-d", str(seeds), "mcp"], env=environ)

    async def talk() -> tuple[list[str], Any, Any]:
        async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            found = await session.call_tool("who", {"name": "stoltenberg"})
            wrong = await session.call_tool("who", {"nam": "stoltenberg"})
            return [tool.name for tool in tools], found, wrong

    names, found, wrong = run(talk())
    assert names == list(TOOLS)
    assert json.loads(found.content[0].text)["results"][0]["person"] == "Jens Stoltenberg"
    assert "has no parameter 'nam'" in wrong.content[0].text
