// Reading settings: the panel of tools.html and the 大 中 小 of an article. Kept in localStorage as
// {size, scheme, face, mode}, shown as data-* on <html>; early.js sets them on the next page before it is painted.
(() => {
  const NAMES = ["scheme", "size", "face", "mode"];
  const root = document.documentElement;
  const panel = document.getElementById("reading-panel");
  const button = document.getElementById("reading-button");
  if (!panel || !button) return;

  const kept = () => {
    try { return JSON.parse(localStorage.getItem("reading")) || {}; } catch { return {}; }
  };

  const keep = (chosen) => {
    try { localStorage.setItem("reading", JSON.stringify(chosen)); } catch { /* for this page only */ }
  };

  const show = (chosen) => {
    for (const name of NAMES) {
      const value = chosen[name] || "";
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
      // One by one: a group of radio buttons does not take "" as its value.
      for (const field of panel.querySelectorAll(`[name=${name}]`)) field.checked = field.value === value;
    }
    for (const each of document.querySelectorAll("[data-size-choice]")) {
      each.setAttribute("aria-pressed", String(each.dataset.sizeChoice === (chosen.size || "")));
    }
    // The browser's own bar takes the colour of the paper that is really shown.
    const paper = getComputedStyle(document.body).backgroundColor;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = paper;
  };

  // The line being read stays where it is when everything above it changes its size.
  const choose = (chosen) => {
    const line = scrollY > 0 && document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    const before = line && line.getBoundingClientRect().top;
    show(chosen);
    if (line) scrollBy({ top: line.getBoundingClientRect().top - before, behavior: "instant" });
    keep(chosen);
  };

  const open = (wanted) => {
    panel.hidden = !wanted;
    button.setAttribute("aria-expanded", String(wanted));
  };

  button.addEventListener("click", () => open(panel.hidden));
  panel.addEventListener("change", () => choose(Object.fromEntries(new FormData(panel))));
  panel.addEventListener("submit", (event) => event.preventDefault());
  panel.addEventListener("reset", (event) => {
    event.preventDefault();
    choose({});
  });
  document.addEventListener("click", (event) => {
    const size = event.target.closest("[data-size-choice]");
    if (size) choose({ ...kept(), size: size.dataset.sizeChoice });
    if (!event.target.closest(".reading")) open(false);
  });
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest(".reading")) open(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    button.focus();
  });
  // Chosen in another tab, or on a page this one was left for and returned from.
  addEventListener("storage", (event) => { if (event.key === "reading") show(kept()); });
  addEventListener("pageshow", (event) => { if (event.persisted) show(kept()); });
  show(kept());
})();
