import type { Language } from '../data/schema.ts';
import type { Scope } from './catalogue/scope.ts';
import type { DailyAsk } from './daily/ask.ts';

/** What was asked, after reading: plain data, small enough for a button to carry, and read back the same. */
export type Question =
  /** One or several facts, with what they count where that is asked; `missing` are the parts of the sentence that were not understood or are not held. */
  | ({
      kind: 'figure';
      figures: string[];
      currency?: 'USD';
      defines?: true;
      claim?: Claim;
      missing?: Missing[];
    } & Scope)
  | ({ kind: 'compare'; left: string; right: string } & Scope)
  /** A number made of two figures; `relation` names it where the catalogue judges it. */
  | ({ kind: 'derive'; operation: Operation; left: string; right: string; relation?: string; currency?: 'USD' } & Scope)
  /** The figures of some topics, or of all; by pages, the first unless another is asked. */
  | { kind: 'list'; topics: string[]; page?: number }
  /** All values of some topics, or of all, as a file for a spreadsheet. */
  | { kind: 'export'; topics: string[] }
  /** Counts or sums of one unit, drawn as bars, of these figures, or where `topics` are named, of all in them; a development as a line. */
  | ({ kind: 'chart'; figures: string[]; topics?: string[] } & Scope)
  | { kind: 'overview' }
  /** One fact, any but the one just shown. */
  | { kind: 'fact'; after?: string }
  | ({ kind: 'choice'; figures: string[] } & Scope)
  /** Not quite what was asked: `words` were not taken into account, as typed; without any it is only unsure that this was meant. */
  | ({ kind: 'nearest'; figures: string[]; words: string[] } & Scope)
  | { kind: 'unknown'; missing: Missing; near: string[] }
  /** About the bot, or where some figures come from and how old they are, as told of some time and place. */
  | ({ kind: 'about'; what: 'source' | 'age' | 'bot'; figures: string[] } & Scope)
  /** What the bot can do, or how one thing is done that was wished in plain words. */
  | { kind: 'help'; with?: 'export' | 'report' }
  /** Sets the language of a place, or without one tells it. */
  | { kind: 'language'; set?: Language | 'auto'; wanted?: Language }
  /** About the daily post of the channel that it is asked in. */
  | { kind: 'daily'; ask: DailyAsk }
  /** What somebody said, to be held against the sources; `unread` are its numbers that no figure was found for. */
  | { kind: 'check'; claims: FigureClaim[]; unread?: Unread[]; most?: number }
  | { kind: 'greeting'; what: 'hello' | 'thanks' | 'bye' };

export type Operation = 'ratio' | 'share' | 'difference' | 'sum' | 'rate' | 'product';

/** A number that somebody says or asks about; several values are alternatives ("48 or 49"). */
export type Claim = { values: number[]; bound: 'exactly' | 'over' | 'under' | 'about'; unit?: 'USD' };

/** A claim about a figure, with all that it says about time, place and progress; a year or place that it does not name is left out. */
export type FigureClaim = Claim & {
  figure: string;
  year?: number;
  place?: string;
  /** It says that something has been done which may only be planned. */
  done?: true;
  /** The words that say it; a button does not carry them. */
  quote?: string;
  /** Words inside the claim that were not understood and may narrow it. */
  ignored?: string[];
};

/** A number that cannot be held against anything, in the words around it, and why. */
export type Unread = { quote: string; missing: Missing };

/** Why something cannot be answered. */
export type Missing =
  | { kind: 'words'; words: string[] }
  | { kind: 'gap'; gap: string }
  | { kind: 'place'; place: string; figures: string[] }
  /** `place`: the only one whose times count, where the question is about one. */
  | { kind: 'year'; year: string; figures: string[]; place?: string }
  /** Something about a known figure that the sources do not say: its parts by name, its location, its reasons. */
  | {
      kind: 'detail';
      detail:
        | 'names'
        | 'trend'
        | 'location'
        | 'reason'
        | 'people'
        | 'date'
        | 'currency'
        | 'sum'
        | 'chart'
        | 'progress'
        | 'part'
        | 'nature'
        | 'future'
        | 'judgement'
        | 'amount';
      figures: string[];
    }
  | { kind: 'number'; value: number }
  | { kind: 'nonsense' }
  | { kind: 'too-long'; most: number }
  /** A number that may belong to any of these figures. */
  | { kind: 'which'; figures: string[] }
  /** A number, or a percentage, of which the text does not tell what it counts. */
  | { kind: 'uncounted' }
  | { kind: 'percentage' }
  /** A text to be checked that says no number. */
  | { kind: 'no-number' }
  /** A follow-up to what is not remembered. */
  | { kind: 'forgotten' }
  /** A follow-up of which the conversation does not tell what it means. */
  | { kind: 'no-context' };
