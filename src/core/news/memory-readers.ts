import { type Channel, placeOf } from '../daily/subscription.ts';
import type { Readers } from '../ports.ts';
import { MOST_VALUES, type Showing, type Watch } from './readers.ts';

/** Who was shown and who watches what, for as long as the process lives: for where nothing is posted. */
export function createMemoryReaders(): Readers {
  let showings: Showing[] = [];
  let watches: Watch[] = [];
  const isIn = (channel: Channel) => (one: { channel: Channel }) => placeOf(one.channel) === placeOf(channel);
  return {
    async remember(channel, message, { values, form, language }) {
      showings = showings.filter((one) => !isIn(channel)(one) || one.message !== message);
      const added = values.slice(0, MOST_VALUES).map((value) => ({ channel, message, value, form, language }));
      showings.push(...added);
    },
    shownIn: async (channel) => showings.filter(isIn(channel)),
    watchedIn: async (channel) => watches.filter(isIn(channel)),
    async watchedBy({ platform, workspace }, user) {
      const theirs = watches.filter(
        ({ channel, setBy }) => channel.platform === platform && channel.workspace === workspace && setBy.user === user,
      );
      return [...new Set(theirs.map(({ figure }) => figure))].sort();
    },
    async watch(watch) {
      const isWatched = watches.some((one) => isIn(watch.channel)(one) && one.figure === watch.figure);
      if (!isWatched) watches.push(watch);
    },
    async unwatch(channel, figure) {
      watches = watches.filter((one) => !isIn(channel)(one) || (figure !== undefined && one.figure !== figure));
    },
  };
}
