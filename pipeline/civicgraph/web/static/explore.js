// The picture that grows: choose a box, and what it is joined to is fetched from this site and drawn beside it.
"use strict";
(() => {
  const place = document.getElementById("picture");
  if (!place || typeof cytoscape === "undefined") return;
  const MOST = 250; // boxes; more cannot be read
  const LETTERS = 11, LINE = 96, GAP = 4, MARGIN = 48; // on the screen, however near one is
  const COLOURS = {
    person: "#2c7a46", body: "#12538f", council: "#12538f", meeting: "#6a5acd", item: "#a79ee6", "agenda item": "#a79ee6",
    decision: "#c48a00", vote: "#c48a00", referral: "#b3352a", report: "#0f7c86", programme: "#0f7c86", post: "#6e8b3d",
  };
  const said = document.getElementById("chosen");
  const kinds = document.getElementById("kinds");
  const colour = (kind) => COLOURS[kind] || "#8b96a3";

  place.hidden = said.hidden = kinds.hidden = false;
  document.getElementById("still").hidden = true;
  const DOT = place.clientWidth < 600 ? 14 : 18;

  const cy = cytoscape({
    container: place,
    style: [
      { selector: "node", style: {
        label: "data(label)", shape: "data(shape)", "background-color": (node) => colour(node.data("kind")),
        "text-valign": "bottom", "text-wrap": "wrap", color: "#1d232b", "text-background-color": "#fff",
        "text-background-opacity": 0.8,
      } },
      { selector: "node.more", style: { "background-color": "#fff", "border-width": 1, "border-style": "dashed", "border-color": "#59636f" } },
      { selector: "node.opened", style: { "border-width": 3, "border-color": "#1d232b" } },
      { selector: "node:selected", style: { "border-width": 4, "border-color": "#b35900" } },
      { selector: "edge", style: {
        "line-color": "#b8c0c9", "curve-style": "bezier", "target-arrow-shape": "triangle",
        "target-arrow-color": "#b8c0c9",
      } },
      { selector: "edge.near", style: { label: "data(label)", color: "#59636f", "line-color": "#59636f", "text-background-color": "#fff", "text-background-opacity": 0.9 } },
      { selector: ".quiet", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    ],
  });

  // Names as on a map: they keep their size, and one that would cover another waits until one draws nearer.
  function name() {
    const near = 1 / cy.zoom();
    const letters = { "font-size": LETTERS * near, "text-max-width": LINE * near, "text-margin-y": GAP * near };
    cy.nodes().style({ ...letters, width: DOT * near, height: DOT * near });
    cy.edges().style({ "font-size": LETTERS * near, width: near, "arrow-scale": 0.7 * near });
    const words = { includeNodes: false, includeEdges: false, includeOverlays: false };
    const apart = (a, b) => a.x2 + GAP < b.x1 || b.x2 + GAP < a.x1 || a.y2 < b.y1 || b.y2 < a.y1;
    const weight = (one) => (one.selected() ? 1e6 : 0) + (one.hasClass("opened") ? 1e3 : 0) + (one.isNode() ? one.degree() + 1 : 0);
    const taken = cy.nodes().map((node) => {
      const { x, y } = node.renderedPosition();
      return { of: node, x1: x - DOT / 2, x2: x + DOT / 2, y1: y - DOT / 2, y2: y + DOT / 2 };
    });
    cy.elements("node, edge.near").toArray().sort((a, b) => weight(b) - weight(a)).forEach((one) => {
      const box = one.renderedBoundingBox(words);
      const room = one.selected() || taken.every((other) => other.of === one || apart(box, other));
      one.toggleClass("quiet", !room);
      if (room) taken.push(box);
    });
  }
  let asked = 0;
  const nameSoon = () => { asked = asked || requestAnimationFrame(() => { asked = 0; name(); }); };
  cy.on("zoom resize layoutstop select unselect", nameSoon);

  // The whole picture, as wide and as high as there is room: names then have most of it.
  function fill() {
    const spread = (places, room) => {
      const least = Math.min(...places), length = Math.max(...places) - least;
      return (at) => MARGIN + (length > 0 ? (at - least) / length : 0.5) * (room - 2 * MARGIN);
    };
    const across = spread(cy.nodes().map((node) => node.position("x")), cy.width());
    const down = spread(cy.nodes().map((node) => node.position("y")), cy.height());
    cy.nodes().positions((node) => ({ x: across(node.position("x")), y: down(node.position("y")) }));
    cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
  }

  function legend() {
    const seen = new Map(cy.nodes().filter((node) => !node.hasClass("more")).map((node) => [node.data("kind"), node.data("sign")]));
    const made = (name, attributes) => {
      const one = document.createElementNS("http://www.w3.org/2000/svg", name);
      Object.entries(attributes).forEach(([key, value]) => one.setAttribute(key, value));
      return one;
    };
    kinds.replaceChildren(...[...seen].sort().flatMap(([kind, sign]) => {
      const shown = made("svg", { class: "sign", viewBox: "-9 -9 18 18", "aria-hidden": "true" });
      shown.append(made("path", { class: `k ${kind.replaceAll(" ", "-")}`, d: sign }));
      return [shown, document.createTextNode(kind)];
    }));
  }

  function tell(node, note) {
    const link = document.createElement("a");
    link.href = node.data("page");
    link.textContent = node.data("title");
    said.replaceChildren(link, document.createTextNode(` ${node.data("kind")}. ${note}`));
  }

  async function open(iri, from) {
    const answer = await fetch(`${place.dataset.source}?iri=${encodeURIComponent(iri)}`);
    if (!answer.ok) return "It is joined to nothing that has a page.";
    const { nodes, edges } = await answer.json();
    const at = from ? from.position() : { x: 0, y: 0 };
    const room = MOST - cy.nodes().length;
    const fresh = nodes.filter((node) => cy.getElementById(node.id).empty());
    const added = cy.add(fresh.slice(0, room).map((node) => ({
      data: node, classes: node.kind === "more" ? "more" : "", position: { x: at.x + Math.random() * 80 - 40, y: at.y + Math.random() * 80 - 40 },
    })));
    cy.add(edges
      .filter((edge) => !cy.getElementById(edge.source).empty() && !cy.getElementById(edge.target).empty())
      .map((edge) => ({ data: { id: `${edge.source} ${edge.label} ${edge.target}`, ...edge } }))
      .filter((edge) => cy.getElementById(edge.data.id).empty()));
    cy.getElementById(iri).addClass("opened");
    cy.layout({ name: "cose", animate: false, randomize: !from, nodeRepulsion: () => 60000, idealEdgeLength: () => 90, fit: false }).run();
    fill();
    legend();
    return fresh.length > room ? "There is no room for more; open its own page." : `${added.length} new.`;
  }

  async function choose(node) {
    cy.elements().removeClass("near");
    node.connectedEdges().addClass("near");
    nameSoon();
    if (node.hasClass("more")) {
      tell(node, "They are listed on its page.");
    } else if (node.hasClass("opened")) {
      tell(node, "");
    } else {
      tell(node, "…");
      tell(node, await open(node.data("iri"), node));
      node.connectedEdges().addClass("near");
      nameSoon();
    }
  }

  cy.on("tap", "node", (event) => choose(event.target));
  open(place.dataset.iri, null).then(() => {
    const first = cy.getElementById(place.dataset.iri);
    if (!first.empty()) tell(first, "");
  });
  window.drawn = { cy, choose }; // for whoever drives the page with a keyboard or a test
})();
