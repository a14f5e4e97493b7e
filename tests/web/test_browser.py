"""The site in a browser, as its readers use it: by clicking, at two widths, with nothing asked of anybody else.

Wants Chromium (`apt-get install chromium`). Where there is none these tests are skipped and say so, unless
CIVICGRAPH_BROWSER=required, as in .ci/run.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from civicgraph.read import read
from civicgraph.web import Settings, app
from civicgraph.web.pages.start import measured
from made_pdf import pdf_of
from sample import DOCUMENTS, civicgraph

HERE = Path(__file__).parent
REQUIRED = os.environ.get("CIVICGRAPH_BROWSER") == "required"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"desktop": 1280, "phone": 390}
BOARD = "Education and Children's Services Scrutiny Board (2)"

if not CHROMIUM and not REQUIRED:
    pytest.skip("no Chromium here: the browser tests were left out", allow_module_level=True)

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright  # noqa: E402


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site over the five samples and one more as PDF."""
    folder = tmp_path_factory.mktemp("browser")
    paper = folder / "in" / "scrutiny-board-2.pdf"
    paper.parent.mkdir()
    paper.write_bytes(pdf_of(read(DOCUMENTS / "coventry-scrutiny-board-2-2017-10-12-minutes.md")))
    done = civicgraph("build", DOCUMENTS, paper, "--out", folder / "out")
    assert done.returncode == 0, done.stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app(Settings(graph=folder / "out")), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(params=WIDTHS)
def context(request: pytest.FixtureRequest, browser: Browser, place: str) -> Iterator[BrowserContext]:
    """A visitor who starts with nothing. Fails when anything was asked of another machine, or a script failed."""
    made = browser.new_context(viewport={"width": WIDTHS[request.param], "height": 900}, base_url=place)
    asked: list[str] = []
    faults: list[str] = []
    made.on("request", lambda one: asked.append(one.url))
    made.on("weberror", lambda error: faults.append(str(error.error)))
    made.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield made
    made.close()
    outside = [url for url in asked if not url.startswith((place, "data:", "blob:"))]
    assert outside == []
    assert faults == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def fits(page: Page) -> None:
    """Nothing is wider than the screen."""
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= screen, f"{page.url} is {wide} wide"


def until(page: Page, script: str) -> None:
    """Looks again and again; waiting inside the page would need eval, which the site forbids."""
    end = time.monotonic() + 10
    while not page.evaluate(script):
        assert time.monotonic() < end, script
        time.sleep(0.05)


def test_a_scrutiny_officer_asks_what_was_answered(page: Page) -> None:
    """Open requests, the exact words, why nobody can say, and the list for the report."""
    page.goto("/")
    page.get_by_role("link", name="What is open").click()
    row = page.get_by_role("row").filter(has_text="a further progress review in 6 months")
    expect(row).to_contain_text("papers not held")
    expect(row).to_contain_text("no minutes of")
    expect(page.locator("main")).not_to_contain_text("absent")
    fits(page)
    row.get_by_role("link").first.click()
    expect(page.locator("blockquote").first).to_contain_text(
        "requested a further progress review in 6 months or earlier"
    )
    expect(page.locator(".reading-of")).to_contain_text("by 12 Apr 2018")
    page.go_back()
    with page.expect_response(lambda answer: "as=csv" in answer.url) as got:
        page.evaluate("fetch(document.querySelector('.tail a[href*=csv]').href)")
    assert "a further progress review in 6 months" in got.value.text()
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill(BOARD)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.locator(".hits").get_by_role("link", name=BOARD, exact=True).first.click()
    expect(page.get_by_role("heading", name="What it asked for")).to_be_visible()
    states = page.locator("#asked ~ ul .state").all_text_contents()
    assert states == sorted(states, key=lambda state: state == "answered")


