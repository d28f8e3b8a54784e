import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import dashboard from '../deploy/grafana.json' with { type: 'json' };
import { openStore } from '../src/adapters/storage/open-store.ts';
import { channel, subscribed } from './support/daily.ts';
import { startFakeDiscord } from './support/discord/fake-discord.ts';
import { discordEnvironment, slackEnvironment } from './support/environment.ts';
import { run } from './support/program.ts';
import { startFakeSlack } from './support/slack/fake-slack.ts';
import { pause, until } from './support/until.ts';

/** Words of PromQL that are no names of series. */
const WORDS = new Set([
  'histogram_quantile',
  'sum',
  'by',
  'le',
  'rate',
  'increase',
  'max',
  'min',
  'time',
  'on',
  'and',
  'or',
  'absent',
]);

/** The alert rules, as far as they matter here. */
const RULES = readFileSync(new URL('../deploy/alerts.yaml', import.meta.url), 'utf8')
  .split(/^ +- alert: /m)
  .slice(1)
  .map((rule) => ({
    name: /^\w+/.exec(rule)?.[0] ?? '',
    expression: /^ +expr: (.+)$/m.exec(rule)?.[1] ?? '',
    text: /^ +summary: (.+)$/m.exec(rule)?.[1] ?? '',
    runbook: /^ +runbook_url: (\S+)$/m.exec(rule)?.[1],
    severity: /^ +labels: \{ severity: (\w+) \}$/m.exec(rule)?.[1],
  }));

const ends: (() => unknown)[] = [];
let exposed = '';
let output = '';
/** The ids of everybody who did something. */
let people: string[] = [];

