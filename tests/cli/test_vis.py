"""``handleplan vis``: what is saved is shown, and the published site is left alone."""

from __future__ import annotations

import socket
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.bench.preview import own_environment, waits
from tests.cli.run import PATIENCE, run, start
from tests.small_project import AEROE, ROOT, whole_project, write


def test_a_saved_file_is_shown_and_site_is_left_alone(tmp_path: Path) -> None:
    root = whole_project(tmp_path)
    standing = root / "site" / "aeroe" / "index.html"
    standing.parent.mkdir(parents=True)
    standing.write_text("den udgivne", encoding="utf-8")

    def save(turn: int) -> None:
        write(root, "kontakter.yml", f"nye:\n  ssp:\n    navn: SSP {turn}\n    telefon: ['12 34 56 7{turn}']\n")

    # Asking until the page of contacts is there, and until it is another, is the test.
    begun = time.monotonic()
    seconds = waits(root, "aeroe", save, 2, own_environment(root, ROOT / "hooks"))
    assert len(seconds) == 2 and all(0 < found < time.monotonic() - begun for found in seconds)
    assert [path.name for path in standing.parent.iterdir()] == ["index.html"]
    assert standing.read_text(encoding="utf-8") == "den udgivne"


def test_an_error_made_meanwhile_is_told_in_danish_and_the_pages_stay(tmp_path: Path) -> None:
    root = whole_project(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = start(root, "vis", "aeroe", "--port", str(port))
    said: list[str] = []
    assert process.stderr is not None
    listener = threading.Thread(target=lambda: said.extend(process.stderr or ()), daemon=True)
    listener.start()
    try:
        page = f"http://127.0.0.1:{port}/kontakter/"
        poll_until(lambda: answer(page) is not None)
        write(root, "kontakter.yml", "nye: [")
        poll_until(lambda: any("Ret fejlene. Så længe vises siderne, som de var." in line for line in said))
        assert "SSP" in (answer(page) or "")
        write(root, "kontakter.yml", "nye:\n  ssp:\n    navn: SSP Ærø\n    telefon: ['12 34 56 78']\n")
        poll_until(lambda: "SSP Ærø" in (answer(page) or ""))
        theme = root / "overrides" / "tema" / "main.html"
        whole = theme.read_text(encoding="utf-8")
        theme.write_text(whole.replace("{% endblock %}", "", 1), encoding="utf-8")
        poll_until(lambda: any(line.startswith("overrides/tema/main.html:") for line in said))
        assert "SSP Ærø" in (answer(page) or "")
        theme.write_text(whole.replace("{{ udgave.status }}", "Prøvet igen"), encoding="utf-8")
        poll_until(lambda: "Prøvet igen" in (answer(page) or ""))
        taken = run(root, "vis", "aeroe", "--port", str(port))
        assert (taken.returncode, taken.stderr.splitlines()[-1]) == (
            1,
            (
                f"Port {port} kan ikke bruges, måske vises der noget i et andet vindue"
                f" – luk det, eller skriv handleplan vis aeroe --port {port + 1}"
            ),
        )
    finally:
        process.kill()
        process.wait()
    listener.join(PATIENCE)
    assert "Traceback" not in "".join(said)
    assert any(line.startswith(f"{AEROE}/kontakter.yml:1:6: ") for line in said), said


def answer(page: str) -> str | None:
    try:
        with urllib.request.urlopen(page, timeout=PATIENCE) as found:
            return found.read().decode("utf-8")
    except OSError:
        return None


def poll_until(it_is: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not it_is():
        assert time.monotonic() < end
        time.sleep(0.1)
