// The files of the index, format 1: about.json, shards of keys, tables of documents, lists of facets.
// A set of documents is a Uint8Array with one byte a document, 1 for those that are in it.
const GOLDEN = 0x9e3779b1;
const MOST_KEYS = 6; // of one word: more would only cost the reader more bytes

// Reads varints one after the other: little-endian, base 128, high bit = more.
const reader = (bytes, at = 0) => ({
  at,
  get isDone() { return this.at >= bytes.length; },
  next() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[this.at];
      this.at += 1;
      value += (byte & 127) * scale;
      if (!(byte & 128)) return value;
    }
  },
});

// Puts a list of documents into a set; `first` is the number of the segment's first document.
const addList = (set, bytes, first) => {
  if (!bytes.length) return set;
  if (bytes[0] === 1) {
    for (let bit = 0; bit < (bytes.length - 1) * 8; bit += 1) {
      if (bytes[1 + (bit >> 3)] & (1 << (bit & 7))) set[first + bit] = 1;
    }
    return set;
  }
  const numbers = reader(bytes, 1);
  for (let id = first; !numbers.isDone;) {
    id += numbers.next();
    set[id] = 1;
  }
  return set;
};

// Bytes of a shard → key → its three lists: all, lead, headline.
const readShard = (bytes) => {
  const numbers = reader(bytes);
  const entries = [];
  let key = 0;
  for (let left = numbers.next(); left; left -= 1) {
    key += numbers.next();
    entries.push([key, [numbers.next(), numbers.next(), numbers.next()]]);
  }
  let at = numbers.at;
  const cut = (length) => bytes.subarray(at, (at += length));
  return new Map(entries.map(([each, lengths]) => [each, lengths.map(cut)]));
};

const shardOf = (key, shards) => (Math.imul(key, GOLDEN) >>> 0) % shards;

// The keys of a word: its neighbours two by two; a single Han character is a key by itself.
const keysOf = (word) => {
  if (word.length === 1) return HAN.test(word) ? [word.charCodeAt(0)] : [];
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.charCodeAt(at) * 65536 + word.charCodeAt(at + 1));
  const keys = [...new Set(pairs)];
  if (keys.length <= MOST_KEYS) return keys;
  return Array.from({ length: MOST_KEYS }, (_, at) => keys[Math.round((at * (keys.length - 1)) / (MOST_KEYS - 1))]);
};

const both = (one, other) => one.map((is, id) => is & other[id]);

// An index whose files stand below `base`. Nothing is fetched twice.
const openIndex = (base) => {
  const files = new Map();
  const file = (path, read, options) => remembered(files, path, async () => {
    try {
      const answer = await fetch(new URL(path, base), options);
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
      return await read(answer);
    } catch (fault) {
      files.delete(path); // asked again at the next try
      throw fault;
    }
  });
  const json = (answer) => answer.json();
  const bytes = async (answer) => new Uint8Array(await answer.arrayBuffer());

  const index = {
    about: () => file("about.json", json, { cache: "no-cache" }),
    facets: async () => file(`facets.json?v=${(await index.about()).segments.map((each) => each.version).join("")}`, json),
    fold: () => file("fold.json", async (answer) => learnFold(await answer.json())),
    size: async () => (await index.about()).segments.reduce((most, { first, count }) => Math.max(most, first + count), 0),

    // The lists of a key in every segment that has it: [{lists, first}].
    async lists(key) {
      const { segments } = await index.about();
      const found = await Promise.all(segments.map(async ({ name, first, shards, version }) => {
        const number = shardOf(key, shards).toString(16).padStart(4, "0");
        const shard = await file(`${name}/${number}.bin?v=${version}`, async (answer) => readShard(await bytes(answer)));
        return { lists: shard.get(key), first };
      }));
      return found.filter(({ lists }) => lists);
    },

    // The documents that have all keys of a word: {sets: [all, lead, headline], isKnown}.
    async documents(word) {
      const size = await index.size();
      const found = await Promise.all(keysOf(word).map((key) => index.lists(key)));
      const sets = [0, 1, 2].map((rank) => found
        .map((segments) => segments.reduce((set, { lists, first }) => addList(set, lists[rank], first), new Uint8Array(size)))
        .reduce((one, other) => both(one, other), new Uint8Array(size).fill(1)));
      return { sets, isKnown: found.every((segments) => segments.length) };
    },

    // The documents of one facet: kind is tag, unit, section or kind. What came up later than a segment has no
    // list in it.
    async facet(kind, number) {
      const { segments } = await index.about();
      const set = new Uint8Array(await index.size());
      const having = segments.filter(({ lists }) => number < lists[kind]);
      await Promise.all(having.map(async ({ name, first, version }) => {
        const path = `${name}/f-${kind}-${number >> 4}.bin?v=${version}`;
        const shard = await file(path, async (answer) => readShard(await bytes(answer)));
        addList(set, shard.get(number)?.[0] ?? new Uint8Array(), first);
      }));
      return set;
    },

    // What a row says: [path, headline, section number, kind number, day, issue number].
    async entry(id) {
      const { segments, table } = await index.about();
      const { name, first, version } = segments.find((each) => id >= each.first && id < each.first + each.count);
      const rows = await file(`${name}/t${Math.floor((id - first) / table)}.json?v=${version}`, json);
      return rows[(id - first) % table];
    },
  };
  return index;
};