/** One life of the program on both platforms: questions of every way, a refusal, a lost connection, a failing call. */
beforeAll(async () => {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  ends.push(
    () => slack.close(),
    () => discord.close(),
  );
  const folder = mkdtempSync(join(tmpdir(), 'harbin-metrics-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore(`file:${folder}/harbin.db`, () => {});
  const now = new Date();
  const schedule = { minute: now.getUTCHours() * 60 + now.getUTCMinutes(), zone: 'UTC', days: 'all' } as const;
  const due = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
  await store.subscriptions.save(subscribed({ channel: due, schedule, setBy: { user: 'U0SETTER', at: now } }), now);
  const resting = subscribed({ channel: channel('C9', 'T9', 'discord'), state: { kind: 'paused', by: 'U1' } });
  await store.subscriptions.save(resting, undefined);
  await store.close();
  const program = run(
    { onTestFinished: (end) => void ends.push(end as () => unknown) },
    {
      ...slackEnvironment(slack),
      ...discordEnvironment(discord),
      DATABASE_URL: `file:${folder}/harbin.db`,
      LOG_LEVEL: 'debug',
    },
  );
  const general = discord.channel(discord.guild('Harbin'), 'general');
  const mei = discord.user('Mei');
  await program.says('"platform":"slack"');
  await program.says('"platform":"discord"');
  await program.says('daily post sent');
  await (await slack.slash('/harbin', 'how many labs?')).answer();
  await (await slack.mention(slack.channel, '有多少个重点实验室？')).answer();
  await (await slack.slash('/harbin', 'how many hospitals are there in Harbin?')).answer();
  await discord.slash(mei, general, 'harbin ask', { question: 'how many labs?' }).answered();
  slack.faults.breakMethod('chat.postMessage', { kind: 'error', error: 'not_in_channel' }, { times: 1 });
  await slack.mention(slack.channel, 'how many labs?');
  await until(() => program.output().includes('slack message not sent'));
  slack.faults.killSockets();
  await until(() => program.output().split('slack connected').length > 2);
  people = [
    mei.id,
    'U0SETTER',
    ...[...slack.workspace.users.values()].filter(({ isBot }) => !isBot).map(({ id }) => id),
  ];
  // What was counted last may come a moment after it was told.
  for (let looks = 0; looks < MOST_LOOKS && !isCounted(); looks += 1) {
    await pause(100);
    exposed = await (await fetch(`${program.url()}/metrics`)).text();
  }
  output = program.output();
});
afterAll(() => Promise.all(ends.map((end) => end())));

const MOST_LOOKS = 300;
const isCounted = () =>
  sumOf('harbin_event_seconds_count', { platform: 'slack', event: 'mention' }) === 2 &&
  sumOf('harbin_reconnects_total', { platform: 'slack' }) > 0 &&
  sumOf('harbin_platform_connected', { platform: 'slack' }) === 1;

/** The value of a series whose labels include these. */
function sumOf(name: string, labels: Record<string, string>): number {
  const lines = exposed.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  const found = lines.filter((line) =>
    Object.entries(labels).every(([key, value]) => line.includes(`${key}="${value}"`)),
  );
  return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

describe('the metrics of the running program', () => {
  it.for([
    ['harbin_questions_total', { platform: 'slack', kind: 'figure', language: 'en' }, 2],
    ['harbin_questions_total', { platform: 'slack', kind: 'figure', language: 'zh' }, 1],
    ['harbin_questions_total', { platform: 'slack', kind: 'unknown' }, 1],
    ['harbin_questions_total', { platform: 'discord' }, 1],
    ['harbin_refusals_total', { platform: 'slack', reason: 'gap' }, 1],
    ['harbin_question_seconds_count', { platform: 'slack' }, 4],
    ['harbin_event_seconds_count', { platform: 'slack', event: 'command' }, 2],
    ['harbin_event_seconds_count', { platform: 'slack', event: 'mention' }, 2],
    ['harbin_event_seconds_count', { platform: 'discord', event: 'command' }, 1],
    ['harbin_event_age_seconds_count', { platform: 'discord', event: 'command' }, 1],
    ['harbin_event_age_seconds_count', { platform: 'slack', event: 'mention' }, 2],
    ['harbin_platform_call_seconds_count', { platform: 'slack', family: 'response_url', result: 'ok' }, 2],
    ['harbin_platform_call_seconds_count', { platform: 'slack', family: 'chat', result: 'refused' }, 1],
    ['harbin_platform_call_seconds_count', { platform: 'discord', family: 'interactions', result: 'ok' }, 1],
    ['harbin_reconnects_total', { platform: 'slack' }, 1],
    ['harbin_reconnects_total', { platform: 'discord' }, 0],
    ['harbin_deliveries_total', { platform: 'slack', outcome: 'sent' }, 1],
    ['harbin_deliveries_total', { platform: 'discord' }, 0],
    ['harbin_delivery_lateness_seconds_count', { platform: 'slack' }, 1],
    ['harbin_subscriptions', { platform: 'slack', state: 'on' }, 1],
    ['harbin_subscriptions', { platform: 'discord', state: 'paused' }, 1],
    ['harbin_due_post_age_seconds', {}, 0],
    ['harbin_doubtful_posts', {}, 0],
    ['harbin_platform_connected', { platform: 'slack' }, 1],
  ] as const)('count in %s %j', ([name, labels, count]) => {
    expect(sumOf(name, labels)).toBe(count);
  });

  it('tell how old an event was by the clock of its platform, within a minute here', () => {
    for (const platform of ['slack', 'discord'])
      expect(sumOf('harbin_event_age_seconds_sum', { platform })).toBeLessThan(60);
  });

  it('have few series, whose labels hold no id and no word of anybody', () => {
    const own = exposed.split('\n').filter((line) => line.startsWith('harbin_'));
    expect(own.length).toBeLessThan(600);
    const labels = own.map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(labels.join('\n')).not.toMatch(/[CUTD]0[A-Z\d]{8}|\d{17}|lab|student|实验室/);
    for (const [, name] of exposed.matchAll(/^# TYPE (harbin_\w+)/gm))
      expect(exposed).toMatch(new RegExp(`^# HELP ${name} .+\\.$`, 'm'));
  });

  it('go with a log in which every question can be followed by its id, and that holds none of it, nor the id of a person, not even where it tells details', () => {
    const lines = output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const platform of ['slack', 'discord']) {
      const { request } = lines.find(({ msg }) => msg === `${platform} event`) ?? {};
      expect(request).toMatch(/^[\da-f]{8}$/);
      const about = lines.filter((line) => line['request'] === request).map(({ msg }) => msg);
      expect(about).toContain('question answered');
    }
    expect(output).not.toMatch(/how many|实验室|xoxb-|xapp-/);
    expect(people.length).toBeGreaterThan(2);
    for (const id of people) expect(output).not.toContain(id);
  });
});

/** The names of the series in an expression, without labels, ranges and functions. */
function seriesIn(expression: string): string[] {
  const bare = expression
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g, ' ')
    .replaceAll(/\b(by|without|on|group_left)\s*\([^)]*\)/g, ' ');
  return (bare.match(/[a-z_:][\w:]*/gi) ?? []).filter((word) => !WORDS.has(word));
}

/** Whether the program exposes a series: itself, or as a part of a histogram. */
function isExposed(series: string): boolean {
  const whole = series.replace(/_(bucket|sum|count)$/, '');
  return new RegExp(`^# TYPE (${series} (counter|gauge)|${whole} (histogram|summary))$`, 'm').test(exposed);
}

describe('the Grafana dashboard', () => {
  const panels = dashboard.panels.filter(({ type }) => type !== 'row');

  it('names only what the program exposes, in every panel', () => {
    expect(panels.length).toBeGreaterThan(10);
    for (const { title, targets = [] } of panels)
      for (const { expr } of targets) {
        const series = seriesIn(expr);
        expect(series, title).not.toEqual([]);
        expect(
          series.filter((name) => !isExposed(name)),
          title,
        ).toEqual([]);
      }
  });

  it('shows every series of the bot’s own', () => {
    const shown = new Set(panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => seriesIn(expr))));
    const own = [...exposed.matchAll(/^# TYPE (harbin_\w+) (\w+)$/gm)].map(([, name = '']) => name);
    const hidden = own.filter((name) => ![name, `${name}_bucket`, `${name}_count`].some((series) => shown.has(series)));
    expect(hidden).toEqual([]);
  });

  it('explains every panel, and shows each once', () => {
    for (const panel of panels) expect(panel.description, panel.title).toMatch(/\.$/);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});

/** What an expression asks of the labels of one series: `outcome="failed"`; without a value where it only groups by it. */
type Wanted = { series: string; label: string; value?: string };

function labelsIn(expression: string): Wanted[] {
  const chosen = [...expression.matchAll(/([a-z_]\w*)\{([^}]*)\}/g)].flatMap(([, series = '', matchers = '']) =>
    [...matchers.matchAll(/(\w+)\s*(?:!=|=)\s*"([^"]*)"/g)].map(([, label = '', value = '']) => ({
      series,
      label,
      value,
    })),
  );
  const grouped = [...expression.matchAll(/\bby\s*\(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(','));
  return [...chosen, ...seriesIn(expression).flatMap((series) => grouped.map((by) => ({ series, label: by.trim() })))];
}

/** Whether the program exposes a series with this label, and with this value of it. */
function isLabelled({ series, label, value }: Wanted): boolean {
  const lines = exposed.split('\n').filter((line) => line.startsWith(`${series}{`));
  return lines.some((line) => line.includes(value === undefined ? `${label}="` : `${label}="${value}"`));
}

describe('what dashboard and alert rules ask of labels', () => {
  const expressions = [
    ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
    ...RULES.map(({ expression }) => expression),
  ];

  it('is there, with the values that the program tells', () => {
    const wanted = expressions.flatMap(labelsIn).filter(({ series }) => series !== 'up');
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((each) => !isLabelled(each))).toEqual([]);
  });

  it('is noticed where it is not', () => {
    for (const expression of [
      'harbin_deliveries_total{outcome="lost"}',
      'harbin_deliveries_total{result="failed"}',
      'sum by (channel) (harbin_reconnects_total)',
    ])
      expect(labelsIn(expression).every(isLabelled), expression).toBe(false);
  });
});

describe('the alert rules', () => {
  it('name only what the program exposes, with the labels that their texts show', () => {
    expect(RULES.length).toBeGreaterThan(3);
    for (const { name, expression, text } of RULES)
      for (const series of seriesIn(expression).filter((each) => each !== 'up')) {
        expect(isExposed(series), series).toBe(true);
        for (const [, label = ''] of text.matchAll(/\$labels\.(\w+)/g))
          expect(isLabelled({ series, label }), `${name}: ${label}`).toBe(true);
      }
  });

  it('say each how urgent it is, and fire also where Prometheus does not know the bot at all', () => {
    const severities = RULES.map(({ severity }) => severity);
    expect(severities.filter((severity) => severity !== 'critical' && severity !== 'warning')).toEqual([]);
    expect(RULES.map(({ expression }) => expression)).toContainEqual(expect.stringContaining('or absent(up{'));
  });

  it('lead each to its own heading in docs/operations.md, which also says how to name the job', () => {
    const operations = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');
    const [, section = ''] = /^## When an alert fires$(.+?)^## /ms.exec(operations) ?? [];
    const headings = [...section.matchAll(/^### (\w+)$/gm)].map(([, heading = '']) => heading);
    expect(headings).toEqual(RULES.map(({ name }) => name));
    expect(RULES.map(({ runbook }) => runbook)).toEqual(
      headings.map((heading) => `docs/operations.md#${heading.toLowerCase()}`),
    );
    const [, job] = /up\{job="(\w+)"\}/.exec(RULES.map(({ expression }) => expression).join('\n')) ?? [];
    expect(section).toContain(`job_name: ${job}`);
  });
});
