"""Parts of a timeline in other people's pages: light, whole without scripts, and left alone by the styles around them."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import nh3
import pytest
from kinds import generated
from payloads import FEW
from sites import build, elements, embeds, write_article, write_config
from test_browser import POLICY, browser, playwright, serving

import timeline
from timeline.merging import Timeline
from timeline.published import NOWHERE, Site
from timeline.reports import report_of
from timeline.selecting import Selection
from timeline.site.embeds import embed_of
from timeline.site.snippets import framed

__all__ = ["browser"]  # a fixture

expect = playwright.expect
URL = "https://timeline.example/"
HOST_POLICY = "default-src 'none'; style-src 'self'; script-src 'self' {0}; frame-src {0}"
RUDE = "* { line-height: 3; letter-spacing: 1px } ol { display: none } p, li { color: red !important }"
SETTLED = "() => new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done))))"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with more events than stand in one frame."""
    folder = tmp_path_factory.mktemp("embeds")
    generated(folder / "content", 60)
    write_article(
        folder,
        "talks/doha",
        "They met in Doha on 5 August 2015. Last week they had not.",
        "date: 2015-08-14\ntopic: talks",
    )
    write_article(folder, "talks/rome", "In 44 BC Caesar was killed in Rome.", "date: 2015-08-14\ntopic: talks")
    write_config(folder, site_url=URL)
    build(folder)
    return folder / "site"


def rows(page: str) -> list[str]:
    """The ids of the events that an embed shows."""
    return [each.attributes["id"] or "" for each in elements(page) if each.tag == "li"]


def data_of(site: Path, address: str) -> Any:
    """What a script of events says."""
    text = (site / address).read_text("utf-8")
    return json.loads(text.removeprefix("eventTimelineData(").removesuffix(");\n"))


def test_there_is_one_for_the_whole_its_key_events_each_year_and_each_topic(site: Path) -> None:
    found = dict(embeds(site))
    years = {path.stem for path in (site / "embed" / "years").glob("*.html")}
    assert {event["start"][:4] for event in data_of(site, "embed/index.js")["events"] if event["start"] > "0"} <= years
    assert {"embed/index.html", "embed/key-events.html", "embed/years/-0043.html"} <= set(found)
    assert {path.name for path in (site / "topics").glob("*.html")} == {
        path.name for path in (site / "embed" / "topics").glob("*.html")
    }
    assert "<h1><bdi>Talks</bdi></h1>" in next(page for address, page in found.items() if "/topics/talks-" in address)
    assert len(rows(found["embed/index.html"])) == 50
    assert len(rows(found["embed/key-events.html"])) == 10
    assert all((site / address).with_suffix(".svg").is_file() for address in found)


def test_an_embed_of_fifty_events_is_light_and_asks_nobody_else(site: Path) -> None:
    page = (site / "embed" / "index.html").read_text()
    loaded = [
        each.attributes.get("src") or each.attributes.get("href")
        for each in elements(page)
        if each.tag in ("script", "link")
    ]
    assert ["../assets/icon.svg", "../embed/embed.css", "../embed/embed.js"] == loaded
    files = [page.encode(), *((site / "embed" / str(name)).read_bytes() for name in loaded)]
    assert sum(len(gzip.compress(each)) for each in files) < 30_000
    assert len(gzip.compress(files[-1])) <= 3_000
    assert len((site / "embed" / "host.js").read_bytes()) <= 400


def test_what_can_be_chosen_from_stays_bounded(site: Path) -> None:
    assert all(len(data_of(site, path.relative_to(site).as_posix())["events"]) <= 300
               for path in site.glob("embed/**/*.js") if path.name not in ("embed.js", "host.js"))  # fmt: skip


def test_an_address_can_be_embedded_by_those_who_know_oembed(site: Path) -> None:
    told = json.loads((site / "oembed.json").read_text())
    [frame] = [each for each in elements(told["html"]) if each.tag == "iframe"]
    assert (told["version"], told["type"], frame.attributes["src"]) == ("1.0", "rich", f"{URL}embed/index.html")
    links = [each.attributes for each in elements((site / "index.html").read_text()) if each.tag == "link"]
    assert f"{URL}oembed.json" in [each["href"] for each in links if each.get("type") == "application/json+oembed"]


