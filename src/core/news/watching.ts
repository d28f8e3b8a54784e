import type { Catalogue, Language } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import type { DailyAsk } from '../daily/ask.ts';
import type { DailyOutcome } from '../daily/outcome.ts';
import type { Clock, Keeper, Readers } from '../ports.ts';
import { MOST_WATCHED } from './readers.ts';
import { fingerprintsOf } from './value.ts';

/** What is asked of the figures that a channel watches. */
export type WatchAsk = Extract<DailyAsk, { kind: 'watch' | 'watch-which' | 'unwatch' | 'watched' }>;

export function isWatchAsk(ask: DailyAsk): ask is WatchAsk {
  return ask.kind === 'watch' || ask.kind === 'watch-which' || ask.kind === 'unwatch' || ask.kind === 'watched';
}

/** Adds and ends watching for those who may change the daily post, and tells everybody what is watched. */
export function createWatching({
  catalogue,
  clock,
  readers,
}: {
  catalogue: Catalogue;
  clock: Clock;
  readers: Readers;
}) {
  const figures = figureIndex(catalogue);

  return async (ask: WatchAsk, { channel, user, permit }: Keeper, language: Language): Promise<DailyOutcome> => {
    const watchedNow = async () => (await readers.watchedIn(channel)).map(({ figure }) => figure);
    if (ask.kind === 'watched') return { kind: 'watched', watched: await watchedNow() };
    if (ask.kind === 'watch-which') return { kind: 'watch-which', figures: ask.figures };
    const allowed = await permit();
    // Whoever may not post any more can still be silenced.
    if (allowed.kind === 'denied' || (allowed.kind !== 'granted' && ask.kind === 'watch'))
      return { kind: 'refused', permit: allowed, ask };
    const before = await watchedNow();
    if (ask.kind === 'unwatch') {
      await readers.unwatch(channel, ask.figure);
      const ended = before.filter((figure) => ask.figure === undefined || figure === ask.figure);
      return { kind: 'unwatched', figures: ended, watched: before.filter((figure) => !ended.includes(figure)) };
    }
    const figure = figures.get(ask.figure);
    // A button of a catalogue that held it.
    if (!figure) return { kind: 'watched', watched: before };
    if (before.includes(figure.id)) return { kind: 'watching', figure: figure.id, isNew: false, watched: before };
    if (before.length >= MOST_WATCHED) return { kind: 'watching-most', watched: before };
    const known = fingerprintsOf(figure);
    await readers.watch({ channel, figure: figure.id, known, setBy: { user, at: clock() }, language });
    return { kind: 'watching', figure: figure.id, isNew: true, watched: [...before, figure.id] };
  };
}
