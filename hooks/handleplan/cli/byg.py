"""``handleplan byg``: check everything, build what has changed, swap it in when it is whole."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click

from ..out.landing import write_landing
from ..out.pages import render_pages
from ..prepare import Prepared, prepare_edition
from ..project import Project
from .fingerprint import changed_groups, fingerprints, remember
from .lock import Busy, build_lock
from .swap import repair, staging, swap_in
from .tjek import all_messages, prepare_all, summary


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
    prepared = prepare_all(project, slugs)
    messages = all_messages(prepared)
    if any(m.severity == "fejl" for m in messages):
        for message in messages:
            click.echo(str(message), err=True)
        click.echo(summary(messages, slugs) + " Intet er bygget, og det gamle site står uændret.", err=True)
        return 1
    todo = []
    for slug in slugs:
        reasons = changed_groups(project, slug, fingerprints(project, slug, with_pdf))
        if explain:
            click.echo(f"{slug}: " + (f"bygges ({', '.join(reasons)})" if reasons else "uændret, springes over"))
        if reasons:
            todo.append(slug)
    if todo and with_pdf and not _can_make_pdfs():
        return 1
    project.site.mkdir(exist_ok=True)
    built = _build_all(project, todo, with_pdf)
    repair(project.site)  # nothing but whole editions lies in site/ afterwards
    _landing(project, prepared)
    failed = len(todo) - built
    end = f"{failed} kunne ikke bygges." if failed else "Åbn site/index.html"
    click.echo(f"Færdig: {built} bygget, {len(slugs) - len(todo)} uændret. {end}")
    return 1 if failed else 0


def cannot_write(project: Project, error: OSError) -> str:
    """One Danish line about a file that cannot be read or written (no space, no permission, a file in the way)."""
    file = project.shown(Path(error.filename)) if isinstance(error.filename, str) else "site/"
    reasons = {errno.ENOSPC: "disken er fuld", errno.EACCES: "du har ikke adgang", errno.EROFS: "disken er låst"}
    reason = reasons.get(error.errno or 0, "computeren siger nej")
    return f"{file} kan ikke læses eller skrives: {reason} – ret det, og prøv igen."


def _can_make_pdfs() -> bool:
    """Whether the PDF engine is there; asked before minutes are spent on pages. Says what to install when it is not."""
    from ..out.paper import PaperError
    from ..out.paper.engine import weasyprint

    try:
        weasyprint()
    except PaperError as error:
        click.echo(f"{error}", err=True)
        click.echo("Intet er bygget, og det gamle site står uændret.", err=True)
        return False
    return True


def _build_all(project: Project, slugs: list[str], with_pdf: bool) -> int:
    """Build the editions and return how many of them stand."""
    workers = min(len(slugs), os.cpu_count() or 1)
    if workers <= 1:
        return _report_all((_build_one(project, slug, with_pdf) for slug in slugs), len(slugs))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs = {pool.submit(_build_one, project, slug, with_pdf): slug for slug in slugs}
        return _report_all((_result(jobs[job], job) for job in as_completed(jobs)), len(slugs))


def _result(slug: str, job: Future[Result]) -> Result:
    try:
        return job.result()
    except BrokenProcessPool:
        advice = "luk andre programmer, hvis computeren mangler hukommelse, og prøv igen"
        return Result(slug, [f"byggeriet blev afbrudt udefra – {advice}"], 0.0)


def _build_one(project: Project, slug: str, with_pdf: bool) -> Result:
    """Build one edition and swap it in, when nothing went wrong."""
    from ..mkdocs_adapter import Given, build_edition

    started = time.monotonic()
    now = fingerprints(project, slug, with_pdf)
    one = prepare_edition(project, slug)
    if one.edition is None:
        return Result(slug, [str(m) for m in one.messages if m.severity == "fejl"], time.monotonic() - started)
    papirer, new = {}, 0
    try:
        if with_pdf:
            papirer, new = _papers(project, one)
        folder = staging(project.site, slug)
        # The pages say how large the papers are and how many pages they have, so the papers are made first.
        pages = render_pages(one.edition, project, papirer)
        contents = {fil: paper.indhold for fil, paper in papirer.items()}
        wrong = build_edition(project, Given(one.edition, pages, folder, contents))
        if not wrong:
            swap_in(project.site, slug)
            remember(project, slug, now)
    except _PaperFailure as error:
        wrong = [str(error)]
    except OSError as error:
        wrong = [cannot_write(project, error)]
    return Result(slug, wrong, time.monotonic() - started, len(papirer), new)


class _PaperFailure(Exception):
    """A ``PaperError`` under a name that needs no import of the paper package (a web build does without it)."""


def _papers(project: Project, one: Prepared) -> tuple[dict[str, Any], int]:
    from ..out.paper import PaperError, build_papers

    try:
        built = build_papers(one.edition, one.pages, project)
    except PaperError as error:
        raise _PaperFailure(str(error)) from None
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


def _landing(project: Project, prepared: list[Prepared]) -> None:
    """The page to choose on lists every edition that stands, also those not built this time."""
    known = {one.slug: one.edition for one in prepared if one.edition}
    for slug in project.slugs:
        if slug not in known and (project.site / slug / "index.html").is_file():
            other = prepare_edition(project, slug).edition
            if other is None and (project.site / "index.html").is_file():
                # Its page stands, so it must not fall off the list because its data is being edited.
                click.echo(f"site/index.html er ikke skrevet om, for der er fejl i data for {slug}.", err=True)
                return
            if other is not None:
                known[slug] = other
    standing = [known[slug] for slug in sorted(known) if (project.site / slug / "index.html").is_file()]
    write_landing(standing, project)