def test_the_map_of_the_site_has_no_embed(site: Path) -> None:
    assert "embed/" not in (site / "sitemap.xml").read_text()


# In a browser


@pytest.fixture
def hosts(browser: Any, site: Path, tmp_path: Path) -> Iterator[Any]:
    """Pages of somebody else's, on another host, with what their browser asked for."""
    with ExitStack() as stack:
        ours = stack.enter_context(serving(site, POLICY))
        (tmp_path / "rude.css").write_text(RUDE)
        theirs = stack.enter_context(serving(tmp_path, HOST_POLICY.format(ours)))

        def visit(body: str, address: str = "", script: bool = True) -> Any:
            (tmp_path / "page.html").write_text(
                f"<!doctype html><html lang=en><title>Report</title><link rel=stylesheet href=rude.css><body>{body}"
            )
            context = browser.new_context(java_script_enabled=script, viewport={"width": 900, "height": 700})
            stack.callback(context.close)
            page = context.new_page()
            page.told = []
            page.on("console", lambda message: page.told.append(message.text))
            page.on("pageerror", lambda error: page.told.append(str(error)))
            page.goto(f"{theirs}page.html{address}")
            return page

        visit.ours = ours  # type: ignore[attr-defined]
        yield visit


def frame_of(ours: str, query: str = "", sandbox: str = "allow-scripts allow-popups") -> str:
    return (
        f'<iframe src="{ours}embed/index.html{html.escape(query)}" title="Timeline" width="600" height="150" '
        f'sandbox="{sandbox}"></iframe><script src="{ours}embed/host.js"></script>'
    )


def test_a_sandboxed_frame_grows_to_what_it_holds_under_a_strict_policy(hosts: Any) -> None:
    page = hosts(frame_of(hosts.ours))
    expect(page.locator("iframe")).to_have_attribute("style", re.compile(r"height: \d{4}px"))
    frame = page.frames[1]
    assert frame.evaluate("document.body.scrollHeight") <= page.evaluate(
        "document.querySelector('iframe').offsetHeight"
    )
    assert frame.evaluate("document.documentElement.scrollWidth") <= 600
    assert page.told == []


def test_a_permalink_goes_through_the_frame(hosts: Any, site: Path) -> None:
    identity = rows((site / "embed" / "index.html").read_text())[-1]
    page = hosts(frame_of(hosts.ours), f"#tl={identity}")
    page.frames[1].wait_for_selector(f"li.here[id='{identity}']")


@pytest.fixture(scope="module")
def whole(site: Path) -> Timeline:
    """What the site was made of."""
    made = timeline.build(site.parent / "content")
    assert len(made.events) > 300
    return made


@pytest.mark.parametrize(
    "query",
    [
        "?topic=talks",
        "?from=2015-08&to=2015-08",
        "?from=2014-03-01&to=2014-12-31&certainty=exact",
        "?to=0001",
        "?topic=talks&from=2015&theme=dark",
    ],
)
def test_a_selection_in_the_address_has_all_that_fits_of_however_many_events(
    hosts: Any, whole: Timeline, query: str
) -> None:
    page = hosts(frame_of(hosts.ours, query))
    expected = [event.id for event in whole.select(Selection.of_query(query.replace("&theme=dark", ""))).events]
    assert expected
    frame = page.frames[1]
    expect(frame.locator("li")).to_have_count(len(expected))
    assert sorted(expected) == sorted(frame.evaluate("[...document.querySelectorAll('li')].map(each => each.id)"))
    assert frame.evaluate("document.querySelector('li a').href").startswith(hosts.ours)
    assert f" · {len(expected)} of {len(whole.events)} events" in frame.inner_text(".count")
    assert page.told == []


