// src/core/messages/citing: references in the styles of APA and GB/T 7714.
// Imported by: core/messages.

import type { Source } from '../../../data/schema.ts';
import { apa } from './apa.ts';
import { gbt7714 } from './gbt7714.ts';

/** The forms of reference that the bot writes, by the names that their users know. */
export const STYLES = ['APA 7', 'GB/T 7714-2015'] as const;

export type Style = (typeof STYLES)[number];

/** A source as an entry of a list of references. It is the same for every reader: each style has its own language. */
export function reference(source: Source, style: Style): string {
  switch (style) {
    case 'APA 7':
      return apa(source);
    case 'GB/T 7714-2015':
      return gbt7714(source);
  }
}
