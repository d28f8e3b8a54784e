import type { Engine } from './engine.ts';
import { flexSearch } from './flexsearch.ts';
import { fuseDefault, fuseTokens, fuseTokensWithoutStopWords } from './fuse.ts';
import { miniSearch, miniSearchWithoutStopWords } from './minisearch.ts';

/** The libraries that this engine is measured against, each also as its best friend would set it up. */
export const PEERS: readonly Engine[] = [
  fuseDefault,
  fuseTokens,
  fuseTokensWithoutStopWords,
  miniSearch,
  miniSearchWithoutStopWords,
  flexSearch,
];
