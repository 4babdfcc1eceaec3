"""``handleplan byg``: check everything, build what has changed, swap it in when it is whole."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

import click

from ..out.landing import write_landing
from ..prepare import Prepared, prepare_edition
from ..project import Project
from .fingerprint import changed_groups, fingerprints, remember
from .swap import repair, staging, swap_in
from .tjek import all_messages, prepare_all, summary


def run(project: Project, slugs: tuple[str, ...], with_pdf: bool, explain: bool) -> int:
    """Build; 0 when every edition stands whole, 1 when data or a build failed (then the old site stands)."""
    prepared = prepare_all(project, slugs)
    messages = all_messages(prepared)
    errors = [m for m in messages if m.severity == "fejl"]
    if errors:
        for message in messages:
            click.echo(str(message), err=True)
        click.echo(summary(messages, slugs) + " Intet er bygget, og det gamle site står uændret.", err=True)
        return 1
    project.site.mkdir(exist_ok=True)
    repair(project.site)
    todo = []
    for slug in slugs:
        reasons = changed_groups(project, slug, fingerprints(project, slug, with_pdf))
        if explain:
            click.echo(f"{slug}: " + (f"bygges ({', '.join(reasons)})" if reasons else "uændret, springes over"))
        if reasons:
            todo.append(slug)
    ok = _build_all(project, todo, with_pdf)
    repair(project.site)  # nothing but whole editions lies in site/ afterwards
    _landing(project, prepared)
    click.echo(f"Færdig: {len(todo)} bygget, {len(slugs) - len(todo)} uændret. Åbn site/index.html")
    return 0 if ok else 1


def _build_all(project: Project, slugs: list[str], with_pdf: bool) -> bool:
    workers = min(len(slugs), os.cpu_count() or 1)
    if workers <= 1:
        results = ((slug, *_build_one(project, slug, with_pdf)) for slug in slugs)
        return all([_report(*result) for result in results])
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs = {pool.submit(_build_one, project, slug, with_pdf): slug for slug in slugs}
        return all([_report(jobs[job], *job.result()) for job in as_completed(jobs)])


def _build_one(project: Project, slug: str, with_pdf: bool) -> tuple[list[str], float]:
    """Build one edition and swap it in. Returns what went wrong (nothing, when it stands) and the seconds used."""
    from ..mkdocs_adapter import Given, build_edition

    started = time.monotonic()
    now = fingerprints(project, slug, with_pdf)
    one = prepare_edition(project, slug)
    if one.edition is None:
        return [str(m) for m in one.messages if m.severity == "fejl"], time.monotonic() - started
    folder = staging(project.site, slug)
    wrong = build_edition(project, Given(one.edition, one.pages, folder, with_pdf))
    if not wrong and with_pdf:
        wrong = _paper(project, one, folder)
    if not wrong:
        swap_in(project.site, slug)
        remember(project, slug, now)
    return wrong, time.monotonic() - started


def _paper(project: Project, one: Prepared, folder: os.PathLike[str]) -> list[str]:
    from pathlib import Path

    from ..out.paper import PaperError, build_actioncard

    try:
        build_actioncard(one.edition, project, Path(folder) / "actioncard.pdf")
    except PaperError as error:
        return [str(error)]
    return []


def _report(slug: str, wrong: list[str], seconds: float) -> bool:
    if wrong:
        for line in wrong:
            click.echo(line, err=True)
        click.echo(f"{slug}: blev ikke bygget. Den gamle udgave står uændret.", err=True)
        return False
    click.echo(f"{slug}: bygget på {seconds:.1f} s".replace(".", ","))
    return True


def _landing(project: Project, prepared: list[Prepared]) -> None:
    """The page to choose on lists every edition that stands, also those not built this time."""
    known = {one.slug: one.edition for one in prepared if one.edition}
    for slug in project.slugs:
        if slug not in known and (project.site / slug / "index.html").is_file():
            other = prepare_edition(project, slug).edition
            if other is not None:
                known[slug] = other
    standing = [known[slug] for slug in sorted(known) if (project.site / slug / "index.html").is_file()]
    write_landing(standing, project)
