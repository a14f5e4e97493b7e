"""The pages as they are sent: every kind of thing has one, with its data, its queries and its exact words."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from threading import Event

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, parse
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from civicgraph.ids import BASE
from civicgraph.queries import of_pages, of_search
from civicgraph.search import FILE, Labels
from civicgraph.store import current, open_store, replace_store
from civicgraph.vocab import RDF, short
from civicgraph.web import Limits, Settings, app, pages
from civicgraph.web.pages.naming import LABELS, Facts, kind_of, label_of, short_of
from civicgraph.web.pages.picture import HIDDEN, IN, LASTING, day_of
from civicgraph.web.pages.start import measured
from civicgraph.web.pages.twins import table, wanted_form
from sample import ROOT, civicgraph, write

COVENTRY = "/page/coventry-city-council"
CHILDREN = f"{COVENTRY}/meeting/cabinet-member-for-children-and-young-people"
BOARD = f"{COVENTRY}/meeting/education-and-childrens-services-scrutiny-board-2"
PAGES = {
    "home": "/",
    "search": "/search?q=social+workers",
    "open": "/open",
    "quality": "/quality",
    "downloads": "/downloads",
    "council": COVENTRY,
    "body": f"{COVENTRY}/body/education-and-childrens-services-scrutiny-board-2",
    "person": f"{COVENTRY}/person/j-lepoidevin",
    "post": f"{COVENTRY}/post/cabinet-member-for-children-and-young-people",
    "programme": f"{COVENTRY}/programme/multi-systemic-therapy",
    "matter": f"{COVENTRY}/matter/children-and-young-people-scrutiny-board-scrutiny-board-2/2017-10-12/"
    "improving-the-quality-and-performance-of-social-workers",
    "meeting": f"{CHILDREN}/2018-04-16",
    "item": f"{CHILDREN}/2018-04-16/item/25",
    "decision": f"{CHILDREN}/2018-04-16/item/25/decision/resolved-2-request",
    "report": f"{COVENTRY}/work/cabinet-member-for-children-and-young-people/2018-04-16/"
    "family-drug-and-alcohol-court-fdac-outcomes-based-commissioning-model",
    "document": "/page/document/coventry-cabinet-member-cyp-2013-03-12-agenda-pack-md?at=30000",
    "attendance": f"{BOARD}/2017-10-12/attendance/j-newman",
    "Act": "/page?iri=http%3A%2F%2Fwww.legislation.gov.uk%2Fid%2Fukpga%2F1972%2F70",
    "explore": "/explore?iri=https%3A%2F%2Fw3id.org%2Fcivicgraph%2Fid%2Fcoventry-city-council",
}
THINGS = {name: path for name, path in PAGES.items() if path.startswith("/page") and name != "Act"}


@pytest.fixture(scope="module")
def site(samples: Path) -> Iterator[TestClient]:
    with TestClient(app(Settings(graph=samples))) as client:
        yield client


class Seen(HTMLParser):
    """Elements with their attributes, and ids that stand twice."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


