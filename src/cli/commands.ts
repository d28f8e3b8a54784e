import type { Command } from './command.ts';
import { ask } from './commands/ask.ts';
import { backup } from './commands/backup.ts';
import { checkData } from './commands/check-data.ts';
import { diff } from './commands/diff.ts';
import { doctor } from './commands/doctor.ts';
import { explain } from './commands/explain.ts';
import { exportSheet } from './commands/export.ts';
import { importSheet } from './commands/import.ts';
import { missedWords } from './commands/missed-words.ts';
import { newCatalogue } from './commands/new-catalogue.ts';
import { restore } from './commands/restore.ts';
import { rotateKeys } from './commands/rotate-keys.ts';
import { start } from './commands/start.ts';
import { train } from './commands/train.ts';

/** Every command, in the order of help. */
export const COMMANDS: readonly Command[] = [
  start,
  ask,
  explain,
  checkData,
  diff,
  newCatalogue,
  importSheet,
  exportSheet,
  doctor,
  backup,
  restore,
  rotateKeys,
  missedWords,
  train,
];
