// The editor in place of the plain form, which is there for browsers without scripts.
"use strict";
(function () {
  const place = document.getElementById("editor");
  const form = document.getElementById("plain");
  const text = document.getElementById("query");
  if (!place || !form || typeof Yasgui === "undefined") return;
  const endpoint = new URL(place.dataset.endpoint, location.href).href;
  // Names of classes and properties it would ask of lov.linkeddata.es, which this site does not let it.
  Yasgui.Yasqe.defaults.autocompleters = Yasgui.Yasqe.defaults.autocompleters.filter((name) => !["class", "property"].includes(name));
  const yasgui = new Yasgui(place, {
    autofocus: false,
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    persistenceId: "civicgraph-" + endpoint,
    yasr: { prefixes: {} },
  });
  // What the address asks for goes first, whatever was being written the last time.
  if (new URLSearchParams(location.search).has("query")) yasgui.addTab(true, { yasqe: { value: text.value } });
  else if (yasgui.getTab().getYasqe().getValue().includes("?sub ?pred ?obj")) yasgui.getTab().getYasqe().setValue(text.value);
  form.hidden = true;
})();
