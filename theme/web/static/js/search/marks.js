// On an article that was opened from a search: the words are marked in the text, the first one shown.
const PREFIX = "#q=";
const unmarked = (mark) => {
  const around = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  around.normalize();
};

// Marks one place of a field, which may reach over several text nodes; gives the marks in order.
const markPlace = ({ nodes, starts }, from, to) => nodes.flatMap((node, at) => {
  if (!node.data.trim()) return []; // between two blocks
  const start = Math.max(from - starts[at], 0);
  const end = Math.min(to - starts[at], node.data.length);
  if (start >= end) return [];
  const rest = node.splitText(start);
  rest.splitText(end - start);
  const mark = document.createElement("mark");
  mark.className = "sought";
  rest.replaceWith(mark);
  mark.append(rest);
  return [mark];
});

// From the end to the beginning: what is before a mark keeps its place. → groups of marks, one a hit.
const markField = (element, words) => {
  const field = textOf(element);
  const places = placesOf(streamOf(field.text), words).reverse();
  return places.map(([from, to]) => markPlace(field, from, to)).reverse();
};

const button = (words, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
};

const showMarks = (root) => {
  let hits = [];
  let current = 0;
  let bar = null;

  const end = () => {
    hits.flat().forEach(unmarked);
    hits = [];
    bar?.remove();
    bar = null;
  };
  const show = (place, behavior) => {
    hits[current].forEach((mark) => mark.classList.remove("is-current"));
    current = (place + hits.length) % hits.length;
    hits[current].forEach((mark) => mark.classList.add("is-current"));
    hits[current][0].scrollIntoView({ block: "center", ...behavior });
    bar.querySelector("[role=status]").textContent = `第 ${current + 1} 处，共 ${hits.length} 处`;
  };
  const makeBar = () => {
    bar = document.createElement("div");
    bar.className = "sought-bar";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "查找的字词");
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    const clear = () => {
      end();
      history.replaceState(history.state, "", location.pathname + location.search);
      document.getElementById("main").focus({ preventScroll: true });
    };
    const steps = [button("上一处", () => show(current - 1)), button("下一处", () => show(current + 1))];
    bar.append(status, ...steps, button("清除", clear));
    document.querySelector("main").prepend(bar);
  };

  const sought = () => {
    try { return decodeURIComponent(location.hash.slice(PREFIX.length)); } catch { return ""; }
  };
  const begin = async () => {
    // The outline's own anchors leave the marks where they are.
    if (!location.hash.startsWith(PREFIX)) return;
    end();
    const words = wordsOf(sought());
    const mark = () => fieldElements(document).flatMap(([, element]) => markField(element, words)).filter((hit) => hit.length);
    hits = mark();
    if (!hits.length && words.length) {
      await fetch(new URL("search/index/fold.json", root)).then((answer) => answer.json()).then(learnFold, () => {});
      hits = mark();
    }
    if (!hits.length) return;
    makeBar();
    show(0, { behavior: "instant" });
  };
  addEventListener("hashchange", begin);
  begin();
};

showMarks(new URL("../", document.currentScript.src));
