import { expect, it } from 'vitest';
import type { Asked } from './asking.ts';
import { judge } from './judge.ts';

/** A question put at a second after the end of the fault, and what has become of it. */
function asked(second: number, shown: string[], given: Partial<Asked> = {}): Asked {
  return {
    platform: 'slack',
    way: 'mention',
    question: { text: 'how many key laboratories are there?', number: '229' },
    at: second * 1_000,
    answeredAt: shown.length > 0 ? second * 1_000 + 100 : undefined,
    isTaken: () => true,
    mayStillCome: () => false,
    shown: () => shown,
    ...given,
  };
}

const RIGHT = '229 key laboratories';
const ON_DISCORD = asked(1, [RIGHT], { platform: 'discord' });

const judged = async (all: Asked[], given: { posts?: number[]; output?: string; exits?: number[] } = {}) => {
  const due = (given.posts ?? []).map((count) => ({
    channel: { platform: 'slack', workspace: 'T1', id: 'C1' } as const,
    dueAt: new Date(0),
    shown: () => count,
  }));
  const stage = {
    asking: { all: [...all, ON_DISCORD] },
    posts: { doubtful: async () => 0, outcome: async () => ({ kind: 'sent', at: new Date(0), lateMs: 0 }) as const },
    cutOff: new Set<Asked>(),
    unconfirmed: new Set<Asked>(),
    output: () => given.output ?? '',
    exits: given.exits ?? [],
  };
  return (await judge({ name: 'a fault', bot: 'nothing', happen: async () => {} }, stage, 0, due)).faults;
};

it('finds nothing where all went well', async () => {
  expect(await judged([asked(1, [RIGHT])], { posts: [1, 1] })).toEqual([]);
});

it.each([
  ['1 questions lost', [asked(-1, []), asked(1, [RIGHT])], {}],
  ['1 answers doubled', [asked(1, [RIGHT, RIGHT])], {}],
  ['1 wrong answers', [asked(1, [RIGHT]), asked(2, ['48 institutions of higher learning']), asked(3, [RIGHT])], {}],
  ['1 wrong answers', [asked(1, [RIGHT]), asked(2, ['229 key laboratories, 12 of them national'])], {}],
  ['1 questions not taken', [asked(-1, [], { isTaken: () => false }), asked(1, [RIGHT])], {}],
  ['1 posts lost', [asked(1, [RIGHT])], { posts: [1, 0] }],
  ['1 posts doubled', [asked(1, [RIGHT])], { posts: [2] }],
  ['it never answered again', [asked(-1, [RIGHT])], {}],
  ['it answered again only after 90.1 s', [asked(90, [RIGHT])], {}],
  ['the process ended by itself with 1', [asked(1, [RIGHT])], { exits: [1] }],
  ['{"msg":"unhandled rejection"}', [asked(1, [RIGHT])], { output: '{"msg":"unhandled rejection"}\n' }],
] as const)('finds: %s', async (fault, all, given) => {
  expect(await judged([...all], given as Parameters<typeof judged>[1])).toEqual([fault]);
});

it('counts an honest line as neither lost nor wrong', async () => {
  const told = asked(-1, ['Slack did not confirm my answer to you. If you don’t see it, please ask again.']);
  expect(await judged([told, asked(1, [RIGHT])])).toEqual([]);
});
