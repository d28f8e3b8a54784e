/** What a question's words are looked up in: documents, each a list of phrases, each a list of word numbers. */
export type Phrases = readonly (readonly number[])[];

/** A word of the question with the trust in it: 1 as typed, less when it was corrected. */
type QueryWord = { word: number; trust: number };

/** How well one document fits the words of a question. */
export type Fit = {
  document: number;
  /** Share of the question's weight that the document's words explain, 0 to 1. */
  coverage: number;
  /** Share of its best phrase that the question holds, 0 to 1. */
  completeness: number;
  /** How alike the question and that phrase are: the harmonic mean of what each holds of the other, 0 to 1. */
  likeness: number;
};

export type Postings = {
  /** The best-fitting documents, best first. In: the question's words, and how many of its words no document knows. */
  search(words: readonly QueryWord[], unknown: number): Fit[];
  /** Whether a document has a word in any of its phrases. */
  holds(document: number, word: number): boolean;
};

const MOST_FITS = 12;
/** How much an unknown word counts against the answer, as a share of the rarest known word: it may be mere chatter. */
const UNKNOWN_SHARE = 0.6;

export function buildPostings(documents: readonly Phrases[], vocabularySize: number): Postings {
  const index = fileWords(documents, vocabularySize);
  const total = documents.length;
  const idf = Float32Array.from({ length: vocabularySize }, (_, word) => {
    const frequency = spanLength(index.wordStart, word);
    return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
  });
  const rarest = Math.log(1 + (total + 0.5) / 0.5);

  // Scores are kept in arrays that live on, and only the touched places are cleared, so that a search allocates little.
  const covered = new Float32Array(total);

  const holds = (document: number, word: number) => contains(index.documents, index.wordStart, word, document);

  return {
    holds,
    search(asked, unknown) {
      const words = [...asked].sort((a, b) => (idf[b.word] ?? 0) - (idf[a.word] ?? 0));
      const whole = words.reduce((sum, { word }) => sum + (idf[word] ?? rarest), unknown * rarest * UNKNOWN_SHARE);
      const touched: number[] = [];
      const add = (document: number, weight: number, trust: number) => {
        if (covered[document] === 0) touched.push(document);
        covered[document] = (covered[document] ?? 0) + weight * trust;
      };
      for (const { word, trust } of words) {
        const weight = idf[word] ?? 0;
        const from = index.wordStart[word] ?? 0;
        const to = index.wordStart[word + 1] ?? from;
        // A frequent word cannot bring a new winner once rarer words have named enough documents.
        if (touched.length >= MOST_FITS && to - from > 8 * touched.length) {
          for (const document of touched) if (holds(document, word)) add(document, weight, trust);
        } else {
          for (let i = from; i < to; i++) add(index.documents[i] ?? 0, weight, trust);
        }
      }
      const held = new Set(asked.map(({ word }) => word));
      const best = bestOf(touched, covered);
      const fits = best.map((document) => ({
        document,
        coverage: whole === 0 ? 0 : (covered[document] ?? 0) / whole,
        ...bestPhrase(index, document, held, whole, idf),
      }));
      for (const document of touched) covered[document] = 0;
      return fits;
    },
  };
}

type Files = {
  /** Documents of each word, ascending; the documents of word w are those from wordStart[w] to wordStart[w + 1]. */
  documents: Uint32Array;
  wordStart: Uint32Array;
  /** Words of each phrase, and phrases of each document, laid end to end in the same way. */
  words: Uint32Array;
  phraseStart: Uint32Array;
  documentStart: Uint32Array;
};

function fileWords(documents: readonly Phrases[], vocabularySize: number): Files {
  const phraseCount = documents.reduce((sum, phrases) => sum + phrases.length, 0);
  const wordCount = documents.reduce((sum, phrases) => sum + phrases.reduce((s, phrase) => s + phrase.length, 0), 0);
  const words = new Uint32Array(wordCount);
  const phraseStart = new Uint32Array(phraseCount + 1);
  const documentStart = new Uint32Array(documents.length + 1);
  const frequency = new Uint32Array(vocabularySize + 1);
  let word = 0;
  let phrase = 0;
  const distinct = new Set<number>();
  documents.forEach((phrases, document) => {
    distinct.clear();
    for (const one of phrases) {
      for (const number of one) {
        words[word++] = number;
        distinct.add(number);
      }
      phraseStart[++phrase] = word;
    }
    documentStart[document + 1] = phrase;
    for (const number of distinct) frequency[number + 1] = (frequency[number + 1] ?? 0) + 1;
  });
  const wordStart = new Uint32Array(vocabularySize + 1);
  for (let i = 1; i <= vocabularySize; i++) wordStart[i] = (wordStart[i - 1] ?? 0) + (frequency[i] ?? 0);
  const filed = new Uint32Array(wordStart[vocabularySize] ?? 0);
  const next = wordStart.slice();
  documents.forEach((phrases, document) => {
    distinct.clear();
    for (const one of phrases) for (const number of one) distinct.add(number);
    for (const number of distinct) {
      const place = next[number] ?? 0;
      filed[place] = document;
      next[number] = place + 1;
    }
  });
  return { documents: filed, wordStart, words, phraseStart, documentStart };
}

/** The documents with most covered, best first. A frequent word touches too many to sort them all. */
function bestOf(documents: readonly number[], covered: Float32Array): number[] {
  const best: number[] = [];
  const isBetter = (one: number, other: number | undefined) => {
    if (other === undefined) return true;
    const lead = (covered[one] ?? 0) - (covered[other] ?? 0);
    return lead > 0 || (lead === 0 && one < other);
  };
  for (const document of documents) {
    if (best.length === MOST_FITS && !isBetter(document, best.at(-1))) continue;
    let at = best.length;
    while (at > 0 && isBetter(document, best[at - 1])) at--;
    best.splice(at, 0, document);
    if (best.length > MOST_FITS) best.pop();
  }
  return best;
}

function bestPhrase(index: Files, document: number, held: ReadonlySet<number>, asked: number, idf: Float32Array) {
  let best = { completeness: 0, likeness: 0 };
  for (let phrase = index.documentStart[document] ?? 0; phrase < (index.documentStart[document + 1] ?? 0); phrase++) {
    let whole = 0;
    let present = 0;
    const from = index.phraseStart[phrase] ?? 0;
    const to = index.phraseStart[phrase + 1] ?? 0;
    for (let i = from; i < to; i++) {
      const word = index.words[i] ?? 0;
      const weight = idf[word] ?? 0;
      whole += weight;
      if (held.has(word)) present += weight;
    }
    if (present === 0) continue;
    const completeness = present / whole;
    const share = asked === 0 ? 0 : Math.min(1, present / asked);
    const likeness = share === 0 ? 0 : (2 * completeness * share) / (completeness + share);
    if (likeness > best.likeness) best = { completeness, likeness };
  }
  return best;
}

function spanLength(start: Uint32Array, at: number): number {
  return (start[at + 1] ?? 0) - (start[at] ?? 0);
}

/** Binary search among the documents of one word. */
function contains(documents: Uint32Array, start: Uint32Array, word: number, document: number): boolean {
  let low = start[word] ?? 0;
  let high = (start[word + 1] ?? low) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = documents[middle] ?? 0;
    if (found === document) return true;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
