import { axisOf, type Stated } from '../../catalogue/stated.ts';
import type { Words } from '../wording/language-words.ts';

/** What the values of a chart count, in a word under its title: of the first of them, since all stand on one axis. */
export function axisTitle(stated: Stated | undefined, words: Words): string {
  return words.text(TITLES[(stated && axisOf(stated.figure)) ?? 'count']);
}

const TITLES = {
  count: 'chartCounts',
  rate: 'chartCounts',
  money: 'chartMoney',
  price: 'chartPerShare',
  percent: 'chartPercent',
} as const;
