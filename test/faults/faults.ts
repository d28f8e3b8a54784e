import { DISCORD } from './discord.ts';
import type { Fault } from './fault.ts';
import { KILLS } from './kills.ts';
import { MACHINE } from './machine.ts';
import { SLACK } from './slack.ts';

/** Every fault by its name on the command line, in the order of the table. */
export const FAULTS: Readonly<Record<string, Fault>> = { ...SLACK, ...DISCORD, ...MACHINE, ...KILLS };
