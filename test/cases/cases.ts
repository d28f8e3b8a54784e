/** One thing that people met with some bot, told in public, as it would come to this one. */
export type Case = {
  /** Where it was reported, for whoever wants to read on; `seen` where it was seen on the bot itself. */
  report: string;
  /** What happened to people, in our own words. */
  situation: string;
} & (SlackCase | DiscordCase | FileCase);

/** The answer begins so, or null for silence. */
type Expected = { expected: RegExp | null };

type SlackCase = Expected &
  (
    | { door: 'slack direct message'; input: { text: string; event?: object } }
    | { door: 'slack check'; input: { text: string; attachments?: object[] } }
    | { door: 'slack command'; input: { text: string } }
  );

type DiscordCase = Expected & { door: 'discord check'; input: { text: string; payload?: object } };

/** What a .env of this content comes to: its values, or what is said about it. */
type FileCase = { door: 'environment file'; input: { content: string | Buffer }; expected: RegExp };

const MATCHES = /^Matches the source\. 229 key laboratories/;
const ON_DISCORD = /^\*\*Matches the source\.\*\* \*\*229/;

/** Add a row for each report; the runner knows the doors. */
export const CASES: readonly Case[] = [
  {
    report: 'vercel/chat#171',
    situation: 'a direct message with a picture attached was not heard, since Slack calls it a file_share',
    door: 'slack direct message',
    input: { text: 'how many labs?', event: { subtype: 'file_share', files: [{ id: 'F1' }] } },
    expected: /^229 key laboratories/,
  },
  {
    report: 'spacedriveapp/spacebot#228',
    situation: 'a reply in a thread that is also sent to the direct message was not heard',
    door: 'slack direct message',
    input: { text: 'how many labs?', event: { subtype: 'thread_broadcast' } },
    expected: /^229 key laboratories/,
  },
  {
    report: 'nearform/slack-knowledgebase-chatgpt-responder#984',
    situation: 'a message by /me was not heard',
    door: 'slack direct message',
    input: { text: 'how many labs?', event: { subtype: 'me_message' } },
    expected: /^229 key laboratories/,
  },
  ...['pinned_item', 'huddle_thread', 'channel_join', 'bot_message'].map(
    (subtype): Case => ({
      report: 'nearform/slack-knowledgebase-chatgpt-responder#984',
      situation: `what Slack itself writes (${subtype}) asks nothing`,
      door: 'slack direct message',
      input: { text: 'how many labs?', event: { subtype } },
      expected: null,
    }),
  ),
  {
    report: 'seen',
    situation: 'the fallback of a forwarded message repeats it behind a date, which was taken for another claim',
    door: 'slack check',
    input: {
      text: '',
      attachments: [
        {
          text: 'Harbin has 229 key laboratories',
          fallback: '[July 6th, 2023 6:47 AM] mei: Harbin has 229 key laboratories',
        },
      ],
    },
    expected: MATCHES,
  },
  {
    report: 'seen',
    situation: 'an attachment that has nothing but its fallback is read by it',
    door: 'slack check',
    input: { text: '', attachments: [{ fallback: 'Harbin has 229 key laboratories' }] },
    expected: MATCHES,
  },
  {
    report: 'cappyeo/discord-mcp#61',
    situation: 'a message laid out with components of the second kind has no content',
    door: 'discord check',
    input: {
      text: '',
      payload: {
        flags: 1 << 15,
        components: [{ type: 17, components: [{ type: 10, content: 'Harbin has **229** key laboratories' }] }],
      },
    },
    expected: ON_DISCORD,
  },
  {
    report: 'seen',
    situation: 'a poll says what it says in its question and answers',
    door: 'discord check',
    input: {
      text: '',
      payload: {
        poll: {
          question: { text: 'Does Harbin have 229 key laboratories?' },
          answers: [{ answer_id: 1, poll_media: { text: 'Yes' } }],
          expiry: null,
          allow_multiselect: false,
          layout_type: 1,
        },
      },
    },
    expected: ON_DISCORD,
  },
  ...[
    { how: 'Notepad begins it with a byte order mark', content: '\ufeffDISCORD_TOKEN=one.two.three' },
    { how: 'PowerShell saves it as UTF-16', content: Buffer.from('\ufeffDISCORD_TOKEN=one.two.three', 'utf16le') },
    { how: 'it is written like YAML, with a colon', content: 'DISCORD_TOKEN: one.two.three' },
    { how: 'its values stand in quotes', content: 'DISCORD_TOKEN="one.two.three"' },
  ].map(
    ({ how, content }): Case => ({
      report: 'seen',
      situation: `the first setting of a .env was lost where ${how}`,
      door: 'environment file',
      input: { content },
      expected: /^DISCORD_TOKEN is one\.two\.three$/,
    }),
  ),
  {
    report: 'seen',
    situation: 'a name with a slip was passed over, and the bot started without a token',
    door: 'environment file',
    input: { content: 'DISCORD_TOKN=one.two.three' },
    expected: /DISCORD_TOKN is not read: did you mean DISCORD_TOKEN\?/,
  },
  {
    report: 'seen',
    situation: 'a token with a curly quote was taken for a Slack that does not answer',
    door: 'environment file',
    input: { content: 'SLACK_BOT_TOKEN=“xoxb-1234”\nSLACK_APP_TOKEN=xapp-1-A1-1-a' },
    expected: /^SLACK_BOT_TOKEN must be /,
  },
  {
    report: 'seen',
    situation: 'a word in asterisks came back in bold',
    door: 'slack command',
    input: { text: 'daily on *x*' },
    expected: /^(?!.*\*x\*)/s,
  },
  {
    report: 'seen',
    situation: 'a time that there is not was answered with the three times nearest to its hour',
    door: 'slack command',
    input: { text: 'daily on 25:99' },
    expected: /^I can’t tell what time “25:99” is/,
  },
];
