"""What ``--hjælp`` writes round our own words, in Danish instead of click's English."""

from __future__ import annotations

import click

_HEADINGS = {"Options": "Valg", "Commands": "Kommandoer"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Brug: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class DanishCommand(click.Command):
    """A command whose help is Danish."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The command line's parts, as click lists them."""
        words = {"[OPTIONS]": "[VALG]", "COMMAND [ARGS]...": "KOMMANDO …"}
        return [words.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that writes the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Vis denne hjælp."
        return option
