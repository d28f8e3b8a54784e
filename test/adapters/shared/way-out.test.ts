import { afterEach, expect, it, vi } from 'vitest';
import { proxyFor } from '../../../src/adapters/shared/way-out.ts';

afterEach(() => void vi.unstubAllEnvs());

const PROXY = 'http://proxy.example:3128';

it.each([
  ['wss://gateway.discord.gg/', { HTTPS_PROXY: PROXY }, PROXY],
  ['wss://gateway.discord.gg/', { HTTP_PROXY: PROXY }, PROXY],
  ['wss://gateway.discord.gg/', { HTTPS_PROXY: PROXY, NO_PROXY: '.discord.gg' }, undefined],
  ['wss://gateway.discord.gg/', { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, undefined],
  ['ws://[::1]:8080/', { HTTPS_PROXY: PROXY }, undefined],
  ['ws://[::1]:8080/', { HTTP_PROXY: PROXY, NO_PROXY: '[::1]' }, undefined],
  ['ws://[::1]:8080/', { HTTP_PROXY: PROXY, NO_PROXY: 'localhost' }, PROXY],
])('a socket to %s takes the way that %o names', (address, environment, expected) => {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'])
    vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  expect(proxyFor(address)).toBe(expected);
});
