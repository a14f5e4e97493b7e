// What a screen reader needs of a page: one h1, no level left out, a name for each link and field, landmarks.
() => {
  const faults = [];
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].filter((h) => h.checkVisibility()).map((h) => +h.tagName[1]);
  if (levels.filter((n) => n === 1).length !== 1) faults.push("not one h1");
  levels.forEach((n, i) => { if (i && n > levels[i - 1] + 1) faults.push(`h${n} after h${levels[i - 1]}`); });
  for (const one of document.querySelectorAll("a[href], button, summary")) {
    if (one.closest(".yasgui")) continue;
    const name = one.getAttribute("aria-label") || one.textContent.trim() || one.getAttribute("title");
    if (!name) faults.push(`no name: ${one.outerHTML.slice(0, 80)}`);
  }
  for (const one of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (one.closest(".yasgui")) continue; // the editor, vendored: below it stands a plain form
    if (!one.labels.length && !one.getAttribute("aria-label")) faults.push(`no label: ${one.outerHTML.slice(0, 80)}`);
  }
  for (const role of ["main", "header", "footer", "nav"]) if (!document.querySelector(role)) faults.push(`no ${role}`);
  for (const one of document.querySelectorAll(".wide, pre")) {
    if (one.checkVisibility() && one.scrollWidth > one.clientWidth && one.tabIndex < 0 && !one.closest(".yasgui")) faults.push("a scrolled part without focus");
  }
  return faults;
}
