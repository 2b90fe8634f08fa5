/* The desk: keeps both panes true, and the eye where it was. */
(() => {
  "use strict";
  const at = (id) => document.getElementById(id);
  const make = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const web = at("web"), leaves = at("leaves"), sheet = at("sheet"), list = at("list"), panes = at("panes");
  const asked = new URLSearchParams(location.search).get("page") || "/";
  /* Only a page of this site may stand in the pane. */
  const first = new URL(asked, location.origin);
  let page = first.origin === location.origin && !first.pathname.startsWith("/__preview/") ? decodeURIComponent(first.pathname) : "/";

  /* ---- The web pane; whoever follows a link in it takes the printed pages along ---- */
  web.addEventListener("load", () => {
    const inside = web.contentWindow.location;
    if (inside.origin !== location.origin) return;
    page = decodeURIComponent(inside.pathname);
    const name = web.contentDocument.title;
    document.title = `${name} · 看版面`;
    at("title").textContent = web.contentDocument.querySelector("h1")?.textContent.trim() || name;
    at("back").href = inside.href;
    history.replaceState(null, "", `?page=${encodeURIComponent(page)}`);
    listen(web.contentWindow.preview?.seen || "");
  });
  web.src = encodeURI(page) + first.hash;

  /* ---- Events ---- */
  let stream = null, listening = "";
  const listen = (seen) => {
    if (document.hidden) { listening = ""; return; }
    stream?.close();
    listening = page;
    stream = new EventSource(`/__preview/events?desk=1&page=${encodeURIComponent(page)}&seen=${seen}`);
    stream.addEventListener("message", (event) => {
      if (listening !== page) return;
      const news = JSON.parse(event.data);
      lastMark = news.mark;
      site(news);
      press(news.press);
      if (news.moved) web.contentWindow.preview?.renew(news.moved);
      else if (news.isStale) web.contentWindow.preview ? web.contentWindow.preview.renew() : web.contentWindow.location.reload();
    });
    stream.addEventListener("error", () => {
      state(at("site-state"), "away", "预览没有在运行");
      if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(lastMark), 2000);
    });
  };
  let lastMark = "";
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { stream?.close(); stream = null; } else if (!stream) listen(lastMark);
  });
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(lastMark); });

  const state = (box, name, words) => { box.dataset.state = name; box.querySelector("span").textContent = words; };

  /* ---- Findings ---- */
  let told = "";
  const open = (is) => { sheet.hidden = !is; list.setAttribute("aria-expanded", String(is)); };
  list.addEventListener("click", () => { open(sheet.hidden); if (!sheet.hidden) sheet.focus(); });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !sheet.hidden) { open(false); list.focus(); } });
  const site = (news) => {
    state(at("site-state"), news.state, news.words);
    const isBad = news.hasErrors || Boolean(news.fault);
    list.hidden = !news.counts && !news.fault;
    list.className = isBad ? "has-errors" : "";
    list.textContent = news.counts || "原因";
    if (news.state === "working") return;
    const now = JSON.stringify([news.findings, news.fault]);
    if (now === told) return;
    told = now;
    sheet.replaceChildren(...window.previewFindings(make, news));
    sheet.classList.toggle("is-bad", isBad);
    open(isBad && news.state !== "fine");
  };

  /* ---- Printed pages ---- */
  const press = (news) => {
    state(at("press-state"), news.state, news.words);
    at("name").textContent = news.name || "";
    at("pdf").hidden = !news.pdf;
    if (news.pdf) at("pdf").href = news.pdf;
    for (const id of ["zoom", "spread"]) at(id).hidden = !news.leaves?.length;
    leaves.classList.toggle("is-old", news.state === "faulty" || news.state === "crashed");
    wrong(news);
    if (!news.leaves?.length) {
      leaves.querySelector("ol")?.remove();
      if (!leaves.querySelector(".empty")) leaves.append(make("p", { class: "empty" }));
      leaves.querySelector(".empty").textContent = news.words;
      return;
    }
    leaves.querySelector(".empty")?.remove();
    leaves.style.setProperty("--page", `${news.size[0]} / ${news.size[1]}`);
    leaves.style.setProperty("--page-width", `${news.size[0]}px`);
    pages(news.leaves);
  };
  const wrong = (news) => {
    const had = leaves.querySelector(".press-findings");
    if (!news.findings?.length) { had?.remove(); return; }
    const counts = `${news.findings.length} 处`;
    const box = make("div", { class: "press-findings" },
      ...window.previewFindings(make, { ...news, counts, fault: "", hasErrors: true }));
    box.querySelector("h2").textContent = "印刷版要改的";
    if (had) had.replaceWith(box); else leaves.prepend(box);
  };
  const pages = (wanted) => {
    let rows = leaves.querySelector("ol");
    if (!rows) { rows = make("ol"); leaves.append(rows); leaves.scrollTop = 0; }
    const had = new Map([...rows.children].map((row) => [row.dataset.label, row]));
    const now = wanted.map((each) => dressed(had.get(each.label) || blank(each.label), each));
    /* Same pages in the same order: nothing moves under the eye. */
    if (now.length !== rows.children.length || now.some((row, n) => rows.children[n] !== row)) {
      const top = leaves.scrollTop;
      rows.replaceChildren(...now);
      leaves.scrollTop = top;
    }
  };
  const blank = (label) => {
    const row = make("li", { class: "leaf", "data-label": label });
    row.append(make("figure", {}, make("div", { class: "sheet-of-paper" }), make("figcaption")));
    soon.observe(row);
    return row;
  };
  const dressed = (row, each) => {
    row.classList.toggle("recto", each.side === "recto");
    row.classList.toggle("verso", each.side === "verso");
    row.querySelector("figcaption").textContent = `${each.label} · ${each.side === "recto" ? "右页" : "左页"}`;
    if (row.dataset.small !== each.small) {
      Object.assign(row.dataset, { small: each.small, large: each.large });
      if (row.dataset.near) draw(row);
    }
    return row;
  };
  /* A picture is asked for when its page comes near, and takes the old one's place when it can be painted. */
  const draw = async (row) => {
    const paper = row.querySelector(".sheet-of-paper");
    const width = paper.clientWidth * devicePixelRatio;
    const source = width > 1000 ? row.dataset.large : row.dataset.small;
    if (row.dataset.shown === source || row.dataset.asked === source) return;
    row.dataset.asked = source;
    const picture = make("img", { alt: `${row.dataset.label}的印刷版面`, src: source });
    try { await picture.decode(); } catch { delete row.dataset.asked; return; }
    if (row.dataset.asked !== source) return;
    row.dataset.shown = source;
    paper.replaceChildren(picture);
  };
  const soon = new IntersectionObserver((seen) => {
    for (const each of seen) {
      if (each.isIntersecting) { each.target.dataset.near = "1"; draw(each.target); } else delete each.target.dataset.near;
    }
  }, { root: leaves, rootMargin: "600px" });
  new ResizeObserver(() => {
    for (const row of leaves.querySelectorAll("[data-near]")) draw(row);
  }).observe(leaves);

  /* ---- Choices stay ---- */
  for (const id of ["zoom", "spread"]) {
    const kept = localStorage.getItem(`preview-${id}`);
    const box = at(id);
    if (kept) { const found = box.querySelector(`[value="${kept}"]`); if (found) found.checked = true; }
    const apply = () => {
      const chosen = box.querySelector(":checked").value;
      leaves.dataset[id] = chosen;
      localStorage.setItem(`preview-${id}`, chosen);
      for (const row of leaves.querySelectorAll("[data-near]")) draw(row);
    };
    box.addEventListener("change", apply);
    apply();
  }

  /* ---- The line between the panes: by hand or with the arrow keys ---- */
  const splitter = at("splitter");
  const share = (percent) => {
    const value = Math.min(75, Math.max(25, Math.round(percent)));
    panes.style.setProperty("--share", `${value}fr`);
    panes.style.setProperty("--rest", `${100 - value}fr`);
    splitter.setAttribute("aria-valuenow", value);
    localStorage.setItem("preview-share", value);
  };
  share(Number(localStorage.getItem("preview-share")) || 50);
  splitter.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -5, ArrowRight: 5 }[event.key];
    if (step) { share(Number(splitter.getAttribute("aria-valuenow")) + step); event.preventDefault(); }
  });
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    panes.classList.add("is-held");
  });
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) share((event.clientX / panes.clientWidth) * 100);
  });
  for (const kind of ["pointerup", "pointercancel"]) splitter.addEventListener(kind, () => panes.classList.remove("is-held"));
  splitter.addEventListener("dblclick", () => share(50));
})();
