/** One thing that people met with some bot, told in public, as it would come to this one. */
export type Case = {
  /** Where it was reported, for whoever wants to read on; `seen` where it was seen on the bot itself. */
  report: string;
  /** What happened to people, in our own words. */
  situation: string;
} & (SlackCase | DiscordCase);

/** The first line of the answer, or null for silence. */
type Expected = { expected: RegExp | null };

type SlackCase = Expected &
  (
    | { door: 'slack direct message'; input: { text: string; event?: object } }
    | { door: 'slack check'; input: { text: string; attachments?: object[] } }
  );

type DiscordCase = Expected & { door: 'discord check'; input: { text: string; payload?: object } };

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
];
