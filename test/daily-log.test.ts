import { expect, it } from 'vitest';
import { logOfPosts, nameInLog } from '../src/app/daily-log.ts';

it('names no person in the log of posts: of a direct message on Discord its channel alone', () => {
  const lines: string[] = [];
  const say = (event: string, fields: object = {}) => void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log = logOfPosts({ debug: say, info: say, warn: say, error: say });
  const subscription = 'discord:4711:815';
  log({ kind: 'settled', platform: 'discord', subscription, outcome: { kind: 'sent', lateMs: 3 } } as never);
  log({ kind: 'retried', platform: 'discord', subscription, code: '503', afterMs: 9 } as never);
  log({ kind: 'overtaken', platform: 'discord', subscription } as never);
  log({ kind: 'broken', platform: 'discord', subscription, code: '10003', told: true } as never);
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    expect(line).not.toContain('4711');
    expect(line).toContain('"subscription":"discord:815"');
  }
  expect(nameInLog('slack:T1:C1.2026-01-01')).toBe('slack:T1:C1.2026-01-01');
});
