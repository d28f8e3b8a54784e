import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../src/data/check.ts';
import type { FileName } from '../../src/data/checking/read.ts';
import { describeProblem } from '../../src/data/problem.ts';
import { catalogueWith, copyOfShipped, entry, type Json, SHIPPED } from './folder.ts';

type Change = (data: Json) => unknown;

async function problemsAfter(file: FileName, change: Change): Promise<string[]> {
  return (await checkCatalogue(await catalogueWith({ [file]: change }))).map(describeProblem);
}

/** The one problem that a change must cause. */
async function onlyProblemAfter(file: FileName, change: Change): Promise<string | undefined> {
  const problems = await problemsAfter(file, change);
  expect(problems).toHaveLength(1);
  return problems[0];
}

const figure = (id: string, change: Change) => (data: Json) => change(entry(data.figures, id));
const relation = (id: string, change: Change) => (data: Json) => change(entry(data.relations, id));

describe('the shipped catalogue', () => {
  it('has no problem', async () => {
    expect((await checkCatalogue(SHIPPED)).map(describeProblem)).toEqual([]);
  });

  it('has no problem in a folder of its own', async () => {
    expect(await checkCatalogue(await copyOfShipped())).toEqual([]);
  });
});

describe('a problem tells', () => {
  it('the file, the place in it, what is wrong and what to do', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('key-laboratories', (it) => (it.observations[0].source = 'x')),
    );
    expect(problem).toBe(
      'figures.json figures[1] (key-laboratories).observations[0].source: no source "x" in sources.json; add it there or use one of: press-release-2023-12, city-site-2021-03, city-site-2021-05, city-site-2024-04, city-site-2024-08, xinhua-2021-02 …',
    );
  });

  it('every fault of every file at once', async () => {
    const folder = await catalogueWith({
      'sources.json': (data) => (data.sources[0].url = 'ftp://example.org'),
      'places.json': (data) => delete data.places[0].name.zh,
      'figures.json': (data) => {
        data.figures[0].topic = 'nowhere';
        data.figures[1].value = 3;
        data.figures[2].observations[0].asOf.date = '2024-01-01';
      },
      'relations.json': (data) => (data.relations[0].left = 'innovation-goal'),
    });
    await writeFile(join(folder, 'gaps.json'), '{\n  "gaps": [\n  ]]\n}');
    const problems = await checkCatalogue(folder);
    expect(problems.map(({ file, at }) => `${file} ${at}`)).toEqual([
      'gaps.json line 3',
      'sources.json sources[0] (press-release-2023-12).url',
      'places.json places[0] (harbin).name.zh',
      'figures.json figures[1] (key-laboratories)',
      'figures.json figures[0] (universities).topic',
      'relations.json relations[0] (investment-per-project).left',
    ]);
  });
});

