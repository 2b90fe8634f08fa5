// The page: what is typed becomes a question, the question stands in the address, its answer below.
const FILTERS = ["year", "issue", "section", "kind", "tag", "unit"];
const PAUSE = 150; // ms without a key before a question is asked
const A_SCREEN = 5; // rows: each costs a reader its article's page
const UNASKED = 30; // so many rows come while the reader goes on down; what is more, when asked for
const part = (name) => document.getElementById(`found-${name}`);

const question = () => Object.fromEntries(new URLSearchParams(location.search));

const typed = ({ elements }) => {
  const values = ["q", ...FILTERS, "order"].map((name) => [name, elements[name].value.trim()]);
  return new URLSearchParams(values.filter(([, value]) => value)).toString();
};

// One by one: a group of radio buttons does not take "" as its value.
const chooseOrder = (fields, order = "") => {
  for (const field of fields) field.checked = field.value === order;
};

// The filters as the address has them.
const showFilters = async (form, index, asked) => {
  const { elements } = form;
  const about = await index.about();
  const year = asked.year || (asked.issue || "").slice(0, 4);
  fill(elements.year, yearsOf(about), year);
  fill(elements.issue, issuesOf(about, year), asked.issue);
  fill(elements.section, named(about.sections), asked.section);
  fill(elements.kind, named(about.kinds), asked.kind);
  elements.issue.disabled = !year;
  choose(elements.tag, asked.tag);
  choose(elements.unit, asked.unit);
  chooseOrder(elements.order, asked.order);
  part("reset").hidden = !FILTERS.some((name) => asked[name]);
};

// Tags and units are many: fetched when a reader turns to the filters, which stand open where there is room.
const openFilters = (form, index, filters) => {
  const { tag, unit } = form.elements;
  const fetchNames = async () => {
    const facets = await index.facets();
    fill(tag, tallied(facets.tags), tag.value);
    fill(unit, tallied(facets.units), unit.value);
  };
  for (const event of ["focusin", "pointerenter", "touchstart"]) {
    filters.addEventListener(event, () => fetchNames().catch(() => {}), { once: true, passive: true });
  }
  const wide = matchMedia("(min-width: 64rem)");
  const unfold = () => { filters.open = wide.matches && document.documentElement.dataset.mode !== "elder"; };
  wide.addEventListener("change", unfold);
  unfold();
};

// What answers: run() asks what stands in the address, more() shows further rows. The rows of the question
// before stay until the first new one is there; an answer that comes too late is dropped.
const openAnswers = (form, index, pageOf, root) => {
  const [found, count, note, list, more] = [document.getElementById("found"), ...["count", "note", "list", "more"].map(part)];
  let [turn, rows, answer] = [0, null, null];
  const isStaleIn = (mine) => () => mine !== turn;
  const tell = (element, words) => { if (element.textContent !== words) element.textContent = words; };

  const showCount = () => {
    tell(count, countOf(answer, rows, FILTERS.some((name) => form.elements[name].value)));
    tell(note, noteOf(answer, rows));
    more.hidden = rows.isDone;
  };
  const fail = (fault) => {
    console.warn(fault);
    refill(list);
    more.hidden = true;
    tell(count, UNREADABLE[0]);
    tell(note, UNREADABLE[1]);
  };
  const append = async (wanted, isStale, isNew) => {
    const about = await index.about();
    let isFirst = isNew;
    for await (const row of rows.take(wanted, isStale)) {
      if (isStale()) return;
      if (isFirst) refill(list);
      isFirst = false;
      list.append(makeRow(row, about, rows.words, root));
      showCount();
    }
    if (isStale()) return;
    if (isFirst) refill(list);
    list.setAttribute("aria-busy", "false");
    showCount();
    watch();
  };
  const answerTo = async (asked, shown, isStale) => {
    await showFilters(form, index, asked);
    const made = await ask(index, asked);
    if (isStale()) return;
    [answer, rows] = [made, openRows(index, pageOf, made)];
    if (answer.isExact) showCount();
    await append(shown, isStale, true);
  };

  const run = async (shown = A_SCREEN) => {
    turn += 1;
    const isStale = isStaleIn(turn);
    const asked = question();
    found.hidden = !asked.q;
    if (!asked.q) {
      refill(list);
      tell(count, "");
      return;
    }
    if (!list.children.length) tell(count, SEARCHING);
    list.setAttribute("aria-busy", "true");
    await answerTo(asked, shown, isStale).catch((fault) => { if (!isStale()) fail(fault); });
  };
  const showMore = async () => {
    if (list.getAttribute("aria-busy") === "true") return;
    list.setAttribute("aria-busy", "true");
    history.replaceState({ shown: list.children.length + A_SCREEN }, "");
    await append(A_SCREEN, isStaleIn(turn), false).catch(fail);
  };
  more.addEventListener("click", async () => {
    const before = list.children.length;
    await showMore();
    list.children[before]?.querySelector("a").focus();
  });
  const watch = watcher(more, () => list.children.length < UNASKED && showMore());
  return run;
};

