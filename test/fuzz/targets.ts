import type { Target } from './target.ts';
import { answers } from './targets/answers.ts';
import { backups } from './targets/backups.ts';
import { data } from './targets/data.ts';
import { discordGateway } from './targets/discord-gateway.ts';
import { environment } from './targets/environment.ts';
import { httpServer } from './targets/http-server.ts';
import { log } from './targets/log.ts';
import { rendering } from './targets/rendering.ts';
import { rows } from './targets/rows.ts';
import { slackHttp } from './targets/slack-http.ts';
import { slackSocket } from './targets/slack-socket.ts';
import { smallReaders } from './targets/small-readers.ts';
import { talk } from './targets/talk.ts';

/** Every way in from outside, by the name under which it is asked for. */
export const TARGETS = {
  talk,
  rendering,
  smallReaders,
  slackHttp,
  slackSocket,
  discordGateway,
  answers,
  httpServer,
  environment,
  data,
  backups,
  rows,
  log,
} satisfies Record<string, Target>;
