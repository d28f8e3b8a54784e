import * as fc from 'fast-check';
import { type FakeDiscord, startFakeDiscord } from '../../support/discord/fake-discord.ts';
import type { Happening } from '../../support/discord/world.ts';
import { discordEnvironment } from '../../support/environment.ts';
import { changed, changes, type Json, strangeValue } from '../mutations.ts';
import { runProgram } from '../running-program.ts';
import { insist, type Target } from '../target.ts';
import { nasty } from '../texts.ts';

/** An event with changes made to it, an event of another name, or an operation that nobody knows. */
type Input = { seed: number; made: Parameters<typeof changed>[1]; name: string | undefined } | { op: number; d: Json };

const inputs: fc.Arbitrary<Input> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      seed: fc.nat(1_000),
      made: changes,
      name: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: nasty }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constantFrom(-1, 2, 50, 1e9), d: strangeValue }) },
);

/** Events of the gateway, to the real program with the real client library. */
export const discordGateway: Target = {
  name: "Discord's gateway",
  arbitrary: fc.array(inputs, { minLength: 1, maxLength: 12 }),
  clock: () => performance.now(),
  // What is timed is how soon the program does something else.
  waitsMs: 400,
  async open() {
    const discord = await startFakeDiscord({ limitsRoutes: false });
    const seeds: Happening[] = [];
    discord.world.onHappening((happening) => seeds.push(happening));
    const program = runProgram({ ...discordEnvironment(discord), LOG_LEVEL: 'debug' }, [discord.token]);
    await program.says('platform started');
    await actAll(discord);
    const recorded = [...seeds];
    return {
      async take(input) {
        for (const each of input as Input[]) send(discord, each, recorded);
        await program.isAlive();
        return program.look;
      },
      async settle() {
        await answersStill(discord);
        for (const { author, pings } of [...discord.world.channels.values()].flatMap(({ messages }) => messages))
          insist(
            author !== discord.bot || (!pings.everyone && pings.users.length + pings.roles.length === 0),
            'the bot calls somebody',
          );
      },
      async close() {
        await program.close();
        await discord.close();
      },
    };
  },
};

/** Everything that people and servers do, as the fake tells the bot of it. */
async function actAll(discord: FakeDiscord): Promise<void> {
  const guild = discord.guild('Harbin');
  discord.addBot(guild);
  const channel = discord.channel(guild, 'general');
  const mei = discord.user('Mei', { locale: 'zh-CN' });
  const answer = await discord.slash(mei, channel, 'harbin ask', { question: 'how many labs?' }).answered();
  await discord.slash(mei, channel, 'harbin daily status').answered();
  await discord.autocomplete(mei, channel, 'harbin ask', 'question', 'lab').choices();
  await discord.click(answer, 'Universities & colleges', mei).answered();
  const menu = await discord.slash(mei, channel, 'harbin ask', { question: 'how many enterprises?' }).answered();
  await discord.select(menu, 'Enterprises that got awards', mei).answered();
  await discord.messageAction('Check this number', answer, mei).answered();
  await discord.mention(mei, channel, 'labs?').answered();
  await discord.directMessage(mei, 'labs?').answered();
  discord.thread(channel, 'talk');
  const other = discord.channel(guild, 'other');
  discord.edit(discord.say(mei, channel, 'words').message, 'other words');
  discord.faults.deleteChannel(other);
  discord.faults.startOutage(guild);
  discord.faults.endOutage(guild);
}

let serial = 0;

function send(discord: FakeDiscord, input: Input, seeds: readonly Happening[]): void {
  if ('op' in input) {
    discord.faults.sendOperation(input.op, input.d);
    return;
  }
  const seed = seeds[input.seed % seeds.length];
  if (!seed) throw new Error('nothing was recorded');
  // As new, so that it is not taken for one that was answered; by another person, so that nobody asks too much.
  const fresh = JSON.stringify({
    ...seed.payload,
    ...('id' in seed.payload && seed.name !== 'GUILD_CREATE' ? { id: discord.world.newId() } : {}),
  });
  const payload = changed(
    JSON.parse(
      fresh.replaceAll(/"1\d{16,18}"/g, (id) =>
        isPerson(discord, id) ? `"${900_000_000_000_000_000n + BigInt(serial++)}"` : id,
      ),
    ) as Json,
    input.made,
  );
  if (typeof payload !== 'object' || payload === null) return;
  discord.world.happen({ name: input.name || seed.name, guild: undefined, payload });
}

function isPerson(discord: FakeDiscord, quoted: string): boolean {
  const id = quoted.slice(1, -1);
  return discord.world.users.has(id) && id !== discord.bot.id;
}

/** A plain question still gets its answer, by command and in a direct message. */
async function answersStill(discord: FakeDiscord): Promise<void> {
  const lin = discord.user('Lin');
  const guild = discord.guild('Answering');
  discord.addBot(guild);
  const patience = { within: 30_000 };
  const answers = await Promise.all([
    discord
      .slash(lin, discord.channel(guild, 'general'), 'harbin ask', { question: 'how many labs?' })
      .answered(patience),
    discord.directMessage(lin, 'how many labs?').answered(patience),
  ]);
  for (const { text } of answers) insist(text.includes('229'), `a plain question is answered: ${text.slice(0, 100)}`);
}
