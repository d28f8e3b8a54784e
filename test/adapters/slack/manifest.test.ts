import type { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import http from '../../../manifest.http.json' with { type: 'json' };
import socket from '../../../manifest.json' with { type: 'json' };
import { CHECK } from '../../../src/adapters/slack/inbound/checks.ts';
import { SCOPES } from '../../../src/adapters/slack/installation/permissions.ts';
import { COMMANDS } from '../../../src/core/commands/commands.ts';

type Manifest = NonNullable<webApi.AppsManifestCreateArguments['manifest']>;
type Scopes = NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>;
type Events = NonNullable<NonNullable<NonNullable<Manifest['settings']>['event_subscriptions']>['bot_events']>;

// Misspelt scopes and events are accepted by no type; these lists are what the manifests must say.
const NEEDED = [...SCOPES.needed] satisfies Scopes['bot'];
const OPTIONAL = Object.keys(SCOPES.optional) as (keyof typeof SCOPES.optional)[] satisfies Scopes['bot_optional'];
const EVENTS = [
  'app_home_opened',
  'app_mention',
  'message.im',
  'member_joined_channel',
  'app_uninstalled',
] satisfies Events;

describe.each([
  ['manifest.json', socket],
  ['manifest.http.json', http],
])('%s', (_name, manifest) => {
  it('asks for the least scopes and events', () => {
    expect(manifest.oauth_config.scopes).toEqual({ bot: NEEDED, bot_optional: OPTIONAL });
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(EVENTS);
  });

  it('keeps within what Slack takes', () => {
    const { name, description, long_description: long, background_color: colour } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long.length).toBeGreaterThanOrEqual(175);
    expect(long.length).toBeLessThanOrEqual(4_000);
    expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(manifest.features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    const [command] = manifest.features.slash_commands;
    expect(command?.command).toMatch(/^\/[a-z]{1,31}$/);
    expect(command?.usage_hint.length).toBeLessThanOrEqual(1_000);
  });

  it('hints at commands that there are', () => {
    const hints = manifest.features.slash_commands[0]?.usage_hint.split('|').map((hint) => hint.trim()) ?? [];
    const isCommand = (hint: string) => COMMANDS.some(({ name }) => `${hint} `.startsWith(`${name} `));
    expect(hints.slice(1).filter((hint) => !isCommand(hint))).toEqual([]);
  });

  it('puts the check of a number into the menu of messages', () => {
    const [shortcut, ...others] = manifest.features.shortcuts;
    expect(others).toEqual([]);
    expect(shortcut).toMatchObject({ type: 'message', callback_id: CHECK });
    expect(shortcut?.name.length).toBeLessThanOrEqual(24);
    expect(shortcut?.description.length).toBeLessThanOrEqual(150);
  });

  it('lets people write to the bot and open its Home', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });
});

describe('the two manifests', () => {
  it('differ in nothing but how Slack reaches the bot', () => {
    const { settings, features, ...rest } = http;
    const url = settings.event_subscriptions.request_url;
    expect(url).toMatch(/^https:\/\/.+\/slack\/events$/);
    expect(settings.interactivity.request_url).toBe(url);
    expect(settings.interactivity.message_menu_options_url).toBe(url);
    expect(features.slash_commands.map((command) => command.url)).toEqual([url]);
    expect(settings.socket_mode_enabled).toBe(false);
    expect(socket.settings.socket_mode_enabled).toBe(true);

    const { request_url: _events, ...event_subscriptions } = settings.event_subscriptions;
    const { request_url: _clicks, message_menu_options_url: _menus, ...interactivity } = settings.interactivity;
    const slash_commands = features.slash_commands.map(({ url: _url, ...command }) => command);
    expect({
      ...rest,
      features: { ...features, slash_commands },
      settings: { ...settings, event_subscriptions, interactivity, socket_mode_enabled: true },
    }).toEqual(socket);
  });
});
