"""Pages that are put together from kept parts are the pages that MkDocs makes of the whole."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from handleplan.mkdocs_adapter import kept_pages, kept_plugins
from handleplan.mkdocs_adapter.build import build_edition
from handleplan.mkdocs_adapter.complaints import complaints
from handleplan.mkdocs_adapter.kept_pages import KeptPage
from handleplan.mkdocs_adapter.parts import split
from handleplan.mkdocs_adapter.state import Given
from handleplan.out import kept as kept_module
from handleplan.out.kept import Kept
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tests.out.editions import PROJECT, prepared

PAGES = {
    "headings": "# En {: #en }\n\nTekst.\n\n## To {: #to }\n\n- punkt\n\n### Tre {: #tre }\n\n[to](#to) [b](b.md#her)\n",
    "steps between levels": "# En {: #en }\n\n#### Fire {: #fire }\n\n## To {: #to }\n\n### Tre {: #tre }\n",
    "a heading in a container": (
        '# En {: #en }\n\n<div class="x" markdown="1">\n\n## Inde {: #inde }\n\n</div>\n\nEfter.\n\n## Ude {: #ude }\n'
    ),
    "an id made up twice": "# En\n\n## Det samme\n\nA\n\n## Det samme\n\nB\n",
    "a link for the whole page": "# En {: #en }\n\n[a][b]\n\n## To {: #to }\n\n[b]: b.md\n",
    "a heading in a box": '# En {: #en }\n\n!!! note "Boks"\n\n    ## Inde {: #inde }\n\n## To {: #to }\n',
    "nothing": "",
    "no heading": "Kun tekst.\n",
}


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "_remembered", type(kept_module._remembered)())


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    extensions = ["admonition", "attr_list", "md_in_html", {"toc": {"permalink": True}}]
    validation = {"links": {"not_found": "warn", "anchors": "warn"}}
    config.load_dict({"site_name": "x", "markdown_extensions": extensions, "validation": validation})
    assert config.validate() == ([], [])
    return config


def rendered(config: MkDocsConfig, kind: Any, markdown: str, other_pages: tuple[str, ...] = ("b.md",)) -> Page:
    """``markdown`` as the page a.md of a site that has ``other_pages`` beside it."""
    files = [File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in ("a.md", *other_pages)]
    page = kind("Titel", files[0], config)
    page.markdown = markdown
    page.render(config, Files(files))
    return page


def seen(page: Page) -> tuple[Any, ...]:
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return page.content, str(page.toc), page._title_from_render, page.present_anchor_ids, links


@pytest.mark.parametrize("markdown", PAGES.values(), ids=PAGES)
def test_a_page_of_parts_is_the_page_mkdocs_makes(config: MkDocsConfig, markdown: str) -> None:
    kept = Kept()

    def from_parts(title: str, file: File, config: MkDocsConfig) -> Page:
        return KeptPage(title, file, config, kept)

    whole = seen(rendered(config, Page, markdown))
    for _ in range(3):  # made, and found again
        assert seen(rendered(config, from_parts, markdown)) == whole
    later = f"{markdown}\n## Sidst {{: #sidst }}\n"  # made, beside parts that are found
    assert seen(rendered(config, from_parts, later)) == seen(rendered(config, Page, later))


def test_a_part_is_read_once(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, read = Kept(), []
    render = Page.render

    def counted(self: Page, config: MkDocsConfig, files: Files) -> None:
        read.append(self.markdown)
        render(self, config, files)

    monkeypatch.setattr(Page, "render", counted)

    def from_parts(title: str, file: File, config: MkDocsConfig) -> Page:
        return KeptPage(title, file, config, kept)

    rendered(config, from_parts, PAGES["headings"])
    assert len(read) == 1
    rendered(config, from_parts, PAGES["headings"])
    assert len(read) == 1
    rendered(config, from_parts, PAGES["headings"].replace("punkt", "andet"))
    assert read[1:] == ["## To {: #to }\n\n- andet\n\n"]


def test_a_link_to_a_page_that_is_gone_is_complained_of_each_time(config: MkDocsConfig) -> None:
    kept = Kept()

    def from_parts(title: str, file: File, config: MkDocsConfig) -> Page:
        return KeptPage(title, file, config, kept)

    with complaints() as lines:
        rendered(config, from_parts, PAGES["headings"])
    assert lines == []
    for _ in range(2):
        with complaints() as lines:
            rendered(config, from_parts, PAGES["headings"], other_pages=())
        assert len(lines) == 1 and "b.md" in lines[0]


def test_joined_parts_are_the_page() -> None:
    for page in prepared("aarhus").pages:
        parts = split(page.markdown)
        assert "".join(parts) == page.markdown
    assert len(split(PAGES["headings"])) == 3
    assert len(split(PAGES["a heading in a container"])) == 2
    assert len(split(PAGES["a link for the whole page"])) == 1


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_an_edition_from_parts_is_the_edition_from_whole_pages(
    slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, forgetful = prepared(slug), SimpleNamespace(of=lambda *_: Kept())
    monkeypatch.setattr("handleplan.mkdocs_adapter.events.Kept", forgetful)
    assert one.edition is not None
    assert build_edition(PROJECT, Given(one.edition, one.pages, tmp_path / "dele")) == []

    def whole(self: KeptPage, config: MkDocsConfig, files: Files) -> None:
        Page.render(self, config, files)
        self.parts = [self.content or ""]

    monkeypatch.setattr(kept_pages.KeptPage, "render", whole)
    monkeypatch.setattr(kept_plugins, "in_html", lambda html: [html])
    monkeypatch.setattr(kept_module, "_remembered", type(kept_module._remembered)())
    assert build_edition(PROJECT, Given(one.edition, one.pages, tmp_path / "hele")) == []
    files = {path.relative_to(tmp_path / "hele") for path in (tmp_path / "hele").rglob("*") if path.is_file()}
    assert files == {path.relative_to(tmp_path / "dele") for path in (tmp_path / "dele").rglob("*") if path.is_file()}
    for file in files:
        assert (tmp_path / "dele" / file).read_bytes() == (tmp_path / "hele" / file).read_bytes(), file
