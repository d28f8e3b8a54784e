import type { Catalogue } from '../../../data/schema.ts';
import type { Stated } from '../../catalogue/stated.ts';
import type { Shown } from '../../news/readers.ts';
import type { Button, Inline, Message, Part } from '../message.ts';
import type { FigureWords } from '../wording/figures.ts';
import type { Words } from '../wording/language-words.ts';

/** What every kind of answer is worded with. */
export type Tools = {
  catalogue: Catalogue;
  words: Words;
  figures: FigureWords;
  /** The catalogue's own place, and inside a sentence "in …"; what it is about as a title and behind "ask about"; a figure to ask for. */
  home: { home: string; inHome: string; subject: string; about: string; example: string };
  version: string;
  /** The day of the answer (2026-11-25), which tells what is out of date. */
  today?: string;
};

/** An answer in words, before the notes on how its question was read; for everyone unless it says otherwise. */
export type Drawn = {
  parts: Part[];
  buttons?: Button[];
  /** What else to keep in mind, sentence by sentence: the last line of small print, with how the question was read. */
  remarks?: Inline[][];
  /** What the buttons are for. */
  invitation?: 'choices' | 'nearSome' | 'nearAny' | 'more' | 'examples' | 'dailyDo' | 'dailyDidYouMean';
  /** The values that it tells: what a platform shows of their source and date beside the words. */
  shown?: readonly Stated[];
  /** As what it can be drawn again, where it tells one value and nothing else. */
  form?: Shown['form'];
  audience?: Message['audience'];
};
