"""Every page of every edition is whole: no leftovers of templates or of extraction, nothing empty, nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from tests.content import built
from tests.content.page_text import Block, blocks_of, read_blocks

#: What no page may show, and why it would.
LEFTOVERS = {
    "a value that is not there": re.compile(r"\bNone\b|\bundefined\b|\bNaN\b|\bnull\b"),
    "a template's or the data's own marks": re.compile(r"\{\{|\}\}|\{%|%\}|\{:|\*\*|\]\("),
    "a space before a mark": re.compile(r"\S\s+[.,;!?](?=\s|$)|\(\s|\s\)"),
    "a mark twice": re.compile(r"(?<!\.)\.\.(?!\.)|[?!]\.|,[,.]|;;|\(\)"),
    "a word twice": re.compile(r"\b([^\W\d_]+\.?)\s\1(?=\s)"),
    "a letter that is none": re.compile("[\ufffd\u00ad\ufb00-\ufb06\ue000-\uf8ff]"),
    "a word cut at a line's end": re.compile(r"[^\W\d_]- (?!og\b|eller\b|/)[^\W\d_]"),
    "a list with nothing after its last mark": re.compile(r"[·,]\s*$|^[·,]"),
}
#: Words that may stand twice in a row.
TWICE = {"der der", "det det", "som som", "at at", "er er", "i i"}
HEADINGS = ("h1", "h2", "h3", "h4")
#: What stands again on purpose: where a thing is from, who answered, whom to call, a role's tasks gathered from the steps.
REPEATED = re.compile(r"^(?:Tager samtalen|Beslutter|Spørges til råds om|Får besked om|Kilde|Kontakt|Lov|Hvem svarede|Udbyder|Forbehold|Periode|Dækket af|Opgaven ligger hos|Se|Mere|Læs mere|Når der er lukket)\b")
#: The roles' page gathers a step's tasks from its sections under the step's own line: two of them may share a sentence.
STEP_LINE = re.compile(r"Trin \d+: ")
#: A list of what stands elsewhere, so the same remark on two steps is there twice.
REGISTERS = {"Redaktionens bemærkninger"}


def clean(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def leftovers(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        text = clean(block.text)
        for why, pattern in LEFTOVERS.items():
            for match in pattern.finditer(text):
                if match[0].lower() not in TWICE:
                    yield f"{why}: …{text[max(0, match.start() - 40) : match.end() + 40]}…"


def empty_headings(blocks: Iterable[Block]) -> Iterator[str]:
    """Headings without a word, and headings with nothing below them before the next of their level."""
    shown = [(block.tag, clean(block.text)) for block in blocks]
    for at, (tag, text) in enumerate(shown):
        if tag not in HEADINGS:
            continue
        if not text:
            yield f"{tag} without a word"
        below = [other for other, _ in shown[at + 1 : at + 2]]
        if not below or (below[0] in HEADINGS and below[0] <= tag):
            yield f"nothing under ”{text}”"


def twice(blocks: Iterable[Block]) -> Iterator[str]:
    """Sentences of seven words or more that stand twice under the same heading."""
    seen: set[str] = set()
    heading = ""
    for block in blocks:
        text = clean(block.text)
        if block.tag in HEADINGS or STEP_LINE.match(text):
            seen, heading = set(), text
            continue
        remark = {"summary", "details"} & set(block.path)   # the same short remark may stand beside two pieces of advice
        if heading in REGISTERS or STEP_LINE.match(heading) or remark or "table" in block.path or REPEATED.search(text):
            continue
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            said = re.sub(r"^.*?\b(?:skal|bør|kan|overvej) (?=[A-ZÆØÅ])", "", sentence)  # without the labels before it
            if len(said.split()) >= 7 and said.endswith((".", "!", "?")) and not REPEATED.search(said):
                if said in seen:
                    yield f"twice under one heading: {said}"
                seen.add(said)


def same_neighbours(blocks: Iterable[Block]) -> Iterator[str]:
    """Bullets that say word for word what the bullet before them says."""
    before = ""
    for block in blocks:
        text = clean(block.text)
        if "li" in block.path and len(text.split()) >= 3 and text == before:
            yield f"a bullet twice: {text}"
        before = text


CHECKS = {check.__name__: check for check in (leftovers, empty_headings, twice, same_neighbours)}


@pytest.mark.bygget
@pytest.mark.parametrize("slug", built.PROJECT.slugs)
@pytest.mark.parametrize("check", CHECKS)
def test_pages_are_whole(slug: str, check: str) -> None:
    found = [
        f"{path.relative_to(built.folder(slug)).parent.as_posix()}: {fault}"
        for path in built.page_files(slug)
        for fault in CHECKS[check](blocks_of(path))
    ]
    if found:
        pytest.fail(f"{len(found)} steder:\n" + "\n".join(found), pytrace=False)


@pytest.mark.bygget
@pytest.mark.parametrize("slug", built.PROJECT.slugs)
def test_every_step_has_content(slug: str) -> None:
    steps = [path for path in built.page_files(slug) if path.parent.parent.name == "trin"]
    assert len(steps) >= 4
    for path in steps:
        texts = [clean(block.text) for block in blocks_of(path)]
        bullets = [text for block, text in zip(blocks_of(path), texts, strict=True) if "li" in block.path and text]
        assert len(bullets) >= 8, path
        assert sum(len(text.split()) for text in texts) > 150, path
        assert any(text.startswith("Kort fortalt") for text in texts) != any(text.startswith("Trinnet står i håndbogen.") for text in texts), path


def page(body: str) -> list[Block]:
    return read_blocks(f'<article class="md-content__inner">{body}</article>')


@pytest.mark.parametrize(
    ("check", "body"),
    [
        ("leftovers", "<p>Ring None nu</p>"),
        ("leftovers", "<p>Ring {{ tlf('x') }}</p>"),
        ("leftovers", "<p>Ring **nu**</p>"),
        ("leftovers", "<p>Ring <b>nu</b> .</p>"),
        ("leftovers", "<p>Ring nu , og vent</p>"),
        ("leftovers", "<p>Skal der underrettes?.</p>"),
        ("leftovers", "<p>Ring nu..</p>"),
        ("leftovers", "<p>Kilden er pr. pr. 2022</p>"),
        ("leftovers", "<p>den den anden</p>"),
        ("leftovers", "<p>ud- vikling</p>"),
        ("leftovers", "<p>ud\u00advikling</p>"),
        ("leftovers", "<p>k\ufffdn</p>"),
        ("leftovers", "<p>\uf0b7 punkt</p>"),
        ("leftovers", "<p>Ring · Vent · </p>"),
        ("empty_headings", "<h2>A</h2><h2>B</h2><p>x</p>"),
        ("empty_headings", "<h2>A</h2>"),
        ("empty_headings", '<h2><a href="#x"></a></h2><p>x</p>'),
        ("twice", "<h2>A</h2><p>Bliv hos eleven, og lyt roligt nu.</p><p>Så. Bliv hos eleven, og lyt roligt nu.</p>"),
        ("twice", "<ul><li>skal Bliv hos eleven, og lyt roligt nu.</li><li>Bliv hos eleven, og lyt roligt nu.</li></ul>"),
        ("same_neighbours", "<ul><li>Ring til nogen</li><li>Ring til nogen</li></ul>"),
    ],
)
def test_a_slip_is_found(check: str, body: str) -> None:
    assert list(CHECKS[check](page(body)))


@pytest.mark.parametrize(
    ("check", "body"),
    [
        ("leftovers", "<p>Børne- og ungdomsskolen, elever m.m. Se § 8 … og 10–12 år (fx her).</p>"),
        ("leftovers", "<p>Ring 35 36 55 55. Det, der der skete.</p>"),
        ("leftovers", "<p>Ring 114 <b>nu</b>, og vent.</p>"),
        ("empty_headings", "<h2>A</h2><h3>B</h3><p>x</p><h2>C</h2><ul><li>y</li></ul>"),
        ("twice", "<h2>A</h2><p>Bliv hos eleven, og lyt roligt nu.</p><h2>B</h2><p>Bliv hos eleven, og lyt roligt nu.</p>"),
        ("same_neighbours", "<ul><li>Ring til nogen</li><li>Ring til en anden</li></ul>"),
    ],
)
def test_what_is_right_is_left_alone(check: str, body: str) -> None:
    assert not list(CHECKS[check](page(body)))