def test_what_no_part_holds_is_chosen_among_those_that_matter_most_and_the_frame_says_so(
    hosts: Any, site: Path, whole: Timeline
) -> None:
    expected = [each["id"] for each in data_of(site, "embed/index.js")["events"] if each["certainty"] == "vague"]
    frame = hosts(frame_of(hosts.ours, "?certainty=vague")).frames[1]
    told = f"Certainty: vague · {len(expected)} of {len(whole.events)} events · among the 300 that matter most"
    expect(frame.locator(".count")).to_have_text(told)
    assert expected == frame.evaluate("[...document.querySelectorAll('li')].map(each => each.id)")


@pytest.mark.parametrize("topic", ["constructor", "__proto__"])
def test_a_topic_of_a_strange_name_is_none_that_a_script_has(hosts: Any, whole: Timeline, topic: str) -> None:
    frame = hosts(frame_of(hosts.ours, f"?topic={topic}")).frames[1]
    expect(frame.locator(".count")).to_contain_text(f"Topic: {topic} · 0 of {len(whole.events)} events")


def test_words_are_looked_for_in_headlines(hosts: Any, whole: Timeline) -> None:
    frame = hosts(frame_of(hosts.ours, "?topic=talks&text=doh")).frames[1]
    expect(frame.locator("li")).to_have_count(sum("Doha" in event.headline for event in whole.about("talks").events))


def test_where_a_part_does_not_come_the_frame_says_among_what_it_chose(hosts: Any) -> None:
    page = hosts(frame_of(hosts.ours))
    page.route("**/embed/years/*.js", lambda route: route.abort())
    page.frames[1].goto(f"{hosts.ours}embed/index.html?from=2015-08&to=2015-08")
    expect(page.frames[1].locator(".count")).to_contain_text("among the 300 that matter most")


def test_a_frame_that_nothing_fits_says_what_was_asked_for(hosts: Any, whole: Timeline) -> None:
    frame = hosts(frame_of(hosts.ours, "?topic=talks&text=zebra")).frames[1]
    told = f"Topic: talks · Words: zebra · 0 of {len(whole.events)} events · No event fits."
    expect(frame.locator(".count")).to_have_text(told)
    assert frame.locator("li").count() == 0
    assert frame.inner_text(".as-of") == ""


def as_of(part: Timeline) -> str:
    """What a copy of a part says."""
    return report_of(part, NOWHERE).as_of


def test_a_frame_is_live_and_says_as_of_when_what_it_shows_is(hosts: Any, whole: Timeline) -> None:
    frame = hosts(frame_of(hosts.ours)).frames[1]
    assert as_of(whole) in frame.inner_text("footer")
    assert "Live: it goes on as its site does." in frame.inner_text("footer")
    part = whole.about("talks")
    frame = hosts(frame_of(hosts.ours, "?topic=talks")).frames[1]
    expect(frame.locator(".as-of")).to_have_text(as_of(part))
    assert as_of(part) != as_of(whole)


def test_a_frame_without_scripts_says_that_it_is_not_narrowed(hosts: Any) -> None:
    page = hosts(frame_of(hosts.ours, "?topic=talks", sandbox=""), script=False)
    assert "Without scripts it shows the same" in page.frames[1].inner_text("noscript")
    assert not hosts(frame_of(hosts.ours)).frames[1].locator("noscript").is_visible()


def test_one_event_and_a_limit_can_be_asked_for(hosts: Any, site: Path) -> None:
    [*_, one] = data_of(site, "embed/index.js")["events"]
    frame = hosts(frame_of(hosts.ours, f"?event={one['id']}")).frames[1]
    expect(frame.locator("li")).to_have_count(1)
    frame = hosts(frame_of(hosts.ours, "?limit=3")).frames[1]
    expect(frame.locator("li")).to_have_count(3)


def test_without_scripts_the_list_is_there(hosts: Any) -> None:
    page = hosts(frame_of(hosts.ours, sandbox=""), script=False)
    assert page.frames[1].locator("li a").count() == 50


