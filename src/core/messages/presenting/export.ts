import type { Answer } from '../../answers/answer.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import { happenedOf } from '../wording/figures.ts';
import { text } from './parts.ts';
import { sourceOf } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

const COLUMNS = ['id', 'label', 'value', 'unit', 'qualifier', 'date', 'basis', 'place', 'source', 'address'];

/** Every value with its date, place and source as comma-separated values (RFC 4180), for a spreadsheet. */
export function drawExport({ stated }: Extract<Answer, { kind: 'export' }>, tools: Tools): Drawn {
  const figures = new Set(stated.map(({ figure }) => figure)).size;
  const lead = tools.words.say('exported', { ...tools.home, figures, count: stated.length });
  const rows = [COLUMNS, ...stated.map((one) => rowOf(one, tools))];
  return {
    parts: [
      text(lead),
      {
        kind: 'file',
        name: `${tools.catalogue.places[0]?.id}-figures.csv`,
        text: rows.map((row) => row.map(cell).join(',')).join('\n'),
      },
    ],
  };
}

function rowOf(stated: Stated, { catalogue, words, figures }: Tools): string[] {
  const { figure, observation } = stated;
  const quantity = quantityOf(stated);
  const source = sourceOf(stated, catalogue);
  return [
    figure.id,
    figure.label[words.language],
    quantity ? String(quantity.value) : (happenedOf(stated) ?? ''),
    'unit' in figure ? figure.unit : '',
    quantity?.qualifier ?? '',
    observation.asOf.date,
    observation.asOf.basis,
    figures.place([stated], 'name'),
    source.name[words.language],
    source.url,
  ];
}

/** In quotation marks where a sign in it would end it. */
function cell(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
