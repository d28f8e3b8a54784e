import type { World } from './world.ts';

/** The arguments of a Web API call, as strings because Bolt sends forms; structures are JSON in them. */
export type ApiArguments = {
  token?: string;
  channel?: string;
  channel_id?: string;
  user?: string;
  users?: string;
  user_id?: string;
  ts?: string;
  message_ts?: string;
  text?: string;
  blocks?: string;
  attachments?: string;
  markdown_text?: string;
  thread_ts?: string;
  reply_broadcast?: string;
  metadata?: string;
  unfurl_links?: string;
  unfurl_media?: string;
  mrkdwn?: string;
  parse?: string;
  link_names?: string;
  username?: string;
  view?: string;
  view_id?: string;
  hash?: string;
  trigger_id?: string;
  include_locale?: string;
  include_all_metadata?: string;
  limit?: string;
  cursor?: string;
  oldest?: string;
  latest?: string;
  filename?: string;
  length?: string;
  alt_text?: string;
  files?: string;
  file?: string;
  initial_comment?: string;
  client_id?: string;
  client_secret?: string;
  code?: string;
};

/** What a Web API method answers, before it is written as JSON. */
export type ApiResult = { ok: true; [property: string]: unknown } | ApiRefusal;

/** Slack's no, with the error code a bot has to handle. */
export type ApiRefusal = { ok: false; error: string; [property: string]: unknown };

/** One method of the Web API. */
export type ApiMethod = {
  /** Which token it takes; before an installation there is none. */
  token: 'bot' | 'app' | 'none';
  /** The scope the call needs; some depend on the kind of channel. */
  scope(args: ApiArguments, world: World): string | undefined;
  run(args: ApiArguments, world: World): ApiResult;
};

export function refuse(error: string, details: object = {}): ApiRefusal {
  return { ...details, ok: false, error };
}

/** Refuses a payload with the reasons, as chat and view methods report them. */
export function refusePayload(error: string, problems: string[]): ApiRefusal {
  return refuse(error, {
    errors: problems,
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
}

/** A structure inside a form field, or nothing when it is not JSON. */
export function readJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a form field says yes. */
export function isYes(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}
