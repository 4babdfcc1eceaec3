"""Style sheets without the rules that nothing can meet: nothing that a page has or a script writes loses its rules."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import tinycss2
from handleplan.out.web.light import known_words, tags_of
from handleplan.out.web.script_words import written_words
from handleplan.out.web.styles import used_rules

from tests.site.built import PROJECT, SITE, SLUGS, library_folder

# How Material's script, which is made small by its maker, and ours give an element its classes.
_GIVES = (
    r"\bclass:\s*[\"'`]([^\"'`]*)",
    r"\.className\s*=\s*[\"'`]([^\"'`]*)",
    r"classList\.(?:add|toggle|replace)\(\s*[\"'`]([^\"'`]*)",
    r"classList\.(?:add|toggle|replace)\([\"'`][^\"'`]*[\"'`],\s*[\"'`]([^\"'`]*)",
    r"<\w+ class=\\?[\"']([^\"'\\]*)",
)
_MAKES = r"(?:createElement\(|\bx\()[\"'`](\w+)[\"'`]"


def _given(script: str) -> set[str]:
    """The classes that ``script`` gives, and the elements it makes, found in another way than ``written_words``."""
    texts = [text for pattern in _GIVES for text in re.findall(pattern, script)]
    whole = [word for text in texts for word in re.sub(r"\S*\$\{[^}]*\}\S*", " ", text).split()]
    return {word for word in whole if re.fullmatch(r"[\w-]+", word)} | set(re.findall(_MAKES, script))


def _theme_styles() -> str:
    folder = library_folder("material") / "templates" / "assets" / "stylesheets"
    own = sorted((PROJECT.root / "overrides" / "tema" / "assets" / "css").glob("*.css"))
    files = [*folder.glob("main.*.css"), *folder.glob("palette.*.css"), *own]
    assert len(files) > 5
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def _selectors(css: str) -> set[str]:
    """Every selector in ``css``, on one line, also those in ``@media``."""
    found: set[str] = set()
    waiting = list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    while waiting:
        rule = waiting.pop()
        if rule.type == "qualified-rule":
            found |= {" ".join(part.split()) for part in re.split(r",(?![^(]*\))", tinycss2.serialize(rule.prelude))}
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            waiting += tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    return found


def _named(selector: str) -> set[str]:
    """The classes and elements that ``selector`` cannot do without."""
    alone = re.sub(r":[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]|::?[\w-]+", " ", selector)
    return set(re.findall(r"(?<![\w-])[A-Za-z][\w-]*", alone))


@pytest.mark.bygget
@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_page_has_or_a_script_writes_keeps_its_rules(slug: str) -> None:
    site = SITE / slug
    pages: set[str] = set()
    for page in site.rglob("*.html"):
        for tag in tags_of(page.read_text(encoding="utf-8")):
            pages.add(re.match(r"<([a-zA-Z][\w-]*)", tag)[1])
            pages.update(word for text in re.findall(r'class=["\']?([^"\'>]*)', tag) for word in text.split())
    scripts = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.js")}
    bundle = next(text for file, text in scripts.items() if file.name.startswith("bundle."))
    known = {"md-tooltip2", "md-search-result__item", "md-annotation", "details"}
    assert known <= _given(bundle), "Material's script gives classes in another way: see _GIVES"
    there = pages.union(*map(_given, scripts.values()))
    assert len(there) > 200
    ours = _selectors("\n".join(file.read_text(encoding="utf-8") for file in site.glob("assets/css/*.css")))
    asked = {one for one in _selectors(_theme_styles()) if _named(one) <= there and "[" not in one and "#" not in one}
    assert len(asked) > 400
    assert sorted(asked - ours) == []


@pytest.mark.bygget
@pytest.mark.parametrize("slug", SLUGS)
def test_what_nothing_can_meet_is_gone(slug: str) -> None:
    ours = "".join(file.read_text(encoding="utf-8") for file in (SITE / slug).glob("assets/css/*.css"))
    whole = _theme_styles()
    for name in (".highlight .", "[dir=rtl]", ".footnote", ".tabbed-labels>"):
        assert name in whole and name not in ours, name
    assert len(ours.encode()) < 90_000


SHEET = """
:root{--a: 1px;--b: 2px;--c: 3px}
.here > .mark, .away { color : red ;  margin:var(--a) }
.away em{top:var(--b)} kbd{top:0} em.here::before{content:"a  b ;"}
[dir=rtl] .here{left:0} [dir=ltr] .here{right:0} [aria-expanded=true] .here{top:1px} [data-level="2"]{top:2px}
@media print{.away{top:0}} @media screen{.here :is(.away, em){top:0}} html tbody{top:3px}
"""


def test_a_rule_stays_when_all_it_names_is_somewhere() -> None:
    words = {"here", "mark", "em", "dir", "ltr", "--c"}
    assert used_rules(SHEET, words) == (
        ":root{--a: 1px;--c: 3px}.here > .mark{color:red;margin:var(--a)}em.here::before{content:\"a  b ;\"}"
        "[dir=ltr] .here{right:0}[aria-expanded=true] .here{top:1px}[data-level=\"2\"]{top:2px}"
        "@media screen{.here :is(.away, em){top:0}}html tbody{top:3px}"
    )


def test_what_a_script_writes_is_known_and_what_it_asks_for_is_not() -> None:
    script = """
        var o=e.closest(".md-asked"),k=o.dir==="rtl",n=e.classList.contains("annotate");switch(k){case "case-asked":}
        x("div",{class:"md-made md-made--also"},x("del",null));p.classList.toggle('md-toggled',k);p.innerHTML="<mark>"
        h(`${b}__icon md-in-template`);p.style.setProperty("--md-height",k);q="var(--md-read)"
    """
    found = written_words(script)
    assert {"md-made", "md-made--also", "div", "del", "mark", "md-toggled", "md-in-template"} <= found
    assert {"--md-height", "--md-read"} <= found
    assert not {"md-asked", "rtl", "annotate", "case-asked"} & found


def test_pages_words_and_scripts_words_together(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('x("p",{class:"made"})', encoding="utf-8")
    assert known_words(tmp_path, {'<details class="b" open>'}) >= {"details", "b", "open", "made", "p"}