def test_a_reporter_goes_from_a_name_to_a_sentence(page: Page, place: str) -> None:
    """Name → date → sentence → the page of the paper; and the address lasts."""
    page.goto("/search")
    page.get_by_role("main").get_by_role("searchbox").fill("lepoidevin")
    page.keyboard.press("Enter")
    page.locator(".hits").get_by_role("link", name="J Lepoidevin").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("J Lepoidevin")
    expect(page.get_by_role("heading", name="Posts over time")).to_be_visible()
    expect(page.locator("#names ~ ul")).to_contain_text("Councillor")
    fits(page)
    page.locator(".strip .mark[title*='12 Oct 2017']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("12 Oct 2017")
    page.get_by_role("link", name="scrutiny-board-2.pdf").click()
    page.locator(".prose a.m").filter(has_text="requested a further progress review").first.click()
    card = page.locator(".card:target")
    expect(card).to_be_visible()
    expect(card).to_contain_text("decision")
    expect(card).to_contain_text("Read by the rule")
    fits(page)
    paper = card.get_by_role("link", name="This page of the PDF").get_attribute("href")
    assert paper is not None
    assert paper.endswith("#page=2")  # where the sentence is printed
    answer = page.request.get(paper)
    assert answer.headers["content-type"] == "application/pdf"
    card.get_by_role("link", name="requested a further").click()
    identifier = page.locator(".data code").first.text_content()
    assert identifier is not None
    again = page.goto("/id/" + identifier.split("/id/")[1])
    assert again is not None
    assert again.url == page.url
    expect(page.locator("blockquote").first).to_contain_text("requested a further progress review")


def test_two_of_one_surname_are_told_apart(page: Page) -> None:
    page.goto("/search?q=newman&kind=person")
    names = page.locator(".hits li > a").all_text_contents()
    assert sorted(names) == ["J Newman", "Julie Newman"]
    page.get_by_role("link", name="J Newman", exact=True).click()
    expect(page.get_by_role("heading", name="Left open")).to_be_visible()
    page.locator("#open ~ ul").get_by_role("link", name="Julie Newman").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Julie Newman")


def test_a_technologist_takes_the_data_and_the_query(page: Page) -> None:
    page.goto("/page/coventry-city-council/programme/multi-systemic-therapy")
    for name, kind in (("Turtle", "text/turtle"), ("JSON-LD", "application/ld+json"), ("CSV", "text/csv")):
        address = page.locator(".data").get_by_role("link", name=name, exact=True).get_attribute("href")
        assert address is not None
        assert page.request.get(address).headers["content-type"].startswith(kind)
    page.get_by_text("The queries behind this page").click()
    behind = page.locator(".data details details").first
    behind.locator("summary").click()
    expect(behind.get_by_role("textbox")).to_contain_text("SELECT")
    behind.get_by_role("button", name="Run it").click()
    expect(page.locator("main")).to_contain_text("multi-systemic-therapy")
    fits(page)
    page.goto("/query")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_editor_completes_from_what_is_here(page: Page) -> None:
    """The names of classes and properties it would ask of another machine; a fault in the console fails this."""
    page.goto("/query")
    page.locator(".CodeMirror").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT ?meeting { ?meeting a Mee")
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(500)
    page.keyboard.type("ting . ?mee")
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(500)
    expect(page.locator(".CodeMirror").first).to_contain_text("?meeting")


def test_the_editor_asks_and_shows_the_answer(page: Page) -> None:
    page.goto("/query")
    with page.expect_response(lambda answer: answer.url.endswith("/sparql")) as got:
        page.locator(".yasqe_queryButton").first.click()
    assert got.value.request.method == "POST"
    assert got.value.status == 200
    expect(page.locator(".yasr table tbody tr").first).to_contain_text("/meeting/")


def test_a_researcher_reads_how_good_it_is(page: Page) -> None:
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("How good")
    expect(page.locator("#rates ~ .wide")).to_contain_text(measured()[2][-1])
    expect(page.locator("#held ~ .wide")).to_contain_text("minutes not held")
    fits(page)
    page.get_by_role("link", name="Data", exact=True).click()
    expect(page.locator("main")).to_contain_text("civicgraph export")
    expect(page.locator("footer")).to_contain_text("Graph ")


def test_whoever_would_rather_look_clicks_on(page: Page) -> None:
    page.goto("/page/coventry-city-council/person/j-lepoidevin")
    page.get_by_role("link", name="Open the picture, and click on").click()
    until(page, "window.drawn && window.drawn.cy.nodes().length > 1")
    before = page.evaluate("window.drawn.cy.nodes().length")
    assert before <= 60
    named = page.evaluate("window.drawn.cy.nodes().map(node => node.data('label'))")
    assert "ECSSB2, 12 Oct 2017" in named
    # A real click on the canvas, where the meeting is drawn.
    page.locator("#picture").scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # the picture learns of the scrolling a moment later
    at = page.evaluate(
        "(() => { const node = window.drawn.cy.nodes().filter(one => one.data('label') === 'ECSSB2, 12 Oct 2017')[0];"
        " const box = document.getElementById('picture').getBoundingClientRect(), spot = node.renderedPosition();"
        " return [box.x + spot.x, box.y + spot.y]; })()"
    )
    page.mouse.click(*at)
    until(page, f"window.drawn.cy.nodes().length > {before}")
    expect(page.locator("#chosen")).to_contain_text("meeting")
    expect(page.locator("#kinds")).to_contain_text("person")
    fits(page)
    for nearer in (1, 2):
        page.evaluate(f"window.drawn.cy.zoom({nearer})")
        page.wait_for_timeout(200)
        boxes = page.evaluate(NAMES)
        assert len(boxes) >= 4
        covered = [(a[0], b[0]) for n, a in enumerate(boxes) for b in boxes[:n] if overlap(a[1:], b[1:])]
        assert covered == []


NAMES = """window.drawn.cy.nodes().filter((node) => !node.hasClass("quiet")).map((node) => {
  const box = node.renderedBoundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false });
  return [node.data("label"), box.x1, box.y1, box.x2, box.y2];
})"""


def overlap(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_all_of_it_works_without_a_script(browser: Browser, place: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=place)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill("social workers")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.locator(".hits").get_by_role("link").first.click()
    page.goto("/page/coventry-city-council/meeting/cabinet-member-for-children-and-young-people/2018-04-16")
    page.locator(".prose a.m.decision").nth(2).click()
    expect(page.locator(".card:target")).to_be_visible()
    page.locator(".card:target").get_by_role("link", name="Back to the text").click()
    expect(page.locator(".card:target")).to_have_count(0)
    page.goto("/explore?iri=https%3A%2F%2Fw3id.org%2Fcivicgraph%2Fid%2Fcoventry-city-council")
    expect(page.get_by_role("img", name="The neighbourhood of Coventry City Council")).to_be_visible()
    context.close()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.type("lepoidevin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=lepoidevin")


CONTRAST = (HERE / "contrast.js").read_text(encoding="utf-8")
READABLE = (HERE / "readable.js").read_text(encoding="utf-8")
LOOKED_AT = (
    "/",
    "/search?q=social+workers",
    "/open",
    "/quality",
    "/downloads",
    "/query",
    "/page/coventry-city-council",
    "/page/coventry-city-council/body/education-and-childrens-services-scrutiny-board-2",
    "/page/coventry-city-council/person/j-lepoidevin",
    "/page/coventry-city-council/meeting/cabinet-member-for-children-and-young-people/2018-04-16",
    "/page/coventry-city-council/meeting/cabinet-member-for-children-and-young-people/2018-04-16/item/25",
    "/page/coventry-city-council/meeting/cabinet-member-for-children-and-young-people/2018-04-16/item/25/decision/"
    "resolved-2-request",
    "/page/coventry-city-council/programme/multi-systemic-therapy",
    "/page/document/coventry-cabinet-member-cyp-2013-03-12-agenda-pack-md?at=30000",
)


@pytest.mark.parametrize("path", LOOKED_AT)
def test_every_page_can_be_read_by_all(page: Page, path: str) -> None:
    page.goto(path)
    assert page.evaluate(READABLE) == []
    assert page.evaluate(CONTRAST) == []
    fits(page)


def test_the_checks_themselves_find_faults(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<main><h1>a</h1><h3>b</h3><a href='#'></a><input><p style='color:#999;background:#fff'>x</p></main>"
    )
    assert len(page.evaluate(READABLE)) == 6  # the level, the link, the field, three landmarks
    assert len(page.evaluate(CONTRAST)) == 1
    page.close()
