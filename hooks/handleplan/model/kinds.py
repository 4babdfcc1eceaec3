"""Which data file holds which kind of thing. The one place that knows the files' names."""

from __future__ import annotations

from dataclasses import dataclass

from .baggrund import Anbefaling, Baggrund, Forebyggelse
from .handling import Akut, Beslutning, Logafsnit, Rolle, Samtale, Trin, Udkast
from .opslag import Begreb, Kilde, Kontakt, Litteratur, Lov, Ord, Ressource
from .parts import Del


@dataclass(frozen=True)
class Kind:
    """A kind of thing: ``name`` is its file's name without ``.yml``, ``model`` what one thing may say.

    ``suggests``: what the shared base says of this kind is marked "redaktionens forslag".
    ``can_stale``: without ``tjekket`` the reader sees "ikke bekræftet".
    ``folder``: one file a thing, in a folder of that name (the steps).
    ``shared_only``: a municipality has this elsewhere (its sources stand in ``kommune.yml``).
    """

    name: str
    model: type[Del]
    what: str
    suggests: bool = False
    can_stale: bool = False
    folder: bool = False
    shared_only: bool = False

    @property
    def file(self) -> str:
        """The file (or, for steps, the folder) relative to ``faelles/`` or ``kommuner/<slug>/``."""
        return self.name if self.folder else f"{self.name}.yml"


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("ord", Ord, "ord"),
        Kind("akut", Akut, "blok i den akutte rækkefølge", suggests=True),
        Kind("trin", Trin, "trin", suggests=True, folder=True),
        Kind("roller", Rolle, "rolle", suggests=True),
        Kind("samtaler", Samtale, "samtale", suggests=True),
        Kind("beslutninger", Beslutning, "beslutning", suggests=True),
        Kind("udkast", Udkast, "udkast", suggests=True),
        Kind("logbog", Logafsnit, "afsnit i logbogen", suggests=True),
        Kind("love", Lov, "lovhenvisning", can_stale=True),
        Kind("kontakter", Kontakt, "kontakt", can_stale=True),
        Kind("vidensbank", Ressource, "materiale", can_stale=True),
        Kind("litteratur", Litteratur, "titel i litteraturen"),
        Kind("begreber", Begreb, "begreb", suggests=True),
        Kind("forebyggelse", Forebyggelse, "forebyggelse", suggests=True),
        Kind("baggrund", Baggrund, "baggrund"),
        Kind("anbefalinger", Anbefaling, "anbefaling"),
        Kind("kilder", Kilde, "kilde", shared_only=True),
    )
}
TRIN_ORDER_FILE = "trin.yml"
KOMMUNE_FILE = "kommune.yml"
