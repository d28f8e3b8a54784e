import { createSuggester } from '../../core/commands/suggest.ts';
import { REPORTED } from '../../core/feedback/misses.ts';
import type { CountedMiss } from '../../core/ports.ts';
import type { Catalogue } from '../../data/schema.ts';

/** The missed words for a curator, each with what to write where if it means the figure that was offered instead, and the figures that people reported. */
export function missLines(counted: readonly CountedMiss[], catalogue: Catalogue): string[] {
  if (counted.length === 0)
    return [
      'In the last 90 days no number was reported, and no word was asked for in vain or KEEP_MISSES is not true.',
    ];
  const suggest = createSuggester(catalogue);
  return counted.map(({ word, language, count, near }) => {
    const times = String(count).padStart(5);
    if (word === REPORTED)
      return `${times}  reported as wrong (${language})  figures.json, ${near}: check its observations`;
    const likely = near ?? suggest(word, 'figure', language)[0]?.value;
    const figure = catalogue.figures.find(({ id }) => id === likely);
    const suggestion = figure
      ? `if it means ${figure.label.en}: figures.json, ${figure.id}, keywords.${language}: add ${JSON.stringify(word)}`
      : `no figure is near: gaps.json has a place for what is not held`;
    return `${times}  ${word} (${language})  ${suggestion}`;
  });
}
