"""No page runs or looks as anything but its own files say, and the hosts' header files say the same."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from handleplan.out.web.policy import HEADERS, POLICY, NoBase, under_policy

from tests.site.built import NOT_FOUND_PAGE, PRINT_PAGE, SITE, SLUGS, built, parsed

pytestmark = pytest.mark.bygget

INLINE = (
    "//script[not(@src) and not(@type='application/json')] | //style | //@style | //@*[starts-with(name(), 'on')]"
    " | //@href[starts-with(., 'javascript:')] | //a/@href[starts-with(., 'data:')]"
)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_has_the_policy_and_nothing_inline(slug: str) -> None:
    one = built(slug)
    assert {PRINT_PAGE, NOT_FOUND_PAGE} <= set(one.all_pages)
    for path in one.all_pages:
        page = one.page(path)
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY], path
        assert not page.xpath(INLINE), path
        before = page.xpath("//meta[@http-equiv='Content-Security-Policy']/preceding::*[self::script or self::link]")
        assert not before, f"{path}: the policy comes before what it is about"
        assert page.xpath("//meta[@name='referrer']/@content") == ["no-referrer"], path


def test_the_landing_page_has_the_same() -> None:
    page = parsed(SITE / "index.html")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]
    assert not page.xpath(INLINE)


def test_the_policy_allows_nothing_inline_and_no_other_host() -> None:
    assert "unsafe" not in POLICY and "*" not in POLICY and "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


@pytest.mark.parametrize("name", ["_headers", ".htaccess", "nginx.conf", "web.config"])
def test_each_host_file_sets_every_header(name: str) -> None:
    text = (SITE / name).read_text(encoding="utf-8")
    for header, value in HEADERS.items():
        assert header in text and value in text, (name, header)
    if name == "web.config":
        added = {node.get("name"): node.get("value") for node in ElementTree.fromstring(text.encode()).iter("add")}
        assert added == HEADERS


@pytest.mark.parametrize("slug", SLUGS)
def test_no_source_maps_and_no_other_languages(slug: str) -> None:
    names = {file.name for file in built(slug).folder.rglob("*") if file.is_file()}
    assert not [name for name in names if name.endswith(".map")]
    assert {name for name in names if name.startswith("lunr.")} == {"lunr.da.min.js", "lunr.stemmer.support.min.js"}


def test_a_page_without_materials_script_is_refused(tmp_path) -> None:
    with pytest.raises(NoBase):
        under_policy('<meta charset="utf-8"><script>1</script>', tmp_path)


def test_scripts_and_styles_are_moved_as_they_are(tmp_path) -> None:
    html = (
        '<meta charset="utf-8"><script>a("<b>")</script><style>b{}</style><script type="application/json">{}</script>'
        '<script src="../assets/javascripts/bundle.1.js"></script>'
    )
    new = under_policy(html, tmp_path)
    (script,) = re.findall(r'<script src="\.\./(assets/indlejret/\w+\.js)"></script>', new)
    (style,) = re.findall(r'<link rel="stylesheet" href="\.\./(assets/indlejret/\w+\.css)">', new)
    assert (tmp_path / script).read_text() == 'a("<b>")' and (tmp_path / style).read_text() == "b{}"
    assert '<script type="application/json">{}</script>' in new