// Calls act() when the reader comes near an element; watch() begins anew, for what is near already.
const watcher = (element, act) => {
  const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && act(), { rootMargin: "0px 0px 240px" });
  return () => {
    near.unobserve(element);
    near.observe(element);
  };
};

// Typing changes the address in place; Enter and the filters fix it, as a link and the way back do: what is typed
// next is then a step of its own.
const openAddress = (form, run) => {
  let isFixed = true;
  let last = null; // what was asked last: an anchor of the page itself is no new question
  return {
    go(isStep) {
      const text = typed(form);
      const isSame = text === new URLSearchParams(location.search).toString();
      if (!isSame) history[isStep || isFixed ? "pushState" : "replaceState"](null, "", text ? `?${text}` : location.pathname);
      if (isSame && !isStep) return;
      isFixed = isStep;
      last = location.search;
      run();
    },
    read() {
      if (location.search === last) return;
      last = location.search;
      const asked = question();
      isFixed = Boolean(asked.q);
      form.elements.q.value = asked.q || "";
      chooseOrder(form.elements.order, asked.order);
      for (const name of FILTERS) choose(form.elements[name], asked[name]);
      run(history.state?.shown);
    },
  };
};

// «/» goes to the box, the arrows through the rows, Esc empties the box.
const addKeys = (box, list, empty) => {
  const move = (step) => {
    const stops = [box, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) next.focus();
    if (next === box) box.select();
  };
  document.addEventListener("keydown", (event) => {
    const { key, target, isComposing } = event;
    if (isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isRow = target === box || list.contains(target);
    if (key === "/" && !target.closest("input, select, textarea")) box.focus();
    else if (isRow && key === "ArrowDown") move(1);
    else if (isRow && key === "ArrowUp") move(-1);
    else if (isRow && key === "Escape") empty();
    else return;
    event.preventDefault();
  });
};

const begin = (form, script) => {
  const root = new URL("../", script); // the script lives in theme/, below the root of the site
  const index = openIndex(new URL("search/index/", root));
  const { go, read } = openAddress(form, openAnswers(form, index, openPages(root), root));
  const box = form.elements.q;
  const clear = form.querySelector(".seek-clear");
  let timer = 0;
  index.about().catch(() => {}); // small, and wanted first: asked again when it is missed
  const goNow = (isStep) => {
    clearTimeout(timer);
    clear.hidden = !box.value;
    go(isStep);
  };
  // A whole word at once, by an input method or from elsewhere, needs no pause.
  const goSoon = ({ isComposing, inputType }) => {
    clearTimeout(timer);
    clear.hidden = !box.value;
    if (inputType === "insertFromPaste") goNow(false);
    else if (!isComposing) timer = setTimeout(goNow, PAUSE, false);
  };
  const empty = () => {
    box.value = "";
    goNow(false);
    box.focus();
  };

  box.addEventListener("input", goSoon);
  box.addEventListener("compositionend", () => goNow(false));
  clear.addEventListener("click", empty);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    goNow(true);
  });
  document.getElementById("found").addEventListener("change", ({ target }) => {
    if (target.name === "year") form.elements.issue.value = "";
    goNow(true);
  });
  part("reset").addEventListener("click", () => {
    for (const name of FILTERS) form.elements[name].value = "";
    goNow(true);
    part("filters").firstElementChild.focus();
  });
  const readAddress = () => {
    clearTimeout(timer);
    read();
    clear.hidden = !box.value;
  };
  addEventListener("popstate", readAddress);
  openFilters(form, index, part("filters"));
  addKeys(box, part("list"), empty);
  readAddress();
};

const form = document.getElementById("seek");
if (form && location.protocol === "file:") {
  for (const element of form.children) element.hidden = element.id !== "seek-offline";
} else if (form) begin(form, document.currentScript.src);
