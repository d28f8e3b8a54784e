import type { Verdict } from './judge.ts';

/** The results as a table of Markdown, for docs/faults.md. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const head = [
    'fault',
    'what the bot does',
    'asked',
    'lost',
    'doubled',
    'not taken',
    'posts due',
    'posts lost',
    'posts doubled',
    'answers again after',
  ];
  const lines = verdicts.map(({ fault, measured }) => {
    const { asked, told, notTaken, lost, cutOff, doubled, unconfirmed, posts, againAfter } = measured;
    return [
      fault.name,
      fault.bot,
      asked,
      lost === 0 ? '0' : `${lost}${cutOff > 0 ? ` of those being answered` : ''}`,
      unconfirmed === 0 ? doubled : `${doubled} of those not confirmed`,
      told === 0 ? notTaken : `${notTaken}, ${told} told`,
      posts.due,
      [
        String(posts.lost),
        ...(posts.inDoubt > 0 ? [`${posts.inDoubt} in doubt`] : []),
        ...(posts.refused > 0 ? [`${posts.refused} refused`] : []),
      ].join(', '),
      posts.doubled,
      againAfter === undefined ? 'never' : `${againAfter.toFixed(1)} s`,
    ];
  });
  return [head, head.map((_, index) => (index < 2 ? '---' : '--:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
