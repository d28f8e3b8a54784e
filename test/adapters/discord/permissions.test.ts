import { PermissionsBitField } from 'discord.js';
import { expect, it } from 'vitest';
import { LEAST_PERMISSIONS, missingForPosts } from '../../../src/adapters/discord/installation/permissions.ts';

it('names Connect where posts are to go into the text of a voice channel, and nowhere else', () => {
  const held = new PermissionsBitField(LEAST_PERMISSIONS);
  expect(missingForPosts(held, { isThread: false, isVoice: true })).toEqual(['Connect']);
  expect(missingForPosts(held, { isThread: false, isVoice: false })).toEqual([]);
  expect(missingForPosts(held.add('Connect'), { isThread: false, isVoice: true })).toEqual([]);
});
