import * as fc from 'fast-check';
import { startFakeDiscord } from '../../support/discord/fake-discord.ts';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { type Garbling, garbling, startGarblingProxy } from '../garbling-proxy.ts';
import { runProgram } from '../running-program.ts';
import { answersStill } from '../slack-requests.ts';
import { insist, type Target } from '../target.ts';

/** What somebody does, and what becomes of the next answers of each platform's API meanwhile. */
type Input = { what: 'command' | 'mention' | 'direct' | 'home' | 'chart'; ways: Garbling[] };

const inputs = fc.array(
  fc.record({
    what: fc.constantFrom('command' as const, 'mention' as const, 'direct' as const, 'home' as const, 'chart' as const),
    ways: fc.array(garbling, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Answers of both platforms' APIs that are not what they should be, while the program does its work. */
export const answers: Target = {
  name: "answers of the platforms' APIs",
  arbitrary: inputs,
  clock: () => performance.now(),
  // What is timed is how soon everything is sent, and the program does something else.
  waitsMs: 4_000,
  async open() {
    const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord({ limitsRoutes: false })]);
    const [slackProxy, discordProxy] = await Promise.all([
      startGarblingProxy(slack.apiUrl),
      startGarblingProxy(discord.apiUrl),
    ]);
    const { botToken, signingSecret } = slack.installation;
    const program = runProgram(
      {
        SLACK_BOT_TOKEN: botToken,
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_API_URL: slackProxy.url,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discordProxy.url,
        LOG_LEVEL: 'debug',
      },
      [botToken, signingSecret, discord.token],
    );
    await Promise.all([program.says('"platform":"slack"'), program.says('"platform":"discord"')]);
    slack.deliverTo(`${program.url()}/slack/events`);
    const guild = discord.guild('Harbin');
    discord.addBot(guild);

    const act = async (what: Input['what']): Promise<void> => {
      // Everybody anew, so that nobody asks too much.
      const [user, mei] = [slack.workspace.addUser(), discord.user('Mei')];
      const [channel, general] = [slack.workspace.addChannel(), discord.channel(guild, 'general')];
      const question = what === 'chart' ? 'chart labs' : 'how many labs?';
      if (what === 'mention') discord.mention(mei, general, question);
      else if (what === 'direct') discord.directMessage(mei, question);
      else discord.slash(mei, general, 'harbin ask', { question });
      if (what === 'home') await slack.openHome(user);
      else if (what === 'direct') await slack.directMessage(user, question);
      else if (what === 'command') await slack.slash('/harbin', question, { user, channel });
      else await slack.mention(channel, question, { user });
    };

    return {
      async take(input) {
        for (const { what, ways } of input as Input[]) {
          slackProxy.garble(ways);
          discordProxy.garble(ways);
          await act(what);
        }
        await program.isAlive();
        return program.look;
      },
      async settle() {
        slackProxy.garble([]);
        discordProxy.garble([]);
        await answersStill(slack);
        const general = discord.channel(guild, 'general');
        const turn = discord.slash(discord.user('Lin'), general, 'harbin ask', { question: 'how many labs?' });
        const { text } = await turn.answered({ within: 30_000 });
        insist(text.includes('229'), `a plain question is answered: ${text.slice(0, 100)}`);
        program.look();
      },
      async close() {
        await program.close();
        await Promise.all([slackProxy.close(), discordProxy.close(), slack.close(), discord.close()]);
      },
    };
  },
};