SHOWN = """() => {
    const box = document.querySelector("event-timeline").shadowRoot, link = box.querySelector("li a");
    const style = getComputedStyle(link.parentNode);
    return {rows: box.querySelectorAll("li").length, height: link.getBoundingClientRect().height, color: style.color,
            spacing: style.letterSpacing, list: getComputedStyle(box.querySelector("ol")).display, href: link.href};
}"""


def snippets(browser: Any, site: Path, query: str = "") -> dict[str, str]:
    """What the panel of the site says, by its name."""
    with serving(site) as served:
        page = browser.new_page()
        page.goto(f"{served}index.html{query}")
        page.click(".embedding summary")
        expect(page.locator("[data-snippet=element]")).to_contain_text("event-timeline")
        found = page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('[data-snippet]')].map(each => [each.dataset.snippet, each.textContent]))"
        )
        page.close()
    return dict(found)


def test_the_panel_writes_a_snippet_for_each_way_and_for_what_is_selected(browser: Any, site: Path) -> None:
    found = snippets(browser, site, "?topic=talks&certainty=exact")
    assert {"frame", "picture", "element", "plain"} == set(found)
    [topic] = (site / "embed" / "topics").glob("talks-*.html")
    assert f'src="{URL}embed/topics/{topic.name}?certainty=exact"' in found["frame"]
    assert f'src="{URL}embed/topics/{topic.stem}.svg"' in found["picture"]
    told = [
        event
        for event in data_of(site, "embed/index.js")["events"]
        if "t:talks" in event["facets"] and event["certainty"] == "exact"
    ]
    assert told
    assert [f"{URL}{event['page']}#{event['id']}" for event in told] == re.findall(
        'href="([^"]*#[^"]*)"', found["plain"]
    )


def test_what_is_copied_says_what_it_is_as_of_when_and_that_it_is_a_copy(
    browser: Any, site: Path, whole: Timeline
) -> None:
    found = snippets(browser, site, "?topic=talks")
    report = report_of(whole.about("talks"), Site(URL))
    for way in ("plain", "element"):
        text = html.unescape(re.sub("<[^>]*>", "", found[way]))
        assert f"Talks · A timeline · {len(report.events)} events" in text
        assert f"{report.as_of}. {report.kept}." in text
    assert "Live: it goes on as its site does." in found["picture"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "topic=talks&text=doha",
        "topic=nobody-has-it",
        "from=2015-01-01&to=2015-12-31",
        "from=2015-03-01&to=2015-12-31&text=harbour",
        "from=1905-01-01&to=1905-12-31",
        "from=2015-01-01",
        "source=A+%26+B&certainty=vague",
    ],
)
def test_the_panel_writes_what_the_fenced_block_writes(browser: Any, site: Path, whole: Timeline, query: str) -> None:
    address = f"{URL}{embed_of(Selection.of_query(query), whole.events)}"
    assert framed("A timeline", address, URL) == snippets(browser, site, f"?{query}")["frame"]


