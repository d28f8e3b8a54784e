import type { Guild } from 'discord.js';
import { languageOfLocale } from '../installation/command-names.ts';
import { commandMention } from '../installation/registration.ts';
import { post } from '../outbound/post.ts';
import { renderLine } from '../render/render.ts';
import { word } from '../render/words.ts';
import { permissionsIn } from '../transport/channel.ts';
import { described } from '../transport/failure.ts';
import type { Session } from './session.ts';

/** How long after the bot was added to a server it still says what it is there for, in milliseconds: as after a restart. */
const LATELY_MS = 60 * 60_000;

/** Says in one line what the bot is there for, once, in the channel that a server has for such messages and where the bot may write. */
export async function welcome(session: Session, guild: Guild, now: Date): Promise<void> {
  const { client, systemChannelId: channelId, joinedTimestamp, preferredLocale } = guild;
  if (!channelId || now.getTime() - joinedTimestamp > LATELY_MS) return;
  if (!permissionsIn(client, channelId)?.has(['ViewChannel', 'SendMessages'])) return;
  const { introductions, bot, rest, timings, ended: signal, log } = session;
  if (!(await introductions.first({ platform: 'discord', workspace: guild.id, id: channelId }))) return;
  const [ask, daily] = ['ask', 'daily setup'].map((name) => commandMention(session, name));
  const language = languageOfLocale(preferredLocale) ?? 'en';
  const { about } = bot.subject(language);
  const line = word('welcome', language, { about, ask: ask ?? '', daily: daily ?? '' });
  try {
    await post(rest, { channelId, nonce: `w${guild.id}` }, () => renderLine(line), { embeds: false, timings, signal });
  } catch (error) {
    log.info('discord server could not be welcomed', described(error));
  }
}
