"""``handleplan byg``: check everything, build what has changed, swap it in when it is whole."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ..out.broken_template import broken_template
from ..out.pages import render_pages
from ..out.paper.engine import PaperError, weasyprint
from ..pool import collect_seldom
from ..prepare import Prepared
from ..project import Project
from ..read.messages import errors
from .check import MOST_KEPT, MOST_KEPT_BESIDE_PAPERS, checked
from .choose import choose_from, remember_row
from .fingerprint import changed_groups, fingerprints, remember, shared_fingerprints
from .lock import Busy, build_lock
from .message_forms import as_text
from .summary import summary
from .swap import repair, staging, swap_in
from .workers import Killed, Workers

# Each book leaves some memory behind in the libraries that draw it: after 49 books a process held 640 MB; it may hold
# 600.
MOST_BUILT_WITH_PAPERS = 16
_KILLED = (
    "Byggeriet blev afbrudt udefra – luk andre programmer, hvis computeren mangler hukommelse, og prøv igen."
)


@dataclass
class Result:
    """One edition's build: what went wrong (nothing, when it stands), the seconds it took, its papers."""

    slug: str
    wrong: list[str]
    seconds: float
    papers: int = 0
    new_papers: int = 0


def run(project: Project, slugs: tuple[str, ...], with_pdf: bool, explain: bool) -> int:
    """Build; 0 when every edition stands whole, 1 when data or a build failed (then the old site stands)."""
    collect_seldom()
    try:
        with build_lock(project):
            repair(project.site)
            try:
                return _run(project, slugs, with_pdf, explain)
            finally:
                repair(project.site)  # no half-built edition is left in what is published
    except Busy:
        click.echo("Der bygges allerede i et andet vindue – vent, til det er færdigt, og prøv igen.", err=True)
    except OSError as error:
        click.echo(cannot_write(project, error), err=True)
    return 1


def _run(project: Project, slugs: tuple[str, ...], with_pdf: bool, explain: bool) -> int:
    shared = shared_fingerprints(project, with_pdf)
    todo = {}
    for slug in slugs:
        now = fingerprints(project, slug, shared)
        reasons = changed_groups(project, slug, now)
        if explain:
            click.echo(f"{slug}: " + (f"bygges ({', '.join(reasons)})" if reasons else "uændret, springes over"))
        if reasons:
            todo[slug] = now
    built = _check_and_build(project, slugs, todo, with_pdf) if todo else 0
    if built is None:
        return 1
    project.site.mkdir(exist_ok=True)
    repair(project.site)  # nothing but whole editions lies in site/ afterwards
    choose_from(project, shared["hooks"], changed=bool(todo))
    failed = len(todo) - built
    end = f"{failed} kunne ikke bygges." if failed else "Åbn site/index.html"
    click.echo(f"Færdig: {built} bygget, {len(slugs) - len(todo)} uændret. {end}")
    return 1 if failed else 0


def _check_and_build(
    project: Project, slugs: tuple[str, ...], todo: dict[str, dict[str, str]], with_pdf: bool
) -> int | None:
    """Build the editions of ``todo`` (each with the inputs it is built from): how many stand; None: nothing is built.

    What is unchanged since it was built was checked then: only ``todo`` is read.
    """
    limits = (MOST_KEPT_BESIDE_PAPERS, MOST_BUILT_WITH_PAPERS) if with_pdf else (MOST_KEPT,)
    with Workers(project, tuple(todo), *limits) as workers:
        try:
            messages = workers.messages()
        except Killed:
            click.echo(f"{_KILLED} Intet er bygget, og det gamle site står uændret.", err=True)
            return None
        if errors(messages):
            click.echo(as_text(messages), err=True)
            click.echo(summary(messages, slugs) + " Intet er bygget, og det gamle site står uændret.", err=True)
            return None
        if with_pdf and not _can_make_pdfs():
            return None
        project.site.mkdir(exist_ok=True)
        built = workers.results(_build_one, dict.fromkeys(todo, with_pdf), todo)
        return _report_all((_result(slug, job) for slug, job in built), len(todo))


def cannot_write(project: Project, error: OSError) -> str:
    """One Danish line about a file that cannot be read or written (no space, no permission, a file in the way)."""
    file = project.shown(Path(error.filename)) if isinstance(error.filename, str) else "site/"
    reasons = {errno.ENOSPC: "disken er fuld", errno.EACCES: "du har ikke adgang", errno.EROFS: "disken er låst"}
    reason = reasons.get(error.errno or 0, "computeren siger nej")
    return f"{file} kan ikke læses eller skrives: {reason} – ret det, og prøv igen."


def _can_make_pdfs() -> bool:
    """Whether the PDF engine is there; asked before minutes are spent on pages. Says what to install when it is not."""
    try:
        weasyprint()
    except PaperError as error:
        click.echo(f"{error}", err=True)
        click.echo("Intet er bygget, og det gamle site står uændret.", err=True)
        return False
    return True


def _result(slug: str, job: Callable[[], Result]) -> Result:
    try:
        return job()
    except Killed:
        return Result(slug, [_KILLED], 0.0)


def _build_one(project: Project, slug: str, with_pdf: bool, now: dict[str, str]) -> Result:
    """Build one edition (``now``: the inputs it is built from) and swap it in, when nothing went wrong."""
    from ..mkdocs_adapter.build import build_edition
    from ..mkdocs_adapter.state import Given

    started = time.monotonic()
    one = checked(project, slug)
    if one.edition is None:
        return Result(slug, [str(message) for message in errors(one.messages)], time.monotonic() - started)
    papirer, new = {}, 0
    try:
        if with_pdf:
            papirer, new = _papers(project, one)
        folder = staging(project.site, slug)
        # The pages say how large the papers are and how many pages they have, so the papers are made first.
        pages = render_pages(one.edition, project, papirer) if papirer else one.pages
        contents = {fil: paper.indhold for fil, paper in papirer.items()}
        wrong = build_edition(project, Given(one.edition, pages, folder, contents))
        if not wrong:
            swap_in(project.site, slug)
            remember(project, slug, now)
            remember_row(project, one.edition, now["hooks"])
    except PaperError as error:
        wrong = [str(error)]
    except OSError as error:
        wrong = [cannot_write(project, error)]
    except Exception as error:  # those of the papers and the theme are first used here
        broken = broken_template(error, project)
        if broken is None:
            raise
        wrong = [str(broken)]
    return Result(slug, wrong, time.monotonic() - started, len(papirer), new)


def _papers(project: Project, one: Prepared) -> tuple[dict[str, Any], int]:
    from ..out.paper.papers import build_papers  # a web build does without the libraries behind it

    built = build_papers(one.edition, one.pages, project)
    return built.papirer, built.nye


def _report_all(results: Iterable[Result], total: int) -> int:
    """Say of each edition, as it is finished, how it went. Returns how many stand."""
    return sum(_report(result, f"[{number}/{total}] " if total > 1 else "") for number, result in enumerate(results, 1))


def _report(result: Result, count: str) -> bool:
    if result.wrong:
        for line in result.wrong:
            click.echo(line, err=True)
        click.echo(f"{count}{result.slug}: blev ikke bygget. Den gamle udgave står uændret.", err=True)
        return False
    seconds = f"{result.seconds:.1f}".replace(".", ",")
    papers = f", {result.new_papers} af {result.papers} PDF- og Word-filer lavet på ny" if result.papers else ""
    click.echo(f"{count}{result.slug}: bygget på {seconds} s{papers}")
    return True
