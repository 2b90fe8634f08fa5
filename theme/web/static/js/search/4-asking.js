// A question → its documents in order, and whether each must still be looked up in the text.
// {q, order, year, issue, section, kind, tag, unit} → {words, ids, isExact, isRough, isAsked}: isExact when the keys
// alone say it all, isRough when there is a single character, isAsked when there is anything to look for.
const NAMED = { section: "sections", kind: "kinds", tag: "tags", unit: "units" };

// The Han of GB 2312, which need no table of Traditional characters: as the browser's own decoder has them.
let common = null;
const commonHan = () => {
  if (common) return common;
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) => row + 0xb0);
  const all = rows.flatMap((row) => Array.from({ length: 94 }, (_, cell) => [row, cell + 0xa1]).flat());
  common = new Set(new TextDecoder("gbk").decode(new Uint8Array(all)));
  return common;
};
const isUncommon = (text) => [...text].some((each) => each > "\x7f" && LETTER.test(each) && !commonHan().has(each));

// The documents of the issues that were asked for: numbers go by issue, oldest first.
const issuesSet = ({ issues }, size, { year, issue }) => {
  const set = new Uint8Array(size);
  issues.forEach(([key, first], place) => {
    if (issue ? key === issue : key.startsWith(`${year}-`)) set.fill(1, first, issues[place + 1]?.[1] ?? size);
  });
  return set;
};

// The number of a name among the lists of its facet; undefined when it has none.
const numberOf = async (index, kind, name) => {
  const list = (await index.about())[NAMED[kind]];
  if (list) return list.includes(name) ? list.indexOf(name) : undefined;
  const tallies = (await index.facets())[NAMED[kind]];
  return tallies.find((tally) => tally[0] === name)?.[2];
};

const filterSets = async (index, question) => {
  const about = await index.about();
  const sets = [];
  if (question.year || question.issue) sets.push(issuesSet(about, await index.size(), question));
  for (const kind of Object.keys(NAMED).filter((each) => question[each])) {
    const number = await numberOf(index, kind, question[kind]);
    sets.push(number === undefined ? new Uint8Array(await index.size()) : await index.facet(kind, number));
  }
  return sets;
};

// The number of the issue of every document.
const issueNumbers = ({ issues }, size) => {
  const numbers = new Uint32Array(size);
  issues.forEach(([, first], place) => numbers.fill(place, first));
  return numbers;
};

// All words in the headline, then in the lead, then the others; the newest issue first, as printed within it.
const ordered = (about, [all, lead, headline], byDate) => {
  const issueOf = issueNumbers(about, all.length);
  const rank = (id) => (byDate ? 0 : lead[id] + 2 * headline[id]);
  const ids = [...all.keys()].filter((id) => all[id]);
  return ids.sort((one, other) => rank(other) - rank(one) || issueOf[other] - issueOf[one] || one - other);
};

const ask = async (index, question) => {
  if (isUncommon(question.q)) await index.fold();
  const words = wordsOf(question.q);
  const asked = words.filter((word) => keysOf(word).length);
  const about = await index.about();
  if (!asked.length) return { words, ids: [], isExact: true, isRough: false, isAsked: false };
  const [found, filters] = await Promise.all([
    Promise.all(asked.map((word) => index.documents(word))),
    filterSets(index, question),
  ]);
  if (!fold.size && found.some(({ isKnown }) => !isKnown)) {
    await index.fold();
    if (wordsOf(question.q).join() !== words.join()) return ask(index, question);
  }
  const sets = [0, 1, 2].map((rank) => found.map(({ sets: each }) => each[rank]).reduce(both));
  sets[0] = [sets[0], ...filters].reduce(both);
  return {
    words,
    ids: ordered(about, sets, question.order === "date"),
    // Two units are one key: who has the key has the word.
    isExact: words.every((word) => word.length <= 2 && keysOf(word).length),
    isRough: words.some((word) => word.length === 1),
    isAsked: true,
  };
};
