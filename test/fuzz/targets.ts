import type { Target } from './target.ts';
import { environment } from './targets/environment.ts';
import { httpServer } from './targets/http-server.ts';
import { log } from './targets/log.ts';
import { slackHttp } from './targets/slack-http.ts';
import { slackSocket } from './targets/slack-socket.ts';
import { talk } from './targets/talk.ts';

/** Every way in from outside, by the name under which it is asked for. */
export const TARGETS = { talk, slackHttp, slackSocket, httpServer, environment, log } satisfies Record<string, Target>;