def test_the_panel_of_a_site_without_an_address_gives_those_from_its_root(browser: Any, tmp_path: Path) -> None:
    write_article(tmp_path, "talks/doha", "They met in Doha on 5 August 2015.")
    write_config(tmp_path)
    build(tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.click(".embedding summary")
    expect(page.locator("[data-snippet=element]")).to_contain_text('<event-timeline src="embed/index.html">')
    told = page.inner_text(".embedding")
    assert "with site_url in its mkdocs.yml" in told
    assert "file:" not in told
    page.close()


def test_a_button_copies_a_snippet(browser: Any, site: Path) -> None:
    with serving(site) as served:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{served}index.html")
        page.click(".embedding summary")
        page.click("[data-copies=frame]")
        expect(page.locator("[data-copies=frame]")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-snippet=frame]").text_content()
        context.close()
    assert [
        each
        for each in elements((site / "index.html").read_text())
        if "data-copies" in each.attributes and "hidden" not in each.attributes
    ] == []


@pytest.mark.parametrize("query", ["?from=1905-01-01&to=1905-12-31", "?topic=nobody-has-it"])
def test_what_has_no_file_of_its_own_is_a_part_of_the_whole(browser: Any, site: Path, query: str) -> None:
    found = snippets(browser, site, query)
    assert f'src="{URL}embed/index.html{html.escape(query)}"' in found["frame"]
    assert " · No event fits.</p>" in found["plain"]


def test_what_the_panel_says_follows_the_filter_while_it_is_open(browser: Any, site: Path) -> None:
    with serving(site) as served:
        page = browser.new_page()
        page.goto(f"{served}index.html")
        page.click(".embedding summary")
        frame = page.locator("[data-snippet=frame]")
        expect(frame).to_contain_text("embed/index.html")
        page.fill("#words", "zzz")
        expect(frame).to_contain_text("embed/index.html?text=zzz")
        page.get_by_role("button", name="Clear").click()
        expect(frame).not_to_contain_text("?")
        page.close()


def test_the_plain_list_survives_a_system_that_removes_all_else(browser: Any, site: Path) -> None:
    plain = snippets(browser, site)["plain"]
    kept = nh3.clean(plain)
    links = re.findall('<a href="([^"]*)"', plain)
    assert (51, links) == (len(links), re.findall('<a href="([^"]*)"', kept))
    assert 50 == len(re.findall("<li>(.*?): <a", plain))
    assert re.findall("<time[^>]*>(.*?)</time>", plain) == re.findall("<time[^>]*>(.*?)</time>", kept)
    assert "<ol>" in kept


def test_the_element_is_a_plain_list_that_rude_styles_of_its_host_do_not_reach(
    hosts: Any, browser: Any, site: Path
) -> None:
    plain = snippets(browser, site, "?topic=talks")["plain"]
    element = f'<event-timeline src="{hosts.ours}embed/index.html?topic=talks">{plain}</event-timeline>'
    page = hosts(f'{element}<script src="{hosts.ours}embed/embed.js"></script>')
    expect(page.locator("event-timeline li span").first).to_be_visible()
    shown = page.evaluate(SHOWN)
    assert (shown["list"], shown["spacing"], shown["color"]) == ("block", "normal", "rgb(27, 31, 36)")
    assert shown["height"] < 40
    assert shown["href"].startswith(hosts.ours)
    assert plain.count("<li>") == shown["rows"]
    assert page.told == []


def test_the_element_without_its_script_or_its_data_is_the_list_in_it(hosts: Any, browser: Any, site: Path) -> None:
    plain = snippets(browser, site, "?topic=talks")["plain"]
    element = f'<event-timeline src="{hosts.ours}embed/gone.html">{plain}</event-timeline>'
    assert hosts(element, script=False).locator("event-timeline li a").count() == plain.count("<li>")
    page = hosts(f'{element}<script src="{hosts.ours}embed/embed.js"></script>')
    assert page.evaluate(SHOWN)["rows"] == plain.count("<li>")


def test_payloads_stay_words(browser: Any, tmp_path: Path) -> None:
    for number, payload in enumerate(FEW):
        value = json.dumps(payload)
        head = f"title: {value}\nsource: {value}\ntopic: {value}\ndate: 2015-08-14"
        write_article(tmp_path, f"a{number}", f"{payload} met {payload} on {number % 28 + 1} August 2015.", head)
    write_config(tmp_path)
    build(tmp_path)
    with serving(tmp_path / "site", POLICY) as served:
        context = browser.new_context()
        context.add_init_script("window.hits = 0; window.hit = () => { hits++ }")
        page, wrong = context.new_page(), []
        page.on("console", lambda message: "404" in message.text or wrong.append(message.text))  # of the tab's icon
        for address in (
            "embed/index.html",
            "embed/index.html?limit=300",
            "embed/index.svg",
            *(a for a, _ in list(embeds(tmp_path / "site"))[-5:]),
        ):
            page.goto(urljoin(served, address))
            page.evaluate(SETTLED)
            assert page.evaluate("hits") == 0
            assert (
                page.evaluate(
                    "document.querySelectorAll('li script, li img, li svg, svg script, [onload], [onerror]').length"
                )
                == 0
            )
        context.close()
    assert wrong == []
