import { CORRECTIONS } from './corrections.ts';
import { DISCORD } from './discord.ts';
import type { Fault } from './fault.ts';
import { KILLS } from './kills.ts';
import { MACHINE } from './machine.ts';
import { SLACK } from './slack.ts';
import { SLACK_HTTP } from './slack-http.ts';

/** Every fault by its name on the command line, in the order of the table. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  ...SLACK,
  ...SLACK_HTTP,
  ...DISCORD,
  ...MACHINE,
  ...KILLS,
  ...CORRECTIONS,
};
