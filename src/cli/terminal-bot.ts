import type { Drawing } from '../adapters/terminal/render-lines.ts';
import { type Bot, createBot } from '../core/bot.ts';
import { createLanguageSettings } from '../core/conversation/language-settings.ts';
import { createMemory } from '../core/conversation/memory.ts';
import { createMemorySubscriptions } from '../core/daily/memory-subscriptions.ts';
import { loadCatalogue } from '../data/load.ts';
import type { Catalogue } from '../data/schema.ts';
import { ownFolder } from './catalogue-folder.ts';
import { version } from './version.ts';

/** The catalogue that DATA_DIR names, or the shipped one. Throws FaultyCatalogue. */
export function catalogueInUse(): Promise<Catalogue> {
  return loadCatalogue(ownFolder());
}

/** The bot of the terminal: it keeps everything in memory and opens no database. Throws FaultyCatalogue. */
export async function openTerminalBot(): Promise<Bot> {
  return createBot({
    catalogue: await catalogueInUse(),
    clock: () => new Date(),
    version: version(),
    languages: createLanguageSettings(),
    memory: createMemory(() => new Date()),
    subscriptions: createMemorySubscriptions(),
    timeZone: 'Asia/Shanghai',
  });
}

/** Colour where the terminal shows it and nobody has asked for none; lines as wide as the terminal. */
export function drawingFor(output: NodeJS.WriteStream): Drawing {
  const colour = output.hasColors?.() === true && !process.env['NO_COLOR'];
  return { colour, columns: output.isTTY ? output.columns : undefined };
}
