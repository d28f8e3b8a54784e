/** The tables as both databases hold them: text ids, moments in milliseconds since 1970, JSON as text. */
export type Tables = {
  setting: { place: string; language: string };
  subscription: SubscriptionRow;
  delivery: DeliveryRow;
  /** `day` is that of the miss in UTC; an empty `near` stands for none. */
  miss: { day: string; language: string; word: string; near: string; count: number };
  /** `sealed` holds the token and all else, encrypted. */
  installation: { workspace: string; sealed: string; installed_at: number };
  /** A workspace of an organisation that installed the app, and since when the bot knows. */
  member: { workspace: string; organisation: string; since: number };
  /** A Slack workspace that the bot was seen not to be in any more, and since when. */
  absence: { workspace: string; since: number };
  /** What was taken of a platform, and when; `busy_until` while `owner` is at it, `said` once something may be said about it. */
  seen: { name: string; owner: number | null; busy_until: number | null; said: number; at: number };
  /** What a conversation was about when. */
  conversation: { name: string; remembered: string; at: number };
  /** A value that a message shows to everybody in a channel, as its fingerprint; empty once it is withdrawn. */
  shown: InChannel & { message: string; value: string; form: string; language: string; at: number };
  /** A figure that a channel is told of; `known` are fingerprints as JSON. */
  watch: InChannel & { figure: string; known: string; set_by: string; set_at: number; language: string };
  notice: NoticeRow;
  /** A channel that the bot introduced itself to, and when. */
  introduction: InChannel & { at: number };
};

export type InChannel = { platform: string; workspace: string; channel: string };

/** What a post in a queue has, whatever it tells. */
type LeasedRow = {
  id: string;
  platform: string;
  due_at: number;
  /** The kind of the outcome, or `sending`. */
  state: string;
  /** When it may be tried, or while it is being sent, when the lease ends; null when it is settled. */
  try_at: number | null;
  attempts: number;
  looks: number;
  doubtful: number;
  owner: string | null;
  first_tried_at: number | null;
  code: string | null;
  /** JSON, when it is settled. */
  outcome: string | null;
};

/** Something to tell a channel; `message` is the one to be put right, where it is no note. */
export type NoticeRow = LeasedRow &
  InChannel & {
    /** The day on which the change was noticed. */
    day: string;
    message: string | null;
    language: string;
    /** JSON. */
    news: string;
  };

export type SubscriptionRow = {
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  minute: number;
  zone: string;
  /** JSON. */
  days: string;
  topic: string | null;
  set_by: string;
  set_at: number;
  language: string;
  /** JSON. */
  state: string;
  /** Null where nothing is due any more. */
  next_due_at: number | null;
  /** The last local day in `delivery`. */
  last_day: string | null;
  away: string | null;
  cycle: number;
  last_figure: string | null;
  failed_days: number;
};

export type DeliveryRow = LeasedRow & {
  /** The subscription and the local day are its id. */
  subscription: string;
  day: string;
  figure: string | null;
  /** The round of the rotation; null where the figure was not shown in the end. */
  cycle: number | null;
  /** What the platform calls the message. */
  remote_id: string | null;
};
