import { expect } from 'vitest';
import type { FakeSlack, OtherWorkspace } from '../../support/slack/fake-slack.ts';

/** Every way to ask in a workspace gets its answer there. */
export async function answersIn(place: FakeSlack | OtherWorkspace): Promise<void> {
  await answersOnce(place);
  const mention = await (await place.mention(place.channel, 'how many labs?')).answer();
  expect(mention.text).toContain('229');
  expect(mention.author).toBe(place.workspace.bot.id);
  expect((await (await place.directMessage(place.user, 'labs?')).answer()).text).toContain('229');
  expect((await (await place.openHome(place.user)).home()).kind).toBe('home');
}

/** The least that shows that it does. */
export async function answersOnce(place: FakeSlack | OtherWorkspace): Promise<void> {
  expect((await (await place.slash('/harbin', 'how many labs?')).answer()).text).toContain('229');
}

export async function silentIn(place: FakeSlack | OtherWorkspace): Promise<void> {
  expect(await (await place.mention(place.channel, 'how many labs?')).whenQuiet()).toEqual([]);
}
