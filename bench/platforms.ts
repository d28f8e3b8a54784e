import { discordLatency, discordMemory } from './discord.ts';
import { discordFanout } from './fanout.ts';
import { benchSlack } from './slack.ts';
import { milliseconds, table } from './table.ts';

/** From a slash command to its answer, beside a bare Bolt app. */
export async function slack(): Promise<string> {
  const rows = await benchSlack();
  return table(
    ['what', 'measured', 'expected'],
    rows.map(({ what, value, target = '' }) => [what, value, target]),
  );
}

/** From an interaction to its answer, and memory after many messages, beside bare discord.js bots. */
export async function discord(): Promise<string> {
  const latency = table(
    ['bot', 'median ms', 'p99 ms', 'to fixed text', 'to same answers'],
    (await discordLatency()).map(({ bot, medianMs, p99Ms, toFixedText, toSameAnswers }) => [
      bot,
      milliseconds(medianMs),
      milliseconds(p99Ms),
      toFixedText.toFixed(2),
      toSameAnswers.toFixed(2),
    ]),
  );
  const memory = table(
    ['bot', 'messages', 'heap MB', 'RSS MB'],
    (await discordMemory()).map(({ bot, messages, heapMb, rssMb }) => [
      bot,
      messages.toLocaleString('en'),
      heapMb.toFixed(1),
      rssMb.toFixed(1),
    ]),
  );
  return `${latency}\n\n${memory}`;
}

/** Posts that are due in the same minute, and the answers that people wait for meanwhile. */
export async function fanout(): Promise<string> {
  const { channels, seconds, ratio, wrong, tooMany, slash, mention } = await discordFanout();
  const times = ({ quiet, meanwhile }: { quiet: number; meanwhile: number }) =>
    `${milliseconds(meanwhile)} (quiet: ${milliseconds(quiet)})`;
  return table(
    ['what', 'measured', 'expected'],
    [
      [`seconds for ${channels.toLocaleString('en')} channels`, seconds.toFixed(1), ''],
      ["to the limit's own time", ratio.toFixed(3), 'at most 1.1'],
      ['channels without exactly one post', String(wrong), '0'],
      ['requests refused as too many (429)', String(tooMany), '0'],
      ['slash command to answer meanwhile, median ms', times(slash), ''],
      ['mention to answer meanwhile, median ms', times(mention), ''],
    ],
  );
}
