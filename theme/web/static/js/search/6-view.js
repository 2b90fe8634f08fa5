// What is shown of an answer: rows, counts, filters. Everything is made of nodes, nothing of strings of HTML.
const make = (name, className, ...children) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

const marked = (parts) => parts.map(([words, isHit]) => (isHit ? make("mark", "", words) : words));

const dayOf = (day) => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

// The tones of the sections, as the index below has them.
const toneOf = (name) => {
  const labels = [...document.querySelectorAll(".names-sections li")];
  return labels.find((label) => label.textContent.trim() === name)?.dataset.tone || "1";
};

// Rows below the screen cost a reader on a slow line nothing until they are scrolled to.
const whenSeen = (element, act) => {
  const watcher = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    watcher.disconnect();
    act();
  }, { rootMargin: "150px" });
  watcher.observe(element);
};

// A row: it stands with room for its extract before that is there, so that nothing jumps.
const makeRow = ({ entry, read }, about, words, root) => {
  const [path, headline, section, , day, issue] = entry;
  const link = make("a", "hit-link", ...marked(pieces(headline, placesOf(streamOf(headline), words))));
  const address = new URL(path, root);
  address.hash = `q=${encodeURIComponent(words.join(" "))}`;
  link.href = address.href;
  const label = make("span", "label", about.sections[section]);
  const time = make("time", "", dayOf(day));
  time.dateTime = day;
  const extract = make("p", "hit-text");
  whenSeen(extract, async () => {
    const fields = streamed(await read());
    if (fields) extract.append(...marked(extractOf(fields, words)));
  });
  const facts = make("p", "hit-facts", label, make("span", "", about.issues[issue][2]), time);
  const row = make("li", "hit", make("h3", "hit-headline", link), facts, extract);
  row.dataset.tone = toneOf(about.sections[section]);
  return row;
};

const SEARCHING = "正在找……";
const UNREADABLE = ["查找用的索引读不到", "网络可能断了，请过一会儿再试；也可以从下面的目录找。"];

const countOf = ({ isAsked }, rows, isFiltered) => {
  if (!isAsked) return "再多写一个字才好找";
  if (!rows.count) return isFiltered ? "这样筛选没有找到" : "没有找到";
  return rows.isCounted ? `${rows.count} 篇` : `约 ${rows.count} 篇`;
};

const noteOf = ({ isAsked }, rows) => {
  if (isAsked && !rows.count) return "可以少写几个字，或者换一个说法；也可以从下面的目录找。";
  if (!rows.isApart) return "";
  return rows.hasGivenUp
    ? `最前面的 ${MOST_IN_VAIN} 篇里没有连在一起的，下面是分开出现的。`
    : "没有连在一起的，下面是分开出现的。";
};

const refill = (element, ...children) => {
  element.textContent = "";
  element.append(...children);
};

// Chooses in a <select>, also what is not (or not yet) among its options.
const choose = (select, value = "") => {
  if (![...select.options].some((option) => option.value === value)) select.append(new Option(value, value));
  select.value = value;
};

// Fills a <select> with [value, words]; the first option, 全部, stays.
const fill = (select, choices, chosen) => {
  refill(select, select.options[0], ...choices.map(([value, words]) => new Option(words, value)));
  choose(select, chosen);
};

const yearsOf = ({ issues }) => [...new Set(issues.map(([key]) => key.slice(0, 4)))].reverse().map((year) => [year, `${year}年`]);
const issuesOf = ({ issues }, year) => issues.filter(([key]) => key.startsWith(`${year}-`)).map(([key, , name]) => [key, name]).reverse();
const named = (names) => names.map((name) => [name, name]);
const tallied = (tallies) => tallies.map(([name, count]) => [name, `${name}（${count}）`]);
