// Candidates are looked up in the articles' own pages, which also give the extracts, several at a time, told in order:
// few before the first row is there, as they share what the line carries.
const AT_FIRST = 2;
const AT_ONCE = 6;
const MOST_IN_VAIN = 120; // pages read without one hit, before the search for the whole phrase is given up
const EXTRACT = 90; // characters
const BEFORE = 24; // of them at most before the first hit
const PAGES_KEPT = 300;
const EXTRACTED = ["body", "standfirst", "deck", "kicker", "credit", "number"];
const SENTENCE_ENDS = ["。", "！", "？", "；", "\n"];

const openPages = (root) => {
  const pages = new Map();
  const parser = new DOMParser();
  const read = async (path) => {
    const answer = await fetch(new URL(path, root));
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    const page = parser.parseFromString(await answer.text(), "text/html");
    return fieldElements(page).map(([name, element]) => ({ name, text: textOf(element).text }));
  };
  // path → its fields, each {name, text}; undefined when the page cannot be read.
  return (path) => {
    if (pages.size > PAGES_KEPT) pages.clear();
    return remembered(pages, path, () => read(path).catch(() => { pages.delete(path); }));
  };
};

// The fields with their streams, made again when the table of Traditional characters has come since.
const streamed = (fields) => {
  if (fields && fields.foldSize !== fold.size) {
    fields.forEach((field) => Object.assign(field, streamOf(field.text)));
    fields.foldSize = fold.size;
  }
  return fields;
};

// A page that cannot be read is not held against its article.
const hasAll = (fields, words) => !fields || words.every((word) => fields.some(({ stream }) => stream.includes(word)));

// Of the hits the one with the most different words close after it, the earliest of these.
const bestPlace = (places) => {
  const score = ([start]) => new Set(
    places.filter(([from, to]) => from >= start && to <= start + EXTRACT - BEFORE).map(([, , word]) => word),
  ).size;
  return places.reduce((best, place) => (score(place) > score(best) ? place : best));
};

// Where an extract begins: at a sentence, if one begins shortly before the hit.
const startOf = (text, hit) => {
  const lead = text.slice(Math.max(0, hit - BEFORE), hit);
  const sentence = Math.max(...SENTENCE_ENDS.map((mark) => lead.lastIndexOf(mark)));
  const from = hit - lead.length + sentence + 1;
  return { from, isCut: from > 0 && sentence < 0 };
};

// Text with hits → pieces [words, isHit].
const pieces = (text, places) => {
  const made = [];
  let at = 0;
  for (const [from, to] of places) {
    made.push([text.slice(at, from), false], [text.slice(from, to), true]);
    at = to;
  }
  return [...made, [text.slice(at), false]].filter(([words]) => words);
};

// The extract of an article around its hits, as pieces; where only the headline has them, its beginning.
const extractOf = (fields, words) => {
  const named = EXTRACTED.map((name) => fields.find((field) => field.name === name)).filter(Boolean);
  const hit = named.find((field) => placesOf(field, words).length);
  const chosen = hit || named.find(({ name }) => name === "standfirst") || named[0];
  if (!chosen) return [];
  const text = chosen.text.replace(/\s/g, " ");
  const places = placesOf(chosen, words);
  const best = places.length ? bestPlace(places) : [0, 0];
  const { from, isCut } = startOf(chosen.text, best[0]);
  const to = Math.max(from + EXTRACT, best[1]);
  const inside = places.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start - from, end - from]);
  const cut = pieces(text.slice(from, to), inside);
  return [...(isCut ? [["…", false]] : []), ...cut, ...(to < text.length ? [["…", false]] : [])];
};

const pairsOf = (word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));

// The rows of an answer, on demand. count: how many there are as far as is known; isCounted: surely so; words: what
// is to be marked; isApart: nothing has the whole phrase (hasGivenUp: as far as was looked), rows have its parts.
const openRows = (index, pageOf, answer) => {
  let next = 0;
  const rows = {
    count: answer.ids.length, isCounted: answer.isExact && !answer.isRough, words: answer.words,
    hits: 0, isApart: false, hasGivenUp: false, isDone: !answer.ids.length,
  };

  const look = async (id) => {
    const entry = await index.entry(id);
    const row = { entry, read: () => pageOf(entry[0]) };
    if (answer.isExact || rows.isApart) return row;
    const fields = await row.read();
    if (hasAll(streamed(fields), answer.words)) return row;
    if (fold.size || !fields.some(({ text }) => isUncommon(text))) return null;
    await index.fold();
    return hasAll(streamed(fields), answer.words) ? row : null;
  };

  const startAgain = () => {
    next = 0;
    Object.assign(rows, {
      isApart: true, count: answer.ids.length, isCounted: !answer.isRough,
      words: [...new Set(answer.words.flatMap((word) => (word.length > 2 ? pairsOf(word) : [word])))],
    });
  };

  // Gives up to `wanted` rows, one after the other; `isStale` says that nobody waits for them any more.
  rows.take = async function* take(wanted, isStale) {
    const ahead = [];
    let [given, hasAnswered] = [0, false];
    while (given < wanted && !isStale()) {
      const atOnce = hasAnswered ? AT_ONCE : AT_FIRST;
      while (next < answer.ids.length && ahead.length < Math.min(atOnce, wanted - given)) {
        const row = look(answer.ids[next]);
        row.catch(() => {}); // told when its turn comes
        ahead.push(row);
        next += 1;
      }
      const isInVain = !rows.isApart && !rows.hits && next > MOST_IN_VAIN;
      rows.hasGivenUp = rows.hasGivenUp || isInVain;
      if (!ahead.length || isInVain) break;
      const row = await ahead.shift();
      hasAnswered = true;
      if (row) {
        given += 1;
        rows.hits += 1;
        yield row;
      } else rows.count -= 1;
    }
    if (isStale()) return;
    if (!rows.hits && answer.ids.length && !rows.isApart) {
      startAgain();
      yield* rows.take(wanted, isStale);
      return;
    }
    rows.isDone = next >= answer.ids.length;
    rows.isCounted = rows.isCounted || (rows.isDone && !answer.isRough);
  };
  return rows;
};
