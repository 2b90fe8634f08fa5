/* In every page of the preview: renews the page when it changed, and shows at its foot how things stand.
   On the desk (two panes) the page has no bar of its own; the desk asks it to renew itself. */
(() => {
  "use strict";
  const KEPT = "preview-place", FOLDED = "preview-folded";
  const HEADINGS = "main h1, main h2, main h3, main h4, main h5, main h6";
  const script = document.currentScript;
  let seen = script.dataset.seen;

  /* ---- The reader's place: the heading last passed, and how far below it ---- */
  const place = () => {
    const passed = [...document.querySelectorAll(HEADINGS)]
      .filter((e) => e.getClientRects().length && !e.closest("nav, aside, dialog") && e.getBoundingClientRect().top <= 80);
    const last = passed.at(-1);
    return {
      page: location.pathname,
      y: scrollY,
      id: last?.id || "",
      words: last?.textContent.trim().slice(0, 60) || "",
      below: last ? last.getBoundingClientRect().top : 0,
    };
  };
  const restore = (kept) => {
    const heading = (kept.id && document.getElementById(kept.id))
      || (kept.words && [...document.querySelectorAll(HEADINGS)].find((e) => e.textContent.trim().startsWith(kept.words)));
    const y = heading ? scrollY + heading.getBoundingClientRect().top - kept.below : kept.y;
    scrollTo({ top: y, behavior: "instant" });
  };
  const come = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    sessionStorage.removeItem(KEPT);
    if (!kept || kept.page !== location.pathname) return;
    restore(kept);
    let moved = false;
    for (const kind of ["wheel", "keydown", "pointerdown", "touchstart"]) {
      addEventListener(kind, () => { moved = true; }, { once: true, passive: true });
    }
    addEventListener("load", () => { if (!moved) restore(kept); }, { once: true });
  };
  /* The browser would scroll back to the old number of pixels, even after the page has loaded; only who comes
     back to this page later is to find it so. */
  let renewing = false;
  addEventListener("pagehide", () => { if (!renewing) history.scrollRestoration = "auto"; });
  const renew = (to) => {
    renewing = true;
    const kept = place();
    if (to) kept.page = new URL(to, location.origin + "/").pathname;
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
    history.scrollRestoration = "manual";
    if (to) location.replace("/" + to + location.hash); else location.reload();
  };
  come();

  const desk = (() => { try { return window.frameElement?.hasAttribute("data-desk"); } catch { return false; } })();
  window.preview = { renew, get seen() { return seen; } };
  if (desk) return;

  /* ---- The bar ---- */
  const make = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key in made && typeof value !== "string") made[key] = value; else made.setAttribute(key, value);
    }
    made.append(...inside);
    return made;
  };
  const host = make("preview-bar", { role: "region", "aria-label": "预览" });
  const root = host.attachShadow({ mode: "open" });
  const words = make("span"), lamp = make("i", { class: "lamp", "aria-hidden": "true" });
  const state = make("div", { class: "state", role: "status" }, lamp, words);
  const list = make("button", { type: "button", "aria-expanded": "false", "aria-controls": "sheet", hidden: true });
  const pages = make("a", { class: "button main" }, "看版面");
  const fold = make("button", { type: "button", "aria-label": "收起预览条" }, "收起");
  const bar = make("div", { class: "bar" }, state, make("span", { class: "gap" }), list, pages, fold);
  const sheet = make("section", { class: "sheet", id: "sheet", "aria-label": "检查结果", tabindex: "-1", hidden: true });
  const small = make("button", { type: "button", class: "folded", "aria-label": "打开预览条", hidden: true });
  const style = make("link", { rel: "stylesheet", href: "/__preview/bar.css" });
  root.append(style, sheet, bar, small);
  host.style.visibility = "hidden";
  style.addEventListener("load", () => { host.style.visibility = ""; room(); });
  document.body.append(host);
  pages.href = "/__preview/desk?page=" + encodeURIComponent(decodeURIComponent(location.pathname));

  const room = () => {
    document.documentElement.style.setProperty("scroll-padding-bottom", "48px");
    document.body.style.marginBottom = bar.hidden ? "" : `${bar.offsetHeight}px`;
  };
  const folded = (is) => {
    localStorage.setItem(FOLDED, is ? "1" : "");
    bar.hidden = is; small.hidden = !is;
    if (is) open(false);
    room();
  };
  const open = (is) => {
    sheet.hidden = !is;
    list.setAttribute("aria-expanded", String(is));
  };
  fold.addEventListener("click", () => { folded(true); small.focus(); });
  small.addEventListener("click", () => { folded(false); fold.focus(); });
  list.addEventListener("click", () => { open(sheet.hidden); if (!sheet.hidden) sheet.focus(); });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !sheet.hidden) { open(false); list.focus(); }
  });

  let told = "";
  const show = (news) => {
    bar.dataset.state = small.dataset.state = news.state;
    words.textContent = news.words;
    small.replaceChildren(lamp.cloneNode(), news.state === "fine" ? "预览" : news.words);
    const isBad = news.hasErrors || Boolean(news.fault);
    list.hidden = !news.counts && !news.fault;
    list.className = isBad ? "has-errors" : "";
    list.textContent = news.counts || "原因";
    if (news.state === "working") return;
    const now = JSON.stringify([news.findings, news.fault]);
    if (now === told) return;
    const isFirst = told === "";
    told = now;
    sheet.replaceChildren(...window.previewFindings(make, news));
    sheet.classList.toggle("is-bad", isBad);
    /* Over the last good page when something went wrong; away again when it is mended. */
    if (isBad && news.state !== "fine" && (!isFirst || news.findings.length || news.fault)) { folded(false); open(true); }
    else if (!isBad) open(false);
  };

  folded(localStorage.getItem(FOLDED) === "1");

  /* ---- Events: one stream, held only while the page is looked at (browsers allow six a host) ---- */
  let stream = null;
  const listen = () => {
    stream?.close();
    const page = encodeURIComponent(decodeURIComponent(location.pathname));
    stream = new EventSource(`/__preview/events?page=${page}&seen=${seen}`);
    stream.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      seen = news.mark;
      show(news);
      if (news.moved) renew(news.moved);
      else if (news.isStale) renew();
    });
    stream.addEventListener("error", () => {
      show({ state: "away", words: "预览没有在运行", counts: "", findings: [], fault: "", hasErrors: false });
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { stream?.close(); stream = null; } else if (!stream) listen();
  });
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  if (!document.hidden) listen();
})();
