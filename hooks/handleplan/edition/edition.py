"""One municipality's edition: every thing it says, and where each value was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pydantic import BaseModel

from ..model.baggrund import Anbefaling, Baggrund, Forebyggelse
from ..model.handling import Akut, Beslutning, Logafsnit, Rolle, Samtale, Trin, Udkast
from ..model.kinds import KINDS
from ..model.kommune import Kommune
from ..model.opslag import Begreb, Kilde, Kontakt, Litteratur, Lov, Ord, Ressource
from ..model.parts import Del
from ..model.skole import Skole
from ..model.walk import models
from ..read.places import DataPath, Place, PlaceTable

LOCAL_FOLDER = "data/kommuner/"


@dataclass(frozen=True)
class Edition:
    """What one municipality's handbook says.

    Each mapping is id → thing in display order, hidden things left out and ``{{ ord.… }}`` filled in.
    ``places`` maps a path such as ``("kontakter", "politi", "note")`` to where it was written;
    ``hidden`` maps ``(kind, id)`` to the reason the municipality gives; ``mangler`` lists what it has yet to fill in;
    ``skoler`` are its own schools.
    """

    slug: str
    kommune: Kommune
    fuldt_navn: str
    ord: dict[str, Ord]
    akut: dict[str, Akut]
    trin: dict[str, Trin]
    roller: dict[str, Rolle]
    samtaler: dict[str, Samtale]
    beslutninger: dict[str, Beslutning]
    udkast: dict[str, Udkast]
    logbog: dict[str, Logafsnit]
    love: dict[str, Lov]
    kontakter: dict[str, Kontakt]
    vidensbank: dict[str, Ressource]
    litteratur: dict[str, Litteratur]
    begreber: dict[str, Begreb]
    forebyggelse: dict[str, Forebyggelse]
    baggrund: dict[str, Baggrund]
    anbefalinger: dict[str, Anbefaling]
    kilder: dict[str, Kilde]
    places: PlaceTable = field(repr=False)
    value_places: PlaceTable = field(repr=False)
    hidden: dict[tuple[str, str], str] = field(default_factory=dict)
    mangler: tuple[str, ...] = ()
    skoler: dict[str, Skole] = field(default_factory=dict)

    def things(self, kind: str) -> dict[str, Del]:
        """The things of one kind (a key of ``KINDS``), id → thing."""
        return getattr(self, kind)

    def parts(self, kind: str) -> list[tuple[DataPath, BaseModel]]:
        """Every thing of ``kind`` and every part of one, with its path; ``"kommune"`` is a kind here too.

        Found once: half the rules and many pages ask.
        """
        if kind not in self._parts:
            self._parts[kind] = models(self.kommune if kind == "kommune" else self.things(kind), (kind,))
        return self._parts[kind]

    @cached_property
    def _parts(self) -> dict[str, list[tuple[DataPath, BaseModel]]]:
        return {}

    def place(self, path: DataPath, value: bool = False) -> Place | None:
        """Where ``path`` (or its nearest parent) was written; ``value`` asks for the value, not its key."""
        while path:
            found = (self.value_places.get(path) if value else None) or self.places.get(path)
            if found is not None:
                return found
            path = path[:-1]
        return None

    def at(self, path: DataPath, value: bool = False) -> Place:
        """``place``, or the top of the municipality's own file: where a message about ``path`` points."""
        return self.place(path, value) or Place(f"{LOCAL_FOLDER}{self.slug}/kommune.yml", 1, 1)

    def is_local(self, path: DataPath) -> bool:
        """Whether the municipality itself wrote what stands at ``path``."""
        place = self.place((*path, "tekst"))  # or the nearest above it
        return place is not None and place.file.startswith(LOCAL_FOLDER)

    @cached_property
    def local_places(self) -> dict[DataPath, list[tuple[DataPath, Place]]]:
        """What the municipality wrote, and where, by the thing it is part of: ``(kind, id)``."""
        changed = ((thing, places.items()) for thing, places in self.places.changed())
        found = {thing: [(p, at) for p, at in all_ if at.file.startswith(LOCAL_FOLDER)] for thing, all_ in changed}
        return {thing: own for thing, own in found.items() if own}

    @cached_property
    def _with_local_parts(self) -> set[DataPath]:
        """Every path at or above something the municipality wrote."""
        return {path[:end] for own in self.local_places.values() for path, _ in own for end in range(2, len(path) + 1)}

    def is_forslag(self, path: DataPath) -> bool:
        """Whether ``path`` (a thing or a part of one) is marked "redaktionens forslag".

        Rule (CONTRIBUTING.md, "Redaktionens forslag"): what the base adds beyond the sources is the editors'
        suggestion until a municipality approves its edition. A thing that holds some of the municipality's
        own parts is not marked as a whole: its parts are judged one by one. ``forslag:`` in the data decides
        when it is given, nearest first.
        """
        if self.kommune.status == "godkendt":
            return False
        value: object = self.things(path[0])
        said: bool | None = None
        sourced = False
        for index, step in enumerate(path[1:], start=2):
            value = value[step] if isinstance(value, (dict, list)) else getattr(value, str(step))
            fields = vars(value) if isinstance(value, BaseModel) else {}
            said = fields.get("forslag") if fields.get("forslag") is not None else said
            if fields.get("kilde") is not None:
                place = self.place((*path[:index], "kilde"))
                # A source the municipality gives a step covers its own texts, not the shared ones kept in it.
                sourced = sourced or place is None or not place.file.startswith(LOCAL_FOLDER)
        if said is not None:
            return said
        own = path[:2] in self.local_places and (path in self._with_local_parts or self.is_local(path))
        return KINDS[path[0]].suggests and not sourced and not own

    @cached_property
    def trin_på_kortet(self) -> dict[str, Trin]:
        """The steps that have a number on the actioncard, in order."""
        return {ident: trin for ident, trin in self.trin.items() if trin.på_kortet}

    @cached_property
    def akut_på_kortet(self) -> dict[str, Akut]:
        """The blocks of the acute frame on the card: those that the edition's own steps do not say already.

        A later block (``derefter``) names the step that says more. It is left out when that step stands on the
        card and gives the same advice on evidence as each of its bullets (a bullet without advice on evidence is
        covered by the step itself). What the municipality wrote into the block always stays.
        """
        return {i: b for i, b in self.akut.items() if b.på_kortet and not self._said_by_its_step(i, b)}

    def _said_by_its_step(self, ident: str, blok: Akut) -> bool:
        trin = self.trin_på_kortet.get(blok.trin or "")
        if blok.slags != "derefter" or trin is None or ("akut", ident) in self._with_local_parts:
            return False
        said = [bevis for punkt in trin.kort.values() if punkt.på_kortet for bevis in punkt.bevis]
        shown = [punkt for punkt in blok.punkter.values() if punkt.på_kortet]
        return all(bevis in said for punkt in shown for bevis in punkt.bevis)

    @cached_property
    def akut_om_trinnene(self) -> tuple[list[str], list[str]]:
        """The ids of the card's later blocks that stand before and after the municipality's own steps.

        Blocks that are off the card say what the steps say, so the steps stand where the first of them would.
        """
        later = [ident for ident, blok in self.akut.items() if blok.slags == "derefter"]
        off = next((index for index, ident in enumerate(later) if not self.akut[ident].på_kortet), 0)
        shown = self.akut_på_kortet
        return [i for i in later[:off] if i in shown], [i for i in later[off:] if i in shown]

    def trin_nummer(self, ident: str) -> int:
        """The step's number in the handbook, from 1."""
        return list(self.trin).index(ident) + 1

    def kort_nummer(self, ident: str) -> int | None:
        """The step's number on the card, from 1, or None when it is not on the card."""
        on_card = list(self.trin_på_kortet)
        return on_card.index(ident) + 1 if ident in on_card else None

    @cached_property
    def lokale_kontakter(self) -> dict[str, Kontakt]:
        return {ident: kontakt for ident, kontakt in self.kontakter.items() if kontakt.type == "lokal"}

    @cached_property
    def nationale_kontakter(self) -> dict[str, Kontakt]:
        return {ident: kontakt for ident, kontakt in self.kontakter.items() if kontakt.type != "lokal"}

    @cached_property
    def kontakter_på_kortet(self) -> dict[str, Kontakt]:
        """The contacts on the actioncard: local ones unless they say ``på_kortet: nej``, others that say ``ja``."""
        return {
            ident: kontakt
            for ident, kontakt in self.kontakter.items()
            if (kontakt.type == "lokal" if kontakt.på_kortet is None else kontakt.på_kortet)
        }

    @property
    def version(self) -> str:
        """The edition's version as printed: its own, or its date."""
        return self.kommune.version or self.kommune.dato.isoformat()

    @property
    def er_officiel(self) -> bool:
        """Whether this is the municipality's approved plan; everything else must say that it is not."""
        return self.kommune.status == "godkendt"
