// The normalised stream of the search index, format 1 (plugins/web/search/stream.py makes the same in Python):
// NFKC, lower case, Simplified, then only letters, digits and the dot between two digits. Here with the way
// back: each unit of the stream knows which characters of the text it came from.
const CLUSTER = /[\s\S][\p{M}\uff9e\uff9f\u1160-\u11ff]*/gu; // what NFKC may make one character of
const LETTER = /[\p{L}\p{Nd}\u3007\u{20000}-\u{3ffff}]/u; // Han that a browser does not know yet, too
const DIGIT = /\p{Nd}/u;
const HAN = /[\u3007\u3400-\u9fff\uf900-\ufaff]/;
const PHRASE = /[«"“＂]([^»"”＂]*)[»"”＂]?|[^\s«»"“”＂]+/gu;

const fold = new Map(); // Traditional → Simplified, one character each; empty until it is asked for
const plain = new Map(); // cluster → its characters after NFKC and lower case
const kept = new Map(); // character → whether it is a letter or a digit

const remembered = (known, key, made) => {
  if (!known.has(key)) known.set(key, made(key));
  return known.get(key);
};

const learnFold = ([traditional, simplified]) => {
  const plainly = [...simplified];
  [...traditional].forEach((character, place) => fold.set(character, plainly[place]));
};

// text → {text, stream, from, to}: unit i of the stream stands for text.slice(from[i], to[i]).
const streamOf = (text) => {
  const characters = [];
  const places = [];
  for (const found of text.matchAll(CLUSTER)) {
    const place = [found.index, found.index + found[0].length];
    const parts = remembered(plain, found[0], (cluster) => [...cluster.normalize("NFKC").toLowerCase()]);
    for (const character of parts) {
      characters.push(character);
      places.push(place);
    }
  }
  const isDigit = (at) => at >= 0 && at < characters.length && DIGIT.test(characters[at]);
  const streamed = { text, stream: "", from: [], to: [] };
  characters.forEach((character, at) => {
    const stays = character === "."
      ? isDigit(at - 1) && isDigit(at + 1)
      : remembered(kept, character, (each) => LETTER.test(each));
    if (!stays) return;
    const units = fold.get(character) || character;
    streamed.stream += units;
    for (let unit = 0; unit < units.length; unit += 1) {
      streamed.from.push(places[at][0]);
      streamed.to.push(places[at][1]);
    }
  });
  return streamed;
};

// What the reader asks for: words and quoted phrases, each as a stream.
const wordsOf = (query) => {
  const streams = [...query.matchAll(PHRASE)].map((found) => streamOf(found[1] ?? found[0]).stream);
  return [...new Set(streams.filter(Boolean))];
};

// Where the words stand in a text: [from, to, word], in order, none within another.
const placesOf = (streamed, words) => {
  const found = [];
  for (const word of words) {
    for (let at = streamed.stream.indexOf(word); at >= 0; at = streamed.stream.indexOf(word, at + word.length)) {
      found.push([streamed.from[at], streamed.to[at + word.length - 1], word]);
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return found.filter(([from], place) => !found.slice(0, place).some((before) => before[1] > from));
};
