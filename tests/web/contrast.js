// Contrast of text against what lies behind it, by WCAG 2.2: at least 4.5, of large text 3.
() => {
  const channel = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parts = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const faults = [];
  for (const one of document.querySelectorAll("main *, header *, footer *")) {
    if (![...one.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    if (!one.checkVisibility() || one.closest(".unseen, .skip, svg, script, #picture, .yasgui")) continue;
    const style = getComputedStyle(one);
    let behind = one, back = [255, 255, 255];
    while (behind) {
      const seen = parts(getComputedStyle(behind).backgroundColor);
      if (seen.length === 3 || seen[3] > 0) { back = seen; break; }
      behind = behind.parentElement;
    }
    const a = light(parts(style.color)), b = light(back);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) faults.push(`${one.className || one.tagName}: ${ratio.toFixed(2)} ${one.textContent.trim().slice(0, 30)}`);
  }
  return faults;
}
