"""``skoler.yml``: a municipality's own schools, each with the numbers that its actioncard is filled in with."""

from __future__ import annotations

from pydantic import Field

from .addresses import Telefon
from .parts import Del
from .types import Dato, Linje

SKOLER_FILE = "skoler.yml"


class Skole(Del):
    """One school. There is no field for a person's name: a number is kept by function."""

    navn: Linje = Field(description="Skolens navn, som det skal stå på kortet.")
    numre: dict[Linje, Telefon] = Field(
        description="Kortets linjer og skolens numre: 'Skolens leder: \"12 34 56 78\"'. Linjerne er dem under "
        "egne_linjer: i kommune.yml. Skriv aldrig personnavne. En linje uden nummer står tom på kortet.",
        min_length=1,
    )
    tjekket: Dato | None = Field(
        None, description="Dato, hvor nogen sidst har ringet numrene op. Udelad, hvis ingen har."
    )
