"""The rules an edition must keep beyond types and references. One function a rule.

Each takes an edition and yields messages; ``RULES`` lists them all. A rule's source stands in its docstring.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterator

from ..model.kommune import Kommune
from ..model.parts import Bemærkning, Bevis, Punkt
from ..model.walk import models
from ..project import Project
from ..read.messages import Message, Severity, suggestion
from ..read.places import Place
from .colours import MIN_CONTRAST, contrast_with_white
from .edition import Edition, Path

Rule = Callable[[Edition], Iterator[Message]]


def check_rules(edition: Edition, project: Project) -> list[Message]:
    """Every message of every rule."""
    from .assemble import kommune_names

    names = list(kommune_names(project.data / "kommuner.csv"))
    found = list(name_is_one_of_the_98(edition, names))
    for rule in RULES:
        found += rule(edition)
    return found


def name_is_one_of_the_98(edition: Edition, names: list[str]) -> Iterator[Message]:
    """``navn`` is a Danish municipality, and the folder is called what its name gives (product.md, "Data")."""
    navn = edition.kommune.navn
    if navn not in names:
        yield _at(edition, ("kommune", "navn"), f"'{navn}' er ikke en af de 98 kommuner", suggestion(navn, names))
    elif slug_of(navn) != edition.slug:
        advice = f"kald mappen '{slug_of(navn)}', eller ret navnet"
        yield _at(edition, ("kommune", "navn"), f"mappen hedder '{edition.slug}', men navnet er '{navn}'", advice)


def slug_of(navn: str) -> str:
    """The folder of a municipality: lower case, æ→ae, ø→oe, å→aa ("Høje-Taastrup" → "hoeje-taastrup")."""
    table = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-"})
    return navn.lower().translate(table)


def contact_can_be_reached(edition: Edition) -> Iterator[Message]:
    """A contact needs one way to reach it (product.md, "Data")."""
    for ident, kontakt in edition.kontakter.items():
        if not any((kontakt.telefon, kontakt.sms, kontakt.mail, kontakt.web, kontakt.chat)):
            advice = "skriv mindst ét af felterne telefon, sms, mail, web eller chat"
            yield _at(edition, ("kontakter", ident), f"kontakten '{ident}' kan ikke kontaktes", advice)


def dates_are_not_in_the_future(edition: Edition) -> Iterator[Message]:
    """``tjekket`` is a day that has been (product.md, "Data")."""
    latest = max(datetime.date.today(), edition.kommune.dato)
    for kind in ("love", "kontakter", "vidensbank", "litteratur", "begreber", "forebyggelse", "baggrund", "anbefalinger"):
        for ident, thing in edition.things(kind).items():
            if thing.tjekket and thing.tjekket > latest:
                what = f"tjekket er {thing.tjekket.isoformat()}, men den dag er ikke kommet endnu"
                yield _at(edition, (kind, ident, "tjekket"), what, "skriv den dag, oplysningen faktisk blev bekræftet")


def approval_is_whole(edition: Edition) -> Iterator[Message]:
    """``godkendt`` says who approved and when; an approval is not from the future."""
    kommune: Kommune = edition.kommune
    if kommune.status != "godkendt":
        return
    for felt in ("godkendt_af", "godkendt_dato"):
        if getattr(kommune, felt) is None:
            advice = f"skriv {felt}:, eller sæt status til udkast"
            yield _at(edition, ("kommune", "status"), f"status er godkendt, men '{felt}' mangler", advice)


def review_date_has_not_passed(edition: Edition) -> Iterator[Message]:
    """``næste_eftersyn`` in the past is a warning: the edition may be out of date."""
    due = edition.kommune.næste_eftersyn
    if due and due < datetime.date.today():
        advice = "gå udgaven igennem, og skriv en ny dato"
        yield _at(edition, ("kommune", "næste_eftersyn"), f"udgaven skulle ses efter den {due.isoformat()}", advice, "advarsel")


def colours_can_be_read(edition: Edition) -> Iterator[Message]:
    """Colours carry white text or stand on white: contrast at least 4.5 (WCAG 2.1, 1.4.3)."""
    for felt in ("primær", "accent"):
        colour = getattr(edition.kommune.farver, felt)
        ratio = contrast_with_white(colour)
        if ratio < MIN_CONTRAST:
            what = f"farven {colour} kan ikke læses mod hvidt (kontrast {ratio:.1f}".replace(".", ",") + ", kravet er 4,5)"
            yield _at(edition, ("kommune", "farver", felt), what, "vælg en mørkere farve")


def remarks_on_the_card_are_short(edition: Edition) -> Iterator[Message]:
    """A remark on advice that is on the card has a short form (product.md, "Data")."""
    for path, punkt in _card_bullets(edition):
        remark: Bemærkning | None = punkt.bemærkning
        if remark is not None and not remark.kort:
            advice = "skriv kort: under bemærkning, højst en linje, eller sæt på_kortet: nej på punktet"
            yield _at(edition, (*path, "bemærkning"), "punktet er på kortet, men bemærkningen har ingen kort form", advice)


def steps_have_content(edition: Edition) -> Iterator[Message]:
    """A step has card bullets when it is on the card, and something to read in the handbook."""
    for ident, trin in edition.trin.items():
        if trin.på_kortet and not any(p.på_kortet for p in trin.kort.values()):
            advice = "skriv punkter under kort:, eller sæt på_kortet: nej på trinnet"
            yield _at(edition, ("trin", ident), f"trinnet '{ident}' er på kortet, men har ingen punkter til kortet", advice)
        if not trin.afsnit and not trin.kort:
            yield _at(edition, ("trin", ident), f"trinnet '{ident}' er tomt", "skriv mindst ét afsnit eller ét punkt")
    if not edition.trin:
        yield _at(edition, ("kommune", "navn"), "udgaven har ingen trin", "fjern noget under skjul: i trin.yml")


def evidence_is_not_contradicted(edition: Edition) -> Iterator[Message]:
    """No edition tells the same actor both to save and not to save the same material (product.md, "Data")."""
    said = [
        (path, bevis)
        for kind in ("akut", "trin", "roller", "samtaler", "beslutninger")
        for path, part in models(edition.things(kind), (kind,))
        if isinstance(part, Punkt)
        for bevis in part.bevis
    ]
    for (path_a, a), (path_b, b) in itertools.combinations(said, 2):
        if _contradict(a, b):
            one, other = (path_a, path_b) if edition.is_local(path_a) or not edition.is_local(path_b) else (path_b, path_a)
            where = edition.place(other)
            materiale = next(m for m in a.materiale if m in b.materiale)
            what = f"udgaven siger både 'gem' og 'gem ikke' til samme aktør ({a.aktør}) om {materiale}"
            advice = f"det andet råd står i {where.file}:{where.line}. Ret eller skjul det ene, så der kun står én regel" if where else "ret det ene"
            yield _at(edition, one, what, advice)


def _contradict(a: Bevis, b: Bevis) -> bool:
    same = a.aktør == b.aktør and set(a.materiale) & set(b.materiale)
    place = "alle" in (a.enhed, b.enhed) or a.enhed == b.enhed
    # "gem" and "slet" do not clash: securing first and deleting afterwards is a sequence, not two rules.
    return bool(same and place) and {a.handling, b.handling} == {"gem", "gem-ikke"}


def _card_bullets(edition: Edition) -> Iterator[tuple[Path, Punkt]]:
    for ident, trin in edition.trin_på_kortet.items():
        for key, punkt in trin.kort.items():
            if punkt.på_kortet:
                yield ("trin", ident, "kort", key), punkt
    for ident, blok in edition.akut.items():
        if blok.på_kortet:
            for key, punkt in blok.punkter.items():
                if punkt.på_kortet:
                    yield ("akut", ident, "punkter", key), punkt


def _at(edition: Edition, path: Path, what: str, advice: str, severity: Severity = "fejl") -> Message:
    place = edition.place(path) or Place(f"data/kommuner/{edition.slug}/kommune.yml", 1, 1)
    return Message(place, what, advice, severity)


RULES: tuple[Rule, ...] = (
    contact_can_be_reached,
    dates_are_not_in_the_future,
    approval_is_whole,
    review_date_has_not_passed,
    colours_can_be_read,
    remarks_on_the_card_are_short,
    steps_have_content,
    evidence_is_not_contradicted,
)
