import figures from './figures.json' with { type: 'json' };
import gaps from './gaps.json' with { type: 'json' };
import { keepModelFolder } from './model.ts';
import places from './places.json' with { type: 'json' };
import relations from './relations.json' with { type: 'json' };
import type { Catalogue } from './schema.ts';
import { SHIPPED_FOLDER } from './shipped.ts';
import sources from './sources.json' with { type: 'json' };

/**
 * The catalogue that ships with the program, or the one in another folder of the same shape.
 * A faulty folder throws FaultyCatalogue; nothing is ever loaded in part.
 */
export async function loadCatalogue(folder?: string): Promise<Catalogue> {
  return folder === undefined ? shipped() : checked(folder);
}

// The build has checked the shipped files, so that a start need not load the checker and its libraries.
function shipped(): Catalogue {
  const { topics, units, examples, subject, currency, figures: list } = figures;
  const catalogue: unknown = {
    sources: sources.sources,
    places: places.places,
    groups: places.groups,
    unheld: places.unheld,
    examples,
    subject,
    currency,
    units,
    topics,
    figures: list,
    relations: relations.relations,
    gaps: gaps.gaps,
  };
  return catalogue as Catalogue;
}

/** The same from its files as they are now, checked in full, while a program runs. */
export async function readCatalogue(folder: string = SHIPPED_FOLDER): Promise<Catalogue> {
  return checked(folder);
}

async function checked(folder: string): Promise<Catalogue> {
  const { inspectCatalogue } = await import('./check-catalogue.ts');
  const { FaultyCatalogue } = await import('./problem.ts');
  const { catalogue, problems } = await inspectCatalogue(folder);
  if (!catalogue) throw new FaultyCatalogue(folder, problems);
  keepModelFolder(catalogue, folder);
  return catalogue;
}
