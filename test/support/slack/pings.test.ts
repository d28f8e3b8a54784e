import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { controlSequencesIn, pingsIn, wordsOf } from './pings.ts';

describe('pings', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startFakeSlack();
  });
  afterEach(() => slack.close());

  it('are found in the text and in marked-up blocks, and not in plain text', async () => {
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: 'ask <@U123> or <!subteam^S1>' } },
      { type: 'header', text: { type: 'plain_text', text: '<!everyone>' } },
    ];
    const args = { channel: slack.channel.id, text: 'hi <!here> &lt;!channel&gt; <https://a.example|a>', blocks };
    await callApi(slack, 'chat.postMessage', args);
    const message = slack.messages.at(-1);
    if (!message) throw new Error('no message');
    expect(pingsIn(message)).toEqual(['<!here>', '<@U123>', '<!subteam^S1>']);
    expect(controlSequencesIn(message)).toContain('<https://a.example|a>');
    expect(wordsOf(message)).toContain('<!everyone>');
  });

  it('come from link_names and parse: full as well', async () => {
    await callApi(slack, 'chat.postMessage', { channel: slack.channel.id, text: 'now @channel', link_names: true });
    await callApi(slack, 'chat.postMessage', { channel: slack.channel.id, text: 'now @channel' });
    expect(slack.messages.map(pingsIn)).toEqual([['@channel'], []]);
  });
});

function callApi(slack: FakeSlack, method: string, args: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${slack.installation.botToken}` };
  return fetch(slack.apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
}