class Behind(HTMLParser):
    """The queries of a page's forms, and where the forms lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.queries: list[str] = []
        self.asked: set[str] = set()
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "form" and ("class", "behind") in attrs:
            self.asked.add(dict(attrs)["action"] or "")
        if tag == "textarea":
            self._inside = True
            self.queries.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "textarea"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.queries[-1] += data


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_every_page_is_whole_and_keeps_to_what_screen_readers_want(site: TestClient, path: str) -> None:
    got = site.get(path)
    assert got.status_code == 200
    seen = Seen(got.text)
    assert [len(seen.of(tag)) for tag in ("h1", "main")] == [1, 1]
    assert got.text.index("<title>") < got.text.index("</head>")
    assert seen.of("html")[0]["lang"] == "en-GB"
    assert seen.of("a")[0] == {"class": "skip", "href": "#main"}
    ids = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
    assert len(ids) == len(set(ids)), [one for one in ids if ids.count(one) > 1][:5]
    labels = {label.get("for") for label in seen.of("label")}
    for field in seen.of("input"):
        assert field.get("type") == "hidden" or field.get("id") in labels, field
    assert all(head.get("scope") in ("col", "row") for head in seen.of("th"))
    named = {attributes.get("aria-labelledby") for attributes in seen.of("section")}
    assert named <= set(ids)
    assert not re.search(r"<script(?![^>]* src=)|\son\w+=|style=", got.text)
    for link in (*seen.of("a"), *seen.of("link"), *seen.of("script")):
        address = link.get("href", link.get("src", ""))
        assert re.match(r"/(?!/)|\?|#|https?://|data:,$", address), address
        assert not address.startswith("http") or link.get("rel", "").startswith("external"), address


@pytest.mark.parametrize("path", THINGS.values(), ids=THINGS)
def test_every_thing_has_its_data_by_suffix_and_by_what_is_accepted(site: TestClient, path: str) -> None:
    path = path.partition("?")[0]
    iri = BASE + path.removeprefix("/page/")
    turtle = site.get(f"{path}.ttl")
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert any(one.subject.value == iri for one in parse(turtle.content, format=RdfFormat.TURTLE))
    assert site.get(path, headers={"Accept": "text/turtle"}).content == turtle.content
    linked = json.loads(site.get(f"{path}.jsonld").content)
    assert linked
    rows = list(csv.reader(io.StringIO(site.get(path, headers={"Accept": "text/csv"}).text)))
    assert len(rows[0]) > 1
    page = site.get(path).text
    for kind in ("text/turtle", "application/ld+json", "text/csv"):
        assert f'rel="alternate" type="{kind}"' in page
    for accept, end in (("text/html", ""), ("text/turtle", ".ttl"), ("application/ld+json", ".jsonld")):
        seen = site.get(path.replace("/page/", "/id/"), headers={"Accept": accept}, follow_redirects=False)
        assert (seen.status_code, seen.headers["location"]) == (303, path + end)
        assert "Accept" in seen.headers["vary"]


@pytest.mark.parametrize(
    ("path", "columns"),
    [
        ("/search?q=social+workers", "kind,title,iri"),
        ("/open", "date,thing"),
        ("/quality", "of,five samples"),
        ("/quality?part=quality-gaps", "kind,times"),
    ],
)
def test_every_way_in_has_its_list_as_data(site: TestClient, path: str, columns: str) -> None:
    name, _, query = path.partition("?")
    got = site.get(f"{name}.csv?{query}")
    assert got.headers["content-type"].startswith("text/csv")
    assert got.text.startswith(columns)
    assert got.text.count("\n") > 2
    assert site.get(path, headers={"Accept": "text/csv"}).text == got.text
    assert "as=csv" in site.get(name, params=query).text


FACTS = "urn:x-arq:DefaultGraph"


def rows_of(site: TestClient, query: str) -> list[list[str]]:
    """As a press on "Run it" asks."""
    got = site.get("/sparql", params={"query": query, "default-graph-uri": FACTS, "format": "csv"})
    assert got.status_code == 200, got.text
    return list(csv.reader(io.StringIO(got.text)))


@pytest.mark.parametrize("path", [path for name, path in PAGES.items() if name != "downloads"])
def test_every_page_shows_the_queries_behind_it_which_the_endpoint_answers(site: TestClient, path: str) -> None:
    text = site.get(path).text
    page = Behind(text)
    assert page.queries
    assert len(page.queries) == len(set(page.queries))
    assert page.asked == {"/sparql"}
    assert text.count(f'<input type="hidden" name="default-graph-uri" value="{FACTS}">') == len(page.queries)
    for query in page.queries:
        rows_of(site, query)


@pytest.mark.parametrize("path", THINGS.values(), ids=THINGS)
def test_what_stands_first_on_a_page_has_its_query_too(site: TestClient, path: str) -> None:
    path = path.partition("?")[0]
    page = Behind(site.get(path).text)
    (query,) = [query for query in page.queries if "SELECT DISTINCT ?what ?value" in query]
    shown = list(csv.reader(io.StringIO(site.get(f"{path}.csv?part=head").text)))
    found = rows_of(site, query)
    assert shown[0] == found[0] == ["what", "value"]
    assert len(shown) > 2
    assert sorted([what, value.removeprefix("'")] for what, value in shown[1:]) == sorted(found[1:])


@pytest.mark.parametrize("kind", ["", "decision", "referral"])
def test_the_query_behind_what_is_open_gives_the_same_things(site: TestClient, kind: str) -> None:
    asked = {"kind": kind, "council": "Coventry City Council"}
    query = Behind(site.get("/open", params=asked).text).queries[0]
    listed = list(csv.DictReader(io.StringIO(site.get("/open", params={**asked, "as": "csv"}).text)))
    found = rows_of(site, query)
    assert listed
    assert {row["thing"] for row in listed} == {row[found[0].index("thing")] for row in found[1:]}
    assert len(rows_of(site, query.replace("Coventry", "Nowhere"))) == 1


def test_the_query_behind_the_picture_gives_its_neighbours(site: TestClient) -> None:
    iri = f"{BASE}{PAGES['body'].removeprefix('/page/')}"
    (query,) = Behind(site.get("/explore", params={"iri": iri}).text).queries
    found = {(other, why) for why, other in rows_of(site, query)[1:]}
    drawn = site.get("/picture.json", params={"iri": iri}).json()
    boxes = {node["id"] for node in drawn["nodes"] if node["kind"] == "more"}
    lines = [edge for edge in drawn["edges"] if not boxes & {edge["source"], edge["target"]}]
    assert lines
    for edge in lines:
        other = edge["target"] if edge["source"] == iri else edge["source"]
        assert (other, edge["label"]) in found


def test_things_are_called_what_the_graph_calls_them(samples: Path) -> None:
    """By the index beside the store as by the store."""
    store, file = open_store(samples), samples / current(samples) / FILE
    kept, asked = Facts(store, Labels(file)), Facts(store, Labels(Path("none")))
    typed = store.quads_for_pattern(None, NamedNode(RDF.type), None, DefaultGraph())
    things = {quad.subject.value for quad in typed if isinstance(quad.subject, NamedNode)}
    for one in sorted(things):
        for told in (kind_of, label_of, short_of, day_of):
            assert told(kept, one) == told(asked, one), one  # type: ignore[operator]
    shown = [one for one in things if kind_of(asked, one) not in HIDDEN]
    assert shown
    assert all(Labels(file).of(one) for one in shown)
    query = of_search()["labels"].text
    assert {short(one) for one in LABELS} == set(re.findall(r"\w+:\w+", query[query.index("IN (") :]))


def test_what_bodies_and_posts_are_joined_by_has_no_day_and_is_a_box(samples: Path) -> None:
    facts = Facts(open_store(samples), Labels(Path("none")))
    joins = [predicate for predicate, label in IN.items() if label in LASTING]
    assert len(joins) == len(LASTING)
    for join in joins:
        for quad in facts.store.quads_for_pattern(None, NamedNode(join), None, DefaultGraph()):
            other = quad.subject.value  # type: ignore[union-attr]
            assert kind_of(facts, other) not in HIDDEN
            assert not day_of(facts, other)


def test_a_decision_shows_its_words_before_our_reading(site: TestClient) -> None:
    page = site.get(PAGES["decision"]).text
    words = "Requests a report on the implementation of the progression scheme in September 2018"
    assert page.index(f"<blockquote>{words}") < page.index("Our reading") < page.index("What became of it")
    assert "papers not held" in page
    assert "answered</span> report back" not in page


def test_a_meeting_marks_the_facts_in_its_text(site: TestClient) -> None:
    page = site.get(PAGES["meeting"]).text
    (card,) = re.findall(r'<a class="m decision[^"]*" href="#(fact-[\d-]+)">1\. Notes the recommendations', page)
    shown = page[page.index(f'id="{card}"') :]
    shown = shown[: shown.index("</div>")]
    assert "<b>decision</b>" in shown
    assert "resolution-clause" in shown
    assert re.search(r'href="/page/[^"]+/decision/resolved-1-note"', shown)


def test_evidence_leads_to_its_place_in_the_text(site: TestClient) -> None:
    page = Seen(site.get(PAGES["decision"]).text)
    link = next(one["href"] for one in page.of("a") if "#char=" in one.get("href", ""))
    path, _, anchor = link.partition("#")
    assert f'id="{anchor}"' in site.get(path).text


def test_who_is_not_listed_is_not_absent(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", *range(1, 10))  # four members, each at every fourth meeting
    assert civicgraph("build", folder, "--out", tmp_path / "out").returncode == 0
    page = TestClient(app(Settings(graph=tmp_path / "out"))).get(f"{COVENTRY}/person/p-male").text
    strip = page[
        page.index('<ol aria-label="Meetings of') : page.index("</ol>", page.index('<ol aria-label="Meetings'))
    ]
    assert strip.count(': present"') == 3
    assert strip.count(': not recorded"') == 6
    assert ": absent" not in strip


def test_two_people_of_one_surname_stay_two_and_say_so(site: TestClient) -> None:
    page = site.get(f"{COVENTRY}/person/j-newman").text
    assert "Left open" in page
    assert "Julie Newman" in page


def test_members_of_a_body_at_a_date(site: TestClient) -> None:
    assert "R Brown" in site.get(f"{PAGES['body']}?on=2017-12-31").text
    assert "No list of names is held for these days" in site.get(f"{PAGES['body']}?on=2015").text


def test_a_hostile_graph_is_text(tmp_path: Path) -> None:
    iri = f"{BASE}x/person/y"
    sdo = "http://xmlns.com/foaf/0.1/name"
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    replace_store(
        tmp_path,
        [
            f"<{iri}> <{kind}> <http://www.w3.org/ns/person#Person> .",
            f'<{iri}> <{sdo}> "<script>alert(1)</script>\\" onmouseover=\\"x" .',
            f"<{iri}> <https://w3id.org/civicgraph/ontology#ofCouncil> <javascript:alert(1)> .",
        ],
    )
    site = TestClient(app(Settings(graph=tmp_path)))
    page = site.get("/page/x/person/y").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&#34; onmouseover" in page
    assert 'href="javascript:' not in page
    for odd in ("/page/%3Cscript%3E", "/page?iri=a%20b", "/page?iri=%22%3E%3Cscript%3E", "/id/%00", "/page/a%0ab.ttl"):
        assert site.get(odd).status_code in (404, 303), odd


def test_a_cell_is_no_formula() -> None:
    from civicgraph.web.pages.asking import Answer, Row

    rows = tuple(Row({"a": value}) for value in ("=1+1", "@x", "-4.5", "plain", "+cmd|' /C calc'!A0"))
    answer = Answer(name="n", title="t", text="", columns=("a",), rows=rows)
    assert table(answer).decode().splitlines() == ["a", "'=1+1", "'@x", "-4.5", "plain", "'+cmd|' /C calc'!A0"]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "html"),
        ("*/*", "html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("text/turtle", "ttl"),
        ("text/turtle;q=0.2, text/csv;q=0.3", "csv"),
        ("application/ld+json, text/html;q=0.5", "jsonld"),
        ("text/turtle;q=x", "html"),
    ],
)
def test_what_is_liked_best_is_sent(accept: str, form: str) -> None:
    assert wanted_form(accept) == form


def test_the_published_error_rates_are_those_of_the_readme() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("| | five samples"))
    end = next(n for n in range(start, len(lines)) if not lines[n].startswith("|"))
    printed = [
        tuple(cell.strip().replace("**", "") for cell in line.strip("|").split("|"))
        for line in lines[start:end]
        if set(line) != {"|", "-"}
    ]
    assert [tuple(row) for row in measured()] == printed


def test_every_query_of_the_pages_is_asked_by_one() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("web/pages", "search")
        for path in (ROOT / "pipeline/civicgraph" / folder).rglob("*.py")
    )
    assert [name for name in of_pages() if f'"{name}"' not in code] == []


def test_the_paper_itself_is_sent_only_as_it_was_read(tmp_path: Path) -> None:
    from civicgraph.read import read
    from made_pdf import pdf_of
    from sample import DOCUMENTS

    text = DOCUMENTS / "coventry-scrutiny-board-2-2017-10-12-minutes.md"
    paper = tmp_path / "minutes.pdf"
    paper.write_bytes(pdf_of(read(text)))
    assert civicgraph("build", paper, "--out", tmp_path / "out").returncode == 0
    site = TestClient(app(Settings(graph=tmp_path / "out")))
    got = site.get("/file/document/minutes-pdf")
    assert got.headers["content-type"] == "application/pdf"
    assert got.content == paper.read_bytes()
    assert "#page=1" in site.get("/page/document/minutes-pdf").text
    paper.write_bytes(b"%PDF another")
    assert site.get("/file/document/minutes-pdf").status_code == 404
    assert site.get("/file/document/../../../etc/passwd").status_code == 404


def test_downloads_are_what_was_put_there(site: TestClient, samples: Path) -> None:
    place = samples / "downloads"
    place.mkdir(exist_ok=True)
    (place / "votes.csv").write_text("a,b\n", encoding="utf-8")
    (place / "secret").symlink_to(samples / "report.json")
    page = TestClient(app(Settings(graph=samples))).get("/downloads").text
    assert "votes.csv" in page
    assert "secret" not in page
    assert site.get("/downloads/votes.csv").text == "a,b\n"
    assert site.get("/downloads/secret").status_code == 404
    assert site.get("/downloads/..%2freport.json").status_code == 404
    (place / "secret").unlink()
    (place / "votes.csv").unlink()
    place.rmdir()


def test_a_list_that_was_cut_leads_on(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1)
    assert civicgraph("build", folder, "--out", tmp_path / "out").returncode == 0
    site = TestClient(app(Settings(graph=tmp_path / "out")))
    page = site.get(f"{BOARD}/2017-10-02")
    assert "More of these" not in page.text
    whole = site.get(f"{BOARD}/2017-10-02.csv?part=meeting-present").text
    assert whole.count("\n") > 1
    assert site.get(f"{BOARD}/2017-10-02.csv?part=nothing").status_code == 404


def test_two_pages_are_made_at_a_time_and_files_wait_for_none(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    under_way: list[str] = []
    most: list[int] = []
    go_on = Event()

    def slow(request: Request) -> Response:
        under_way.append(request.url.path)
        most.append(len(under_way))
        go_on.wait(10)
        under_way.pop()
        return PlainTextResponse("made")

    monkeypatch.setattr(pages, "by_path", slow)
    limits = Limits(pages=2)
    with TestClient(app(Settings(graph=samples, limits=limits))) as client, ThreadPoolExecutor(6) as visitors:
        asked = [visitors.submit(client.get, f"/page/{number}") for number in range(6)]
        assert client.get("/static/site.css").status_code == 200
        assert client.get("/query").status_code == 200
        go_on.set()
        assert [one.result().text for one in asked] == ["made"] * 6
    assert max(most) == 2


def test_what_was_published_is_there_to_take_away_with_its_format_and_size(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1)
    out = tmp_path / "out"
    assert civicgraph("build", folder, "--out", out).returncode == 0
    site = TestClient(app(Settings(graph=out)))
    page = site.get("/downloads").text
    assert f"civicgraph publish --graph {out} --out {out}/downloads" in page
    hidden = TestClient(app(Settings(graph=out, public="https://minutes.example.org"))).get("/downloads").text
    assert str(out) not in hidden
    for command in re.findall(r"civicgraph export [^<\n]*", page):
        assert civicgraph(*command.split()[1:]).returncode == 0
    page = site.get("/downloads").text
    for name, kind in (("tables/meetings.csv", "CSV"), ("graph.nq.gz", "N-Quads, packed")):
        row = page[page.index(f">{name}</a>") :].partition("</tr>")[0]
        assert f">{kind}" in row
        assert re.search(r">\d[\d.]* (Bytes|kB)</td>", row)
        assert site.get(f"/downloads/{name}").content == (out / "downloads" / name).read_bytes()
    (out / "downloads" / "SHA256SUMS").write_text(f"{'0' * 64}  graph.nq.gz\n", encoding="utf-8")
    page = site.get("/downloads").text
    assert "graph.nq.gz" in page
    assert "meetings.csv" not in page


@pytest.mark.parametrize("name", ["meeting", "item", "decision", "report", "body", "person", "post", "attendance"])
def test_every_thing_says_which_council_it_is_of(site: TestClient, name: str) -> None:
    page = site.get(PAGES[name]).text
    crumbs = page[page.index('class="crumbs"') :].partition("</p>")[0]
    assert f'<a href="{COVENTRY}">Coventry City Council</a> ›' in crumbs


def test_a_thing_without_a_page_of_its_own_is_told_in_words(site: TestClient) -> None:
    page = site.get(PAGES["attendance"]).text
    assert "<h1>J Newman</h1>" in page
    assert ">attendance status</dt>" in page
    assert ">Education and Children&#39;s Services Scrutiny Board (2), 12 Oct 2017</a>" in page
    page = site.get(PAGES["Act"]).text
    assert 'rel="external noopener" href="http://www.legislation.gov.uk/id/ukpga/1972/70"' in page
    assert '>Local Government Act 1972</a> <span class="faint">cites</span>' in page


def test_places_are_told_once_each_by_document(site: TestClient) -> None:
    page = site.get(PAGES["programme"]).text
    places = re.findall(r'href="[^"]+(#char=\d+,\d+)" aria-label="', page)
    assert len(places) == len(set(places)) > 20
    listed = page[page.index('id="mentions"') :].partition("</section>")[0]
    assert listed.count("agenda-pack.md</a>") == 1


def test_how_many_decisions_are_right_is_said_as_it_was_measured(site: TestClient) -> None:
    right, found = (round(10 * float(one)) for one in measured()[3][-1].split(", "))
    said = f"about {right} are right, and of ten in the papers about {found} are found"
    assert said in " ".join(site.get("/quality").text.split())
