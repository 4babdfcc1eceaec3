"""Outside addresses, asked against a server of our own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from handleplan.cli.links import Address, addresses, check, exceptions
from handleplan.project import Project
from handleplan.read.places import Place

from tests.out.editions import edition
from tests.small_project import ROOT

PLACE = Place("data/faelles/kontakter.yml", 3, 8)


class _Server(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        if self.path == "/sover":
            time.sleep(1.5)
        no_head = self.path == "/kun-get" and self.command == "HEAD"
        code = {"/vaek": 404, "/fjernet": 410, "/syg": 500}.get(self.path, 405 if no_head else 200)
        self.send_response(code)
        self.end_headers()

    do_GET = do_HEAD = _answer

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/god", None),
        ("/kun-get", None),
        ("/vaek", "siden findes ikke (404)"),
        ("/fjernet", "siden er fjernet (410)"),
        ("/syg", "serveren svarer 500"),
        ("/sover", "intet svar på 0 sekunder"),
    ],
)
def test_what_a_server_answers(server: str, path: str, said: str | None) -> None:
    found = check([Address(server + path, PLACE)], {}, seconds=0.4)
    expected = f"{PLACE}: advarsel: {server}{path}: {said} – ret adressen, eller skriv den i data/undtagne-links.yml med en grund"
    assert [str(message) for message in found] == ([expected] if said else [])


def test_a_server_that_is_not_there() -> None:
    assert "serveren kan ikke findes" in str(check([Address("http://127.0.0.1:9/", PLACE)], {})[0])


def test_an_exception_is_not_asked() -> None:
    assert check([Address("http://127.0.0.1:9/", PLACE)], {"http://127.0.0.1:9/": "svarer kun mennesker"}) == []


def test_an_exception_needs_a_reason(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "undtagne-links.yml").write_text("https://a.dk/: afviser maskiner\nhttps://b.dk/:\n", encoding="utf-8")
    known, messages = exceptions(Project(tmp_path))
    assert known == {"https://a.dk/": "afviser maskiner"}
    assert any("'https://b.dk/' har ingen begrundelse" in str(message) for message in messages)


def test_every_address_of_an_edition_is_found_once_with_its_place() -> None:
    one = edition("guldborgsund")
    found = addresses(one)
    assert len(found) > 20 and len({address.url for address in found}) == len(found)
    sletdet = next(address for address in found if address.url == one.kontakter["sletdet"].web)
    assert sletdet.place.file == "data/faelles/kontakter.yml"
    line = (ROOT / sletdet.place.file).read_text(encoding="utf-8").splitlines()[sletdet.place.line - 1]
    assert sletdet.url in line


def test_an_address_in_a_text_is_found_too() -> None:
    one = edition("guldborgsund")
    own = {"særligt": "Se [planen](https://a.example/plan_(2026)).", "tilgængelighedserklæring": "https://was.example/1"}
    changed = replace(one, kommune=one.kommune.model_copy(update=own))
    new = {address.url: address.place for address in addresses(changed)}.items() - {(a.url, a.place) for a in addresses(one)}
    assert {url for url, _ in new} == {"https://a.example/plan_(2026)", "https://was.example/1"}
    assert {place.file for _, place in new} == {"data/kommuner/guldborgsund/kommune.yml"}
