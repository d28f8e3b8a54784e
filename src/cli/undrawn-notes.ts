import { missingFrom } from '../adapters/charts/fonts.ts';
import type { Catalogue } from '../data/schema.ts';

/** What stands in the catalogue and not in the font of charts, in a sentence for each file and id: such charts are sent as text. */
export function undrawnNotes({ figures, places, topics, sources }: Catalogue): string[] {
  const files = { 'figures.json': [...topics, ...figures], 'places.json': places, 'sources.json': sources };
  return Object.entries(files).flatMap(([file, entries]) =>
    entries.flatMap((entry) => {
      const missing = missingFrom(JSON.stringify(entry));
      return missing.length === 0
        ? []
        : [
            `${file}, ${entry.id}: the font of charts lacks ${missing.join(' ')}; charts with it are sent as text (tools/make-fonts.mjs makes the font)`,
          ];
    }),
  );
}
