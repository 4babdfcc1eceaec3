"""The commands of ``handleplan``: arguments in, calls out. Each is carried out by the module of its name."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from ..project import Project
from ..read.messages import suggestion
from .danish_help import DanishCommand

_MOST_FOLDERS = 200  # a stranger's thousand would take minutes to check


class DanishGroup(DanishCommand, click.Group):
    """Says in Danish what is wrong with a command line, instead of click's English."""

    command_class = DanishCommand

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            sys.exit(super().main(*args, **{**kwargs, "standalone_mode": False}) or 0)
        except click.NoSuchOption as error:
            params = error.ctx.command.get_params(error.ctx) if error.ctx else []
            named = [name for param in params for name in param.opts if name.startswith("--")]
            click.echo(f"Valget '{error.option_name}' findes ikke – {suggestion(error.option_name, named)}", err=True)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "handleplan"
            advice = f"skriv {command} --hjælp for at se, hvad du kan skrive"
            click.echo(f"Kommandoen kan ikke læses – {advice}", err=True)
        except click.Abort:
            click.echo("Afbrudt.", err=True)
        except Exception as error:
            from ..out.broken_template import broken_template

            broken = broken_template(error, Project.find())
            if broken is None:  # a mistake in the code
                raise
            click.echo(str(broken), err=True)
            sys.exit(1)
        sys.exit(2)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            meant = suggestion(args[0], self.list_commands(ctx))
            click.echo(f"Kommandoen '{args[0]}' findes ikke – {meant}", err=True)
            ctx.exit(2)
        return super().resolve_command(ctx, args)


@click.group(cls=DanishGroup, context_settings={"help_option_names": ["-h", "--hjælp", "--help"]})
def main() -> None:
    """Håndbog og actioncard ved digitale krænkelser, bygget af YAML-filerne i data/."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's documented switch for its end-of-life notice


@main.command()
@click.argument("slugs", metavar="[KOMMUNE …]", nargs=-1)
@click.option("--uden-pdf", is_flag=True, help="Byg kun siderne, ikke PDF-filerne.")
@click.option("--forklar", is_flag=True, help="Skriv for hver udgave, hvorfor den bygges eller springes over.")
def byg(slugs: tuple[str, ...], uden_pdf: bool, forklar: bool) -> None:
    """Byg alle udgaver, eller kun de nævnte, til site/."""
    from .byg import run

    project = Project.find()
    sys.exit(run(project, _known(project, slugs), with_pdf=not uden_pdf, explain=forklar))


@main.command()
@click.argument("slugs", metavar="[KOMMUNE …]", nargs=-1)
@click.option("--lix", is_flag=True, help="Vis også den sværeste sætning på hver side.")
@click.option("--udgiv", is_flag=True, help="Sig også, hvad der mangler, før udgaven må kaldes kommunens plan.")
@click.option("--links", is_flag=True, help="Spørg også, om links til andre hjemmesider stadig virker.")
@click.option(
    "--format", "form", type=click.Choice(["tekst", "github", "json"]), default="tekst", help="Hvordan svaret skrives."
)
def tjek(slugs: tuple[str, ...], lix: bool, udgiv: bool, links: bool, form: str) -> None:
    """Find alle fejl og advarsler i data, uden at bygge. Viser også hver sides læsbarhed (LIX)."""
    from .answers import Wishes
    from .tjek import run

    project = Project.find()
    sys.exit(run(project, _known(project, slugs), Wishes(lix, udgiv, links, form)))


@main.command()
@click.argument("slug", metavar="[KOMMUNE]", required=False)
@click.option(
    "--port", type=click.IntRange(1, 65_535), default=8000, metavar="TAL", help="Port på din maskine (ellers 8000)."
)
def vis(slug: str | None, port: int) -> None:
    """Vis en udgave i browseren. En gemt fil ses med det samme."""
    from .vis import run

    project = Project.find()
    sys.exit(run(project, _known(project, (slug,) if slug else ())[0], port))


@main.command()
@click.argument("navn")
def ny(navn: str) -> None:
    """Lav en mappe til en ny kommune, for eksempel: handleplan ny "Lyngby-Taarbæk"."""
    from .ny import run

    sys.exit(run(Project.find(), navn))


@main.command()
@click.argument("slug", metavar="KOMMUNE")
@click.argument("ider", metavar="[ID …]", nargs=-1)
@click.option("--godkend", is_flag=True, help="Notér, at forskellene er læst: alle, eller kun de nævnte id'er.")
def forskel(slug: str, ider: tuple[str, ...], godkend: bool) -> None:
    """Vis, hvad en kommune ændrer, og hvad der er ændret i den fælles del siden sidst."""
    from .forskel import run

    project = Project.find()
    sys.exit(run(project, _known(project, (slug,))[0], ider, godkend))


@main.command()
@click.argument("slug", metavar="KOMMUNE")
def pak(slug: str) -> None:
    """Pak en udgave som en ZIP-fil, der virker uden webserver: på intranet eller USB-stik."""
    from .pak import run

    project = Project.find()
    sys.exit(run(project, _known(project, (slug,))[0]))


@main.command()
@click.argument("slug", metavar="KOMMUNE")
@click.argument("mappe", type=Path)
def markdown(slug: str, mappe: Path) -> None:
    """Skriv en udgaves sider som Markdown-filer i en ny mappe, til et andet program end MkDocs."""
    from .markdown import run

    project = Project.find()
    sys.exit(run(project, _known(project, (slug,))[0], mappe))


@main.command()
def felter() -> None:
    """Skriv siden med alle filer og felter, en redaktør kan bruge: site/felter/."""
    from .felter import run

    sys.exit(run(Project.find()))


@main.command()
def skemaer() -> None:
    """Skriv de skemaer, som VS Code og github.dev hjælper redaktøren med."""
    from .skemaer import run

    sys.exit(run(Project.find()))


def _known(project: Project, slugs: tuple[str, ...]) -> tuple[str, ...]:
    """``slugs``, or all when none is given; an unknown one ends the command with a Danish line."""
    if not project.slugs:
        click.echo("Der er ingen kommuner i data/kommuner – lav en mappe med en kommune.yml", err=True)
        sys.exit(1)
    if len(project.slugs) > _MOST_FOLDERS:
        what = f"Der er {len(project.slugs)} mapper i data/kommuner, men Danmark har 98 kommuner"
        click.echo(f"{what} – slet dem, der ikke er kommuner", err=True)
        sys.exit(1)
    unknown = [slug for slug in slugs if slug not in project.slugs]
    for slug in unknown:
        meant = suggestion(slug, list(project.slugs))
        click.echo(f"Kommunen '{slug}' har ingen mappe i data/kommuner – {meant}", err=True)
    if unknown:
        sys.exit(1)
    return tuple(dict.fromkeys(slugs)) or project.slugs
