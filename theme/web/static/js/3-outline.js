// The outline beside a long text: open where there is room for it, the part being read marked.
(() => {
  const outline = document.querySelector(".outline");
  if (!outline) return;
  const details = outline.firstElementChild;
  const wide = matchMedia("(min-width: 72rem)");
  const links = [...outline.querySelectorAll("a")];
  const heads = links.map((link) => document.getElementById(link.hash.slice(1) && decodeURIComponent(link.hash.slice(1))));
  let marked = null;

  const unfold = () => { details.open = wide.matches && document.documentElement.dataset.mode !== "elder"; };

  const mark = (link) => {
    if (link === marked) return;
    if (marked) marked.removeAttribute("aria-current");
    if (link) link.setAttribute("aria-current", "true");
    marked = link;
    // A long outline scrolls by itself; the page does not move.
    if (!link || outline.scrollHeight <= outline.clientHeight) return;
    outline.scrollTop += link.getBoundingClientRect().top - outline.getBoundingClientRect().top - outline.clientHeight / 2;
  };

  // The last head above the upper third of the window is that of the part being read.
  const look = () => {
    const line = innerHeight / 3;
    let last = null;
    heads.forEach((head, place) => {
      if (head && head.getBoundingClientRect().top <= line) last = links[place];
    });
    mark(last);
  };

  unfold();
  wide.addEventListener("change", unfold);
  outline.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) details.open = false;
  });
  const watcher = new IntersectionObserver(look, { rootMargin: "0px 0px -66% 0px" });
  heads.forEach((head) => head && watcher.observe(head));
})();
