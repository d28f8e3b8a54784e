import type { Term } from './terms.ts';

/** Chinese signs that mean by where they stand: 靠谱不, 涨没涨, 1700多家, 2010、2011两年. */
export function readParticles(terms: readonly Term[]): Term[] {
  return terms.flatMap((term, at): Term[] => {
    const [before, next] = [terms[at - 1], terms[at + 1]];
    if (DENYING.has(term.text)) {
      // 涨没涨: said again it asks once.
      if (before !== undefined && before.text === next?.text && before.kind !== 'break') return [];
      if (before !== undefined && endsClause(next))
        return [{ kind: 'cue', text: term.text, words: [], cues: ['true'] }];
    }
    if (DENYING.has(before?.text ?? '') && terms[at - 2]?.text === term.text && term.kind !== 'break') return [];
    // 三批各推荐多少: behind a thing it asks for each of them; 全市各高校 are all of them.
    if (term.text === '各' && before?.kind === 'content') return [{ ...term, kind: 'cue', words: [], cues: ['apart'] }];
    // 7个亿还是17个亿: between numbers nothing is compared.
    if (term.text === '还是' && isBetweenNumbers(terms, at)) return [{ ...term, kind: 'cue', words: [], cues: ['or'] }];
    if (AND_MORE.has(term.text) && before?.kind === 'number')
      return [{ kind: 'cue', text: term.text, words: [], cues: ['over'] }];
    const isYears = before?.kind === 'year' && next?.text === '年' && isCount(term);
    const isTheirs = term.text === '年' && isCount(before) && terms[at - 2]?.kind === 'year';
    return isYears || isTheirs ? [] : [term];
  });
}

function isBetweenNumbers(terms: readonly Term[], at: number): boolean {
  const isNumber = ({ kind }: Term) => kind === 'number';
  return terms.slice(0, at).some(isNumber) && terms.slice(at + 1, at + 3).some(isNumber);
}

const DENYING = new Set(['不', '没', '没有', '否']);
const AND_MORE = new Set(['多', '余', '来']);
const SOFT = new Set(['呢', '啊', '呀', '哦', '啦', '嘛', '的']);

function endsClause(term: Term | undefined): boolean {
  return term === undefined || term.kind === 'break' || SOFT.has(term.text);
}

function isCount(term: Term | undefined): boolean {
  return term?.kind === 'number' || term?.text === '两';
}
