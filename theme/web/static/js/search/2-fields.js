// An article's page → the fields that are searched. article.html says with data-search where they stand; the
// lines of its head come from a macro that print shares (theme/shared/headings.html) and are known by class.
const HEAD = {
  headline: ".headline", kicker: ".kicker", deck: ".deck", standfirst: ".standfirst",
  number: ".document-number", credit: ".credits",
};
const BLOCK = "p, h1, h2, h3, h4, h5, h6, li, td, th, figcaption, dt, dd, div, blockquote, aside, caption, body";
const UNHEARD = "rt, rp, .footnote-ref, .footnote-back";

// The text nodes of an element; words that another block holds do not touch.
const textNodes = (element) => {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(UNHEARD)) nodes.push(walker.currentNode);
  }
  return nodes;
};

// An element → its text and where each text node begins in it.
const textOf = (element) => {
  let text = "";
  let block = null;
  const nodes = textNodes(element);
  const starts = nodes.map((node) => {
    const around = node.parentElement.closest(BLOCK);
    if (text && around !== block) text += "\n";
    block = around;
    text += node.data;
    return text.length - node.data.length;
  });
  return { text, nodes, starts };
};

// The elements that are searched: [name, element], in the order of the page.
const fieldElements = (root) => [...root.querySelectorAll("[data-search]")].flatMap((element) => {
  const name = element.dataset.search;
  if (name !== "head") return [[name, element]];
  const inside = Object.entries(HEAD).map(([each, selector]) => [each, element.querySelector(selector)]);
  return inside.filter(([, found]) => found);
});
