import type { en } from './en.ts';

/** All sentences of one language by key. */
export type Wording = Record<keyof typeof en, string>;
