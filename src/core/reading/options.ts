/** Which of the offered options a message picks. One row a way to say it, in the three languages. */
const ROWS: readonly { name: string; pattern: RegExp; pick: (length: number) => number[] }[] = [
  {
    name: 'both, all',
    pattern: /^(?:both|all|all of them|both please|everything|两个都要?|都要|都|全部|оба|обе|все|и то и другое)$/,
    pick: (length) => range(length),
  },
  {
    name: 'the first',
    pattern: ordinal('1|one|first|1st|former|第一个?|一|前者|首个|перв\\p{L}+|один'),
    pick: () => [0],
  },
  { name: 'the second', pattern: ordinal('2|two|second|2nd|第二个?|二|втор\\p{L}+|два'), pick: () => [1] },
  { name: 'the third', pattern: ordinal('3|three|third|3rd|第三个?|三|трет\\p{L}+|три'), pick: () => [2] },
  {
    name: 'the latter',
    pattern: ordinal('latter|last|last one|后者|后一个|最后一个|последн\\p{L}+'),
    pick: (length) => [length - 1],
  },
];

function ordinal(words: string): RegExp {
  return new RegExp(
    `^(?:ok |okay |yes |well |um |i mean |i meant |да |ну |давай |мне |好的?|那就?|我要|选)*(?:the |option |number |no |#|选项|вариант |номер |пункт )*(?:${words})(?: one| option| please| thanks| variant| вариант| пожалуйста| пункт|个?吧|项|种|请)*$`,
    'u',
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

/** In: a normalised message and the options that stand open. Out: those that it picks; none where it says something else. */
export function pickedOptions(text: string, options: readonly string[]): string[] {
  const said = text
    .replace(/[.,!?。，！？#()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const row = ROWS.find(({ pattern }) => pattern.test(said));
  return row ? row.pick(options.length).flatMap((at) => options[at] ?? []) : [];
}
