// The picture that grows: choose a box, and what it is joined to is fetched from this site and drawn beside it.
"use strict";
(() => {
  const place = document.getElementById("picture");
  if (!place || typeof cytoscape === "undefined") return;
  const MOST = 250; // boxes; more cannot be read
  const COLOURS = {
    person: "#2c7a46", body: "#12538f", council: "#12538f", meeting: "#6a5acd", item: "#6a5acd", "agenda item": "#6a5acd",
    decision: "#c48a00", vote: "#c48a00", referral: "#b3352a", report: "#0f7c86", programme: "#0f7c86", post: "#6e8b3d",
  };
  const said = document.getElementById("chosen");
  const kinds = document.getElementById("kinds");
  const colour = (kind) => COLOURS[kind] || "#8b96a3";

  place.hidden = said.hidden = kinds.hidden = false;
  document.getElementById("still").hidden = true;

  const cy = cytoscape({
    container: place,
    style: [
      { selector: "node", style: {
        label: "data(label)", shape: "data(shape)", "background-color": (node) => colour(node.data("kind")),
        width: 20, height: 20, "font-size": 11, "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap",
        "text-max-width": 110, color: "#1d232b", "text-background-color": "#fff", "text-background-opacity": 0.8,
      } },
      { selector: "node.more", style: { "background-color": "#fff", "border-width": 1, "border-style": "dashed", "border-color": "#59636f" } },
      { selector: "node.opened", style: { "border-width": 3, "border-color": "#1d232b" } },
      { selector: "node:selected", style: { "border-width": 4, "border-color": "#b35900" } },
      { selector: "edge", style: {
        width: 1, "line-color": "#b8c0c9", "curve-style": "bezier", "target-arrow-shape": "triangle",
        "target-arrow-color": "#b8c0c9", "arrow-scale": 0.7,
      } },
      { selector: "edge.near", style: { label: "data(label)", "font-size": 10, color: "#59636f", "line-color": "#59636f", "text-background-color": "#fff", "text-background-opacity": 0.9 } },
    ],
  });

  function legend() {
    const seen = [...new Set(cy.nodes().map((node) => node.data("kind")))].filter((kind) => kind !== "more").sort();
    kinds.replaceChildren(...seen.flatMap((kind) => {
      const dot = document.createElement("span");
      dot.className = `dot ${kind.replaceAll(" ", "-")}`;
      return [dot, document.createTextNode(kind)];
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
    cy.layout({ name: "cose", animate: false, randomize: !from, nodeRepulsion: () => 60000, idealEdgeLength: () => 90, padding: 30 }).run();
    legend();
    return fresh.length > room ? "There is no room for more; open its own page." : `${added.length} new.`;
  }

  async function choose(node) {
    cy.elements().removeClass("near");
    node.connectedEdges().addClass("near");
    if (node.hasClass("more")) {
      tell(node, "They are listed on its page.");
    } else if (node.hasClass("opened")) {
      tell(node, "");
    } else {
      tell(node, "…");
      tell(node, await open(node.data("iri"), node));
      node.connectedEdges().addClass("near");
    }
  }

  cy.on("tap", "node", (event) => choose(event.target));
  open(place.dataset.iri, null).then(() => {
    const first = cy.getElementById(place.dataset.iri);
    if (!first.empty()) tell(first, "");
  });
  window.drawn = { cy, choose }; // for whoever drives the page with a keyboard or a test
})();