describe('files', () => {
  it('that are missing are named', async () => {
    const folder = await copyOfShipped();
    await rm(join(folder, 'places.json'));
    expect(await checkCatalogue(folder)).toContainEqual(
      expect.objectContaining({ file: 'places.json', what: 'cannot be read (ENOENT)' }),
    );
  });

  it('that are folders are named', async () => {
    const folder = await copyOfShipped();
    await rm(join(folder, 'gaps.json'));
    await mkdir(join(folder, 'gaps.json'));
    expect((await checkCatalogue(folder))[0]).toMatchObject({ file: 'gaps.json', what: 'cannot be read (EISDIR)' });
  });

  it('that are not UTF-8 are named', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), Uint8Array.of(0x7b, 0xc3, 0x28));
    expect((await checkCatalogue(folder))[0]).toMatchObject({ file: 'gaps.json', what: 'is not UTF-8 text' });
  });

  it('that are not JSON are named with the line', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), '{\n  "gaps": [\n    {"id": "a" "b"}\n  ]\n}\n');
    expect((await checkCatalogue(folder))[0]).toMatchObject({ file: 'gaps.json', at: 'line 3' });
  });

  it('that are nested without end are named', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), `{"gaps": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect((await checkCatalogue(folder)).at(-1)).toMatchObject({
      at: 'gaps[0]',
      what: 'this list is of the wrong type',
    });
  });

  it('with one key twice in an object are named with the line', async () => {
    const folder = await copyOfShipped();
    await writeFile(join(folder, 'gaps.json'), '{\n  "gaps": [],\n  "gaps": []\n}\n');
    expect((await checkCatalogue(folder))[0]).toMatchObject({
      at: 'line 3',
      what: expect.stringContaining('"gaps" stands twice'),
    });
  });
});

describe('shapes', () => {
  it.each<[string, Change, string]>([
    [
      'a missing translation',
      (it) => delete it.label.zh,
      '.label.zh: the Chinese translation is missing; add "zh" beside the other languages',
    ],
    ['a missing field', (it) => delete it.topic, '.topic: is missing; add "topic"'],
    ['an unknown field', (it) => (it.lable = 1), ': unknown field "lable"; remove it or correct its name'],
    [
      'an empty text',
      (it) => (it.label.en = ' '),
      '.label.en: " " must not be empty, nor begin or end with a space; correct it',
    ],
    [
      'a number as text',
      (it) => (it.observations[0].value = '229'),
      '.observations[0].value: "229" is of the wrong type; write a number',
    ],
    [
      'an unknown kind',
      (it) => (it.kind = 'guess'),
      '.kind: "guess" is no kind of figure; use one of: count, money, percent, rank, event, aim',
    ],
    [
      'an unknown qualifier',
      (it) => (it.observations[0].qualifier = 'circa'),
      '.observations[0].qualifier: "circa" is not allowed here; use one of: exactly, over, about, planned',
    ],
    [
      'a month 13',
      (it) => (it.observations[0].asOf.date = '2023-13'),
      '.observations[0].asOf.date: "2023-13" must be a date like 2023, 2023-12 or 2023-12-25; correct it',
    ],
    [
      'an observation without source',
      (it) => delete it.observations[0].source,
      '.observations[0].source: is missing; add "source"',
    ],
    [
      'a figure without observation',
      (it) => (it.observations = []),
      '.observations: the empty list needs at least one entry; correct it',
    ],
  ])('%s is reported at its place', async (_, change, expected) => {
    const problem = await onlyProblemAfter('figures.json', figure('key-laboratories', change));
    expect(problem).toBe(`figures.json figures[1] (key-laboratories)${expected}`);
  });

  it('a broken figure is still known to those that refer to it', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('universities', (it) => delete it.unit),
    );
    expect(problems).toEqual(['figures.json figures[0] (universities).unit: is missing; add "unit"']);
  });
});

describe('ids', () => {
  it('that stand twice are reported', async () => {
    const problem = await onlyProblemAfter('places.json', (data) => {
      data.places.push({ ...data.places[3], keywords: { en: ['x'], zh: ['某地'], ru: ['где-то'] } });
    });
    expect(problem).toMatch(
      /^places\.json places\[\d\] \(harbin-new-area\)\.id: "harbin-new-area" is already the id of places\[3\]/,
    );
  });

  it.each<[FileName, Change, string]>([
    [
      'figures.json',
      (data) => (data.figures[0].topic = 'educaton'),
      'figures[0] (universities).topic: no topic "educaton"',
    ],
    [
      'figures.json',
      (data) => (data.figures[0].related[0] = 'labs'),
      'figures[0] (universities).related[0]: no figure "labs"',
    ],
    [
      'figures.json',
      (data) => (data.figures[0].mentions = ['mars']),
      'figures[0] (universities).mentions[0]: no place "mars"',
    ],
    [
      'figures.json',
      (data) => (data.figures[0].observations[0].place = 'mars'),
      'figures[0] (universities).observations[0].place: no place "mars"',
    ],
    [
      'relations.json',
      (data) => (data.relations[0].left = 'labs'),
      'relations[0] (investment-per-project).left: no figure "labs"',
    ],
    [
      'relations.json',
      (data) => (data.relations[0].right = 'labs'),
      'relations[0] (investment-per-project).right: no figure "labs"',
    ],
    ['gaps.json', (data) => data.gaps.push(someGap(['labs'])), '(some-gap).near[0]: no figure "labs"'],
  ])('that %s refers to must exist (%#)', async (file, change, expected) => {
    expect(await onlyProblemAfter(file, change)).toContain(expected);
  });

  it('that are misspelt get the one that was meant among the suggestions', async () => {
    const problem = await onlyProblemAfter('figures.json', (data) => (data.figures[0].related[0] = 'key-labs'));
    expect(problem).toMatch(/use one of: key-laboratories, .* …$/);
  });

  it('do not relate a figure to itself or name another twice', async () => {
    const problems = await problemsAfter('figures.json', (data) =>
      data.figures[0].related.push('universities', 'talent-policies'),
    );
    expect(problems).toEqual([
      expect.stringContaining('related[4]: "talent-policies" stands twice'),
      expect.stringContaining('a figure is not related to itself'),
    ]);
  });
});

describe('keywords', () => {
  it('that two figures claim are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('talent-policies', (it) => it.keywords.en.push('Key-Labs')),
    );
    expect(problem).toMatch(/\(key-laboratories\)\.keywords\.en\[\d+\]: "key labs" is also claimed by talent-policies/);
  });

  it('may be parted in two ways by one figure', async () => {
    const change = figure('universities', (it) => it.keywords.zh.push('高等院校'));
    expect(await problemsAfter('figures.json', change)).toEqual([]);
  });

  it('that Chinese spacing merely disguises are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('talent-policies', (it) => it.keywords.zh.push('重点实验室')),
    );
    expect(problem).toContain('is also claimed by talent-policies');
  });

  it('that a figure and a relation claim are reported', async () => {
    const problem = await onlyProblemAfter(
      'relations.json',
      relation('pass-rate', (it) => it.keywords.en.push('universities')),
    );
    expect(problem).toContain('"universities" is also claimed by pass-rate');
  });

  it('may be shared by figures that all say so', async () => {
    const problems = await problemsAfter('figures.json', (data) => {
      for (const id of ['universities', 'talent-policies'])
        entry(data.figures, id).shared = { en: ['zeal'], zh: [], ru: [] };
    });
    expect(problems).toEqual([]);
  });

  it('that nobody else shares are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.shared = { en: ['zeal'], zh: [], ru: [] })),
    );
    expect(problem).toContain('(universities).shared.en[0]: nobody else shares "zeal"; move it to "keywords"');
  });

  it('that stand twice are reported', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => it.keywords.ru.push('ВУЗЫ')),
    );
    expect(problem).toContain('"ВУЗЫ" stands twice');
  });

  it('must exist in every language', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.keywords.ru = [])),
    );
    expect(problem).toContain('(universities).keywords.ru: no Russian keyword');
  });
});

describe('translations', () => {
  it.each<[string, string]>([
    ['zh', 'Chinese'],
    ['ru', 'Russian'],
  ])('left in English are reported (%s)', async (code, name) => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.label[code] = 'Universities')),
    );
    expect(problem).toContain(`(universities).label.${code}: "Universities" does not look ${name}; translate it`);
  });

  it('are complete phrases only where the bot adds no stop', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.definition.counts.en += '.')),
    );
    expect(problem).toContain('(universities).definition.counts.en: ends with "."');
  });
});

describe('references', () => {
  it.each<[string, Change, string]>([
    [
      'a title in another language than it claims',
      (it) => {
        it.language = 'zh';
        delete it.translation;
      },
      '.language: the title does not look Chinese; name the language it is printed in',
    ],
    [
      "a translation into the title's own language",
      (it) => (it.translation.en = 'Harbin pushes'),
      '.translation.en: translates the title into English, which it is in; remove it',
    ],
    [
      'sentence case that changes more than capitals',
      (it) => (it.sentenceCase = 'Harbin pushes'),
      '.sentenceCase: differs from the title by more than its capitals; copy the title and change only them',
    ],
    [
      'sentence case that changes nothing',
      (it) => (it.sentenceCase = it.title),
      '.sentenceCase: repeats the title; remove it',
    ],
    [
      'a website that is the publisher',
      (it) => {
        it.site = it.publisher;
        it.authors = [it.name];
      },
      '.site: repeats the publisher; remove it',
    ],
    [
      'a copy elsewhere that would hide its publisher',
      (it) => (it.site = 'DigiconAsia'),
      '.site: stands in references instead of the publisher; name the publisher as author too',
    ],
    [
      'an empty list of authors',
      (it) => (it.authors = []),
      '.authors: the empty list needs at least one entry; leave it out where the source names nobody; correct it',
    ],
    ['a title on two lines', (it) => (it.title = 'Harbin\npushes'), '.title: is on several lines; write it on one'],
  ])('%s', async (_, change, text) => {
    const problem = await onlyProblemAfter('sources.json', (data) => change(data.sources[0]));
    expect(problem).toBe(`sources.json sources[0] (press-release-2023-12)${text}`);
  });
});

describe('dates', () => {
  it.each<[string, Change, string]>([
    [
      'later than the source',
      (it) => (it.asOf.date = '2024-01'),
      'asOf.date: 2024-01 is later than the source (2023-12-25)',
    ],
    [
      'that no calendar has',
      (it) => (it.asOf.date = '2023-02-30'),
      'asOf.date: there is no 2023-02-30 in the calendar',
    ],
    [
      'of a leap day in another year',
      (it) => (it.asOf.date = '2023-02-29'),
      'asOf.date: there is no 2023-02-29 in the calendar',
    ],
  ])('%s are reported', async (_, change, expected) => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => change(it.observations[0])),
    );
    expect(problem).toContain(`(universities).observations[0].${expected}`);
  });

  it('of an event must agree with its sentences', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('fuerjia-listing', (it) => (it.observations[0].happened = '2023-08-02')),
    );
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('.statement.en: does not say 2, though it happened on 2023-08-02');
  });

  it('of an event must not be later than the source', async () => {
    const change = figure('technology-trading-market', (it) => {
      it.observations[0].happened = '2024-01';
      for (const language of ['en', 'zh', 'ru'])
        it.statement[language] = it.statement[language].replace('2023', '2024');
    });
    const problem = await onlyProblemAfter('figures.json', change);
    expect(problem).toContain('.observations[0].happened: 2024-01 is later than the source (2023-12-25)');
  });

  it('of retrieval must not be before publication', async () => {
    const problem = await onlyProblemAfter('sources.json', (data) => (data.sources[0].retrieved = '2023-12-24'));
    expect(problem).toContain('(press-release-2023-12).retrieved: 2023-12-24 is before its publication on 2023-12-25');
  });

  it('may be as coarse as they are known', async () => {
    for (const date of ['2023', '2023-12', '2010']) {
      expect(
        await problemsAfter(
          'figures.json',
          figure('universities', (it) => (it.observations[0].asOf.date = date)),
        ),
      ).toEqual([]);
    }
  });

  it('tell two observations of one source apart', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('key-laboratories', (it) => it.observations.push(it.observations[0])),
    );
    expect(problem).toContain('(key-laboratories).observations[1]: says the same as observations[0]');
  });
});

describe('dates of sources', () => {
  it('may be as vague as they are known, or left out', async () => {
    const problems = await problemsAfter('sources.json', (data) => {
      data.sources[0].published = '2023';
      delete data.sources[1].published;
    });
    expect(problems).toEqual([]);
  });

  it('may lie before an event that the source announces, and before no other', async () => {
    const listing = (change: Change) => problemsAfter('figures.json', figure('fuerjia-listing', change));
    expect(await listing(() => {})).toEqual([]);
    const [problem] = await listing((it) => delete it.observations[1].announced);
    expect(problem).toContain('(fuerjia-listing).observations[1].happened: 2023-08-01 is later than the source');
  });
});

describe('observations', () => {
  const companies = (change: Change) => onlyProblemAfter('figures.json', figure('high-tech-companies', change));
  const swap = (one: number, other: number) =>
    companies((it) => {
      const all = it.observations;
      [all[one], all[other]] = [all[other], all[one]];
    });

  it('begin with what is said of the own place', async () => {
    expect(await swap(0, 5)).toContain('observations[0]: stands first and is of "harbin-new-area"');
  });

  it('stand by place', async () => {
    expect(await swap(4, 5)).toContain('observations[5]: stands out of order');
  });

  it('stand newest first', async () => {
    expect(await swap(3, 4)).toContain('observations[4]: stands out of order');
  });

  it('of one series are of one publisher', async () => {
    const [problem] = await problemsAfter(
      'figures.json',
      figure('high-tech-companies', (it) => (it.observations[0].series = 'city-site-high-tech')),
    );
    expect(problem).toContain('observations[1].series: "city-site-high-tech" mixes PR Newswire with e.my399.com');
  });

  it('of one series are of one figure', async () => {
    const [problem] = await problemsAfter(
      'figures.json',
      figure('universities', (it) => (it.observations[1].series = 'patent-office-applications')),
    );
    expect(problem).toContain('"patent-office-applications" is also a series of universities');
  });

  it('of a place that does not exist are reported', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('high-tech-companies', (it) => (it.observations[5].place = 'harbin-newarea')),
    );
    expect(problems).toContainEqual(
      expect.stringContaining('observations[5].place: no place "harbin-newarea" in places.json'),
    );
  });

  it.each([
    ['万 for 亿', (value: number) => value / 10_000],
    ['zeros too many', (value: number) => value * 1000],
  ])('with %s are held against the others of the place', async (_, slip) => {
    const [problem] = await problemsAfter(
      'figures.json',
      figure('high-tech-output', (it) => (it.observations[1].value = slip(it.observations[1].value))),
    );
    expect(problem).toContain('a slip of 万 (10 thousand) and 亿 (100 million), or of zeros?');
  });
});

describe('amounts in texts', () => {
  it('say the same in every language', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('fuerjia-proceeds', (it) => {
        const { caveat } = it.observations[0];
        caveat.zh = caveat.zh.replace('3.06亿', '3.06万');
      }),
    );
    expect(problems).toContainEqual(
      expect.stringContaining('caveat.zh: says 3.06万, and the English text has no such amount'),
    );
  });
});

describe('amounts', () => {
  const dollars = (value: number) =>
    figure('planned-investment', (it) => (it.observations[0].equivalents[0].value = value));

  it.each([
    ['ten', 235_300_000, 'a slip of ten?'],
    ['万 and 亿', 235_300, 'a slip of 万 (10 thousand) and 亿 (100 million)?'],
    ['three zeros', 2_353_000, 'a slip of 3 zeros?'],
  ])('off by a slip of %s are reported at the amount that is wrong', async (_, value, expected) => {
    const problem = await onlyProblemAfter('figures.json', dollars(value));
    expect(problem).toContain('(planned-investment).observations[0].equivalents[0].value: implies ');
    expect(problem).toContain(expected);
  });

  it('may differ from the others by the rounding of a source', async () => {
    expect(await problemsAfter('figures.json', dollars(2_400_000_000))).toEqual([]);
  });

  it('without another to compare are held against the usual rate', async () => {
    const problem = await onlyProblemAfter('figures.json', (data) => {
      delete entry(data.figures, 'award-funding').observations[0].equivalents;
      dollars(23_530_000_000)(data);
    });
    expect(problem).toContain('implies 0.714 yuan for a dollar, but the usual rate is about 7.15');
  });

  it('that are counted are whole', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.observations[0].value = 48.5)),
    );
    expect(problem).toContain('(universities).observations[0].value: 48.5 is not a whole number');
  });

  it('that are counted have no dollars', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure(
        'universities',
        (it) => (it.observations[0].equivalents = [{ value: 7, unit: 'USD', qualifier: 'about' }]),
      ),
    );
    expect(problem).toContain('(universities).observations[0].equivalents: a count has no dollars');
  });
});

describe('relations', () => {
  it.each<[string, string, Change, string]>([
    [
      'to an event',
      'pass-rate',
      (it) => (it.left = 'fuerjia-listing'),
      'left: "fuerjia-listing" is an event and has no number',
    ],
    [
      'to an aim',
      'pass-rate',
      (it) => (it.right = 'innovation-goal'),
      'right: "innovation-goal" is an aim and has no number',
    ],
    [
      'of a figure to itself',
      'pass-rate',
      (it) => (it.right = it.left),
      'right: relates "approved-enterprises" to itself',
    ],
    [
      'that subtract a count from money',
      'investment-per-project',
      (it) => (it.operation = 'difference'),
      'operation: a difference of yuan and projects means nothing',
    ],
    [
      'that are allowed without a sentence',
      'labs-per-institution',
      (it) => delete it.statement,
      'statement: an allowed relation needs its sentence',
    ],
    [
      'that have a sentence in vain',
      'labs-per-institution',
      (it) => (it.allowed = false),
      'statement: is never shown, since the relation is not allowed',
    ],
  ])('%s are reported', async (_, id, change, expected) => {
    expect(await onlyProblemAfter('relations.json', relation(id, change))).toContain(`(${id}).${expected}`);
  });

  it('that divide by nothing are reported', async () => {
    const problems = await problemsAfter(
      'figures.json',
      figure('key-projects', (it) => (it.observations[0].value = 0)),
    );
    expect(problems).toEqual([expect.stringContaining('(investment-per-project).right: "key-projects" is 0')]);
  });

  it('that compute the same are reported', async () => {
    const problem = await onlyProblemAfter('relations.json', (data) => {
      const words = { en: ['quota'], zh: ['配额'], ru: ['квота'] };
      data.relations.push({ ...entry(data.relations, 'pass-rate'), id: 'quota', keywords: words });
    });
    expect(problem).toContain('(quota): computes the same as relations[');
  });
});

describe('statements', () => {
  it.each<[string, Change, string]>([
    [
      'with a brace left open',
      (it) => (it.en = '<b>{value</b> {place}'),
      'en: is not ICU MessageFormat (MALFORMED_ARGUMENT)',
    ],
    ['without the value', (it) => (it.en = '<b>many</b> {place}'), 'en: lacks {value}'],
    ['without the place', (it) => (it.en = '<b>{value} institutions</b>'), 'en: lacks {place}'],
    ['with an unknown argument', (it) => (it.en += ' {year}'), 'en: {year} does not exist; use {value}, {n}, {place}'],
    ['with an unknown tag', (it) => (it.en += ' <i>x</i>'), 'en: <i> is unknown'],
    ['that stress nothing', (it) => (it.en = '{value} {place}'), 'en: stresses nothing'],
    ['with a number written out', (it) => (it.en += ' of 48'), 'en: has a number written out'],
    ['that end with a stop', (it) => (it.zh += '。'), 'zh: ends with "。"'],
    [
      'that lack a plural form',
      (it) => (it.ru = '{place} <b>{value} {n, plural, one {вуз} other {вузов}}</b>'),
      'ru: the plural of {n} lacks few, many; Russian needs',
    ],
  ])('%s are reported', async (_, change, expected) => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => change(it.statement)),
    );
    expect(problem).toContain(`(universities).statement.${expected}`);
  });

  it('of a relation know both sides', async () => {
    const problem = await onlyProblemAfter(
      'relations.json',
      relation('labs-per-institution', (it) => (it.statement.en = '<b>{value}</b> {n}')),
    );
    expect(problem).toContain('(labs-per-institution).statement.en: {n} does not exist; use {value}, {left}, {right}');
  });

  it('hold the number, and labels do not', async () => {
    const problem = await onlyProblemAfter(
      'figures.json',
      figure('universities', (it) => (it.label.en = '48 universities')),
    );
    expect(problem).toContain('(universities).label.en: holds a number');
  });
});

function someGap(near: string[]): Json {
  return {
    id: 'some-gap',
    label: { en: 'the depth of snow', zh: '积雪深度', ru: 'глубины снега' },
    keywords: { en: ['depth of snow'], zh: ['积雪 深度'], ru: ['глубина снега'] },
    near,
  };
}
