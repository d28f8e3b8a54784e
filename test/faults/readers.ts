import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../src/adapters/storage/open-store.ts';
import type { Channel } from '../../src/core/daily/subscription.ts';
import { fingerprintsOf } from '../../src/core/news/value.ts';
import { FILE_NAMES } from '../../src/data/checking/read.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import type { Figure } from '../../src/data/schema.ts';
import type { FakeDiscord } from '../support/discord/fake-discord.ts';
import type { Guild } from '../support/discord/world.ts';
import type { FakeSlack } from '../support/slack/fake-slack.ts';

/** Channels of both platforms that have to hear of a correction. */
export type Readers = {
  /** The folder of the catalogue. */
  catalogue: string;
  /** Corrects the figure in the files; the program learns of it when it is told to read them again. */
  correct(): void;
  /** How many notes about the correction stand in each channel. */
  told(): number[];
};

const COUNT = 12;
const FIGURE = 'recommendation-batches';

/** Sets up channels that watch a figure; beside them nobody but the bot speaks there. */
export async function openReaders(parts: {
  slack: FakeSlack;
  discord: FakeDiscord;
  guild: Guild;
  store: Store;
  folder: string;
}): Promise<Readers> {
  const { slack, discord, guild, store, folder } = parts;
  const catalogue = join(folder, 'catalogue');
  mkdirSync(catalogue);
  for (const file of FILE_NAMES) cpSync(join('src/data', file), join(catalogue, file));
  const { figures } = await loadCatalogue();
  const known = fingerprintsOf(figures.find(({ id }) => id === FIGURE) as Figure);
  const rooms = Array.from({ length: COUNT }, (_, index): { channel: Channel; told: () => number } => {
    const name = `reader-${index}`;
    if (index % 2 === 0) {
      const { id } = slack.workspace.addChannel({ name });
      const isHere = (message: { channel: string; change: string }) =>
        message.channel === id && message.change === 'posted';
      const channel = { platform: 'slack', workspace: slack.workspace.teamId, id } as const;
      return { channel, told: () => slack.messages.filter(isHere).length };
    }
    const room = discord.channel(guild, name);
    const channel = { platform: 'discord', workspace: guild.id, id: room.id } as const;
    return { channel, told: () => discord.messagesIn(room).length };
  });
  for (const { channel } of rooms) {
    const setBy = { user: 'U1', at: new Date() };
    await store.readers.watch({ channel, figure: FIGURE, known, setBy, language: 'en' });
  }
  return {
    catalogue,
    correct() {
      const file = join(catalogue, 'figures.json');
      const data = JSON.parse(readFileSync(file, 'utf8')) as { figures: { id: string; observations: object[] }[] };
      Object.assign(data.figures.find(({ id }) => id === FIGURE)?.observations[0] ?? {}, { value: 4 });
      writeFileSync(file, JSON.stringify(data));
    },
    told: () => rooms.map(({ told }) => told()),
  };
}
