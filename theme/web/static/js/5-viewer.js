// The light viewer: a click on a picture in a text shows it large, with its caption, and lets the reader
// go through all pictures of the text. Without scripts, or where browsers have no <dialog>, the link
// around the picture opens the picture itself.
(() => {
  const links = [...document.querySelectorAll(".body a.zoom")];
  if (!links.length || !window.HTMLDialogElement) return;

  const SWIPE = 40; // px a finger goes before it means the next picture
  let parts; // made at the first click: most readers never need it
  let current = 0;
  let opener; // the link that has the focus again at the end
  let scrolled = 0;
  const shown = new Map(); // place → large picture, so that none is fetched twice

  const make = (name, className, attributes = {}) => {
    const element = document.createElement(name);
    element.className = className;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const button = (className, text) => {
    const made = make("button", className, { type: "button" });
    made.append(Object.assign(make("span", "viewer-word"), { textContent: text }));
    return made;
  };

  const imageOf = (copy) => (copy.matches("img") ? copy : copy.querySelector("img"));
  const choose = (copy, sizes) => {
    for (const each of [copy, ...copy.querySelectorAll("source, img")]) {
      if (each.hasAttribute("sizes")) each.setAttribute("sizes", sizes);
    }
  };

  // The same copies as in the text, but chosen for the whole screen.
  const large = (place) => {
    if (!shown.has(place) && links[place]) {
      const copy = links[place].querySelector("picture, img").cloneNode(true);
      choose(copy, "100vw");
      const image = imageOf(copy);
      image.removeAttribute("loading");
      image.draggable = false;
      shown.set(place, copy);
    }
    return shown.get(place);
  };

  // Fetched beside it first: the picture that is looked at must not vanish meanwhile.
  const sharpen = (copy) => {
    const sharper = copy.cloneNode(true);
    const sizes = `${sizeOf(imageOf(copy))[0]}px`;
    choose(sharper, sizes);
    imageOf(sharper).decode().then(() => choose(copy, sizes), () => {});
  };

  const caption = (link) => {
    const words = link.closest("figure")?.querySelector("figcaption");
    return words ? words.textContent.trim() : link.querySelector("img").alt;
  };

  const sizeOf = (image) => ["width", "height"].map((name) => Number(image.getAttribute(name)));

  // Where a point of the screen lies in the picture, from 0 to 1 both ways if it lies in it.
  const placeIn = (image, { clientX, clientY }) => {
    const box = image.getBoundingClientRect();
    const [width, height] = sizeOf(image);
    const scale = Math.min(box.width / width, box.height / height);
    return [
      0.5 + (clientX - box.left - box.width / 2) / (width * scale),
      0.5 + (clientY - box.top - box.height / 2) / (height * scale),
    ];
  };

  // Only what is larger than the screen can be enlarged. A button never vanishes with the focus on it.
  const fit = () => {
    const { stage, zoom, close } = parts;
    const [width, height] = sizeOf(stage.querySelector("img"));
    const isWhole = width <= stage.clientWidth && height <= stage.clientHeight;
    if (isWhole && document.activeElement === zoom) close.focus();
    zoom.hidden = isWhole;
  };

  // At its own size; across, down: what part of it is wanted in the middle, from 0 to 1.
  const enlarge = (full, across = 0.5, down = 0.5) => {
    const { stage, zoom } = parts;
    stage.classList.toggle("is-full", full);
    zoom.firstChild.textContent = full ? "缩小" : "放大";
    if (full) {
      sharpen(large(current));
      stage.tabIndex = 0; // what scrolls must be reached by keyboard
      stage.scrollTo(
        across * stage.scrollWidth - stage.clientWidth / 2,
        down * stage.scrollHeight - stage.clientHeight / 2,
      );
    } else {
      stage.removeAttribute("tabindex");
    }
    fit();
  };
  const isFull = () => parts.stage.classList.contains("is-full");

  const show = (place) => {
    if (place < 0 || place >= links.length) return;
    const { stage, count, words, previous, next } = parts;
    stage.dataset.from = place < current ? "before" : place > current ? "after" : "";
    current = place;
    stage.textContent = "";
    stage.append(large(place));
    count.textContent = links.length > 1 ? `第${place + 1}张，共${links.length}张` : "";
    words.textContent = caption(links[place]);
    // Not `disabled`: a button that loses its focus would leave the keyboard nowhere.
    previous.setAttribute("aria-disabled", place === 0);
    next.setAttribute("aria-disabled", place === links.length - 1);
    enlarge(false);
    large(place + 1); // fetched before it is asked for
  };

  const swipes = (stage) => {
    let start = null;
    const isPinched = () => (window.visualViewport?.scale || 1) > 1.01;
    stage.addEventListener("pointerdown", (event) => {
      const free = event.isPrimary && event.pointerType !== "mouse";
      start = free && !isPinched() && !isFull() ? event : null;
    });
    stage.addEventListener("pointercancel", () => { start = null; });
    stage.addEventListener("pointerup", (event) => {
      if (!start || event.pointerId !== start.pointerId || isPinched()) return;
      const across = event.clientX - start.clientX;
      const down = event.clientY - start.clientY;
      start = null;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) {
        show(current + (across < 0 ? 1 : -1));
      }
    });
    // A picture made larger with two fingers is moved with one.
    window.visualViewport?.addEventListener("resize", () => {
      stage.classList.toggle("is-pinched", isPinched());
    });
  };

  const keys = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { stage } = parts;
    const steps = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: links.length - 1 };
    if (!(event.key in steps)) return;
    // Large pictures are moved by the arrow keys while they have the focus.
    if (isFull() && document.activeElement === stage) return;
    event.preventDefault();
    show(steps[event.key]);
  };

  // Back to where the reader was: the page behind may have been laid out anew without its scroll bar.
  const leave = () => {
    document.documentElement.classList.remove("is-viewing");
    window.scrollTo({ top: scrolled, behavior: "instant" });
    opener.focus({ preventScroll: true });
  };

  const build = () => {
    const dialog = make("dialog", "viewer", { "aria-labelledby": "viewer-foot" });
    const count = make("p", "viewer-count");
    const zoom = button("viewer-zoom", "放大");
    const close = button("viewer-close", "关闭");
    const stage = make("div", "viewer-stage", { role: "group", "aria-label": "图片" });
    const previous = button("viewer-step viewer-previous", "上一张");
    const next = button("viewer-step viewer-next", "下一张");
    const words = make("p", "viewer-caption");
    const bar = make("div", "viewer-bar");
    const foot = make("div", "viewer-foot", { id: "viewer-foot", "aria-live": "polite", "aria-atomic": "true" });
    bar.append(zoom, close);
    foot.append(count, words);
    dialog.append(bar, previous, stage, next, foot);
    dialog.classList.toggle("is-single", links.length === 1);
    parts = { dialog, stage, count, words, zoom, close, previous, next };
    close.autofocus = true;

    close.addEventListener("click", () => dialog.close());
    zoom.addEventListener("click", () => {
      // A chart is read from its head, a photo is looked at in the middle.
      const start = links[current].href.endsWith(".png") ? 0 : 0.5;
      enlarge(!isFull(), start, start);
    });
    previous.addEventListener("click", () => show(current - 1));
    next.addEventListener("click", () => show(current + 1));
    stage.addEventListener("click", (event) => {
      const isBeside = placeIn(stage.querySelector("img"), event).some((part) => part < 0 || part > 1);
      if (isBeside && !isFull()) dialog.close();
    });
    stage.addEventListener("dblclick", (event) => {
      if (!zoom.hidden) enlarge(!isFull(), ...placeIn(stage.querySelector("img"), event));
    });
    dialog.addEventListener("keydown", keys);
    dialog.addEventListener("close", leave);
    window.addEventListener("resize", () => { if (dialog.open) fit(); });
    swipes(stage);
    document.body.append(dialog);
  };

  links.forEach((link, place) => {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!parts) build();
      [opener, scrolled, current] = [link, window.scrollY, place];
      document.documentElement.classList.add("is-viewing");
      parts.dialog.showModal();
      show(place);
    });
  });
})();
