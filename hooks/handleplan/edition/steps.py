"""The municipality's steps over the base's: ``trin/<id>.yml`` changes or adds one, ``trin.yml`` orders and hides."""

from __future__ import annotations

from typing import Any

from ..model.kinds import KINDS
from ..model.overlay import blok_model
from ..read.messages import Message, did_you_mean
from ..read.places import DataPath, PlaceTable
from .base import Base
from .former_ids import called_now, renamed
from .local import Local
from .overlay import Overlay


def lay_steps(
    base: Base, local: Local, places: PlaceTable, value_places: PlaceTable,
    hidden: dict[DataPath, str], messages: list[Message],
) -> dict[str, Any]:  # fmt: skip
    """The edition's steps in order. Fills ``places``, ``value_places``, ``hidden`` and ``messages``."""
    steps, shared, retired = dict(base.things["trin"]), base.things["trin"], base.retired["trin"]
    for ident, blok in local.trin.items():
        overlay = Overlay(local.sources[f"trin/{ident}"], places, value_places)
        if blok.nye is not None and (blok.ret is not None or ident in shared):
            word, other = ("nye", "ret") if ident in shared else ("ret", "nye")
            why = "den fælles del har trinnet" if ident in shared else "den fælles del har ikke trinnet"
            overlay.error((word,), f"trinnet '{ident}' kan ikke have {word}:, for {why}", f"brug {other}: i stedet")
        elif blok.nye is not None:
            steps[ident] = blok.nye
            overlay.take_places(("trin", ident), ("nye",))
            if ident not in local.trin_order.orden and ident not in local.trin_order.skjul:
                advice = f"skriv '{ident}' under orden: i {local.sources['trin'].file}"
                overlay.error((), f"trinnet '{ident}' har ikke fået en plads blandt trinnene", advice)
        elif blok.ret is not None:
            if ident in shared and ident in local.trin_order.skjul:
                advice = f"slet filen, eller slet '{ident}' under skjul: i {local.sources['trin'].file}"
                overlay.error(("ret",), f"trinnet '{ident}' er både rettet og skjult", advice)
            elif ident in shared:
                steps[ident] = overlay.change(steps[ident], blok.ret, ("trin", ident), ("ret",))
            elif new := called_now(ident, shared):
                what, _ = renamed("trinnet ", ident, new)
                overlay.error(("ret",), what, f"omdøb filen til {new}.yml")
            elif ident in retired:
                what = f"trinnet '{ident}' findes ikke længere i den fælles del ({retired[ident]})"
                overlay.error(("ret",), what, "slet filen, den har ingen virkning", "advarsel")
            else:
                meant = did_you_mean(ident, list(shared))
                advice = f"omdøb filen til {meant}.yml. " if meant else ""
                advice += "Er det jeres eget trin, så skriv nye: i stedet for ret:"
                what = f"den fælles del har ikke et trin, der hedder '{ident}'"
                overlay.error(("ret",), what, advice[0].lower() + advice[1:])
        hidden |= overlay.hidden
        messages += overlay.messages
    order_file = Overlay(local.sources["trin"], places, value_places, retired)
    model = blok_model(KINDS["trin"].model)
    order = model.model_construct(ret={}, nye={}, skjul=local.trin_order.skjul, orden=local.trin_order.orden)
    steps = order_file.mapping(steps, order, ("trin",), ())
    hidden |= order_file.hidden
    messages += order_file.messages
    return steps
