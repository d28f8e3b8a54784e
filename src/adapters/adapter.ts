/** What every platform is to the program that runs it. */
export type Adapter = {
  /** Resolves once the platform is connected, however long that takes; throws RefusedToken where waiting cannot help. */
  start(): Promise<void>;
  /** Takes nothing new, lets running answers finish, and closes. */
  stop(): Promise<void>;
  health(): Health;
};

/** Whether people on the platform can reach the bot now; `detail` says it in words, without any secret. */
export type Health = { connected: boolean; detail: string };

/** The platform does not accept a token: no retry will change that, a person has to. */
export class RefusedToken extends Error {
  override readonly name = 'RefusedToken';
  readonly variable: string;

  constructor(variable: string, reason: string) {
    super(`${variable} was refused: ${reason}`);
    this.variable = variable;
  }
}

/** Log lines are an event's name and plain facts about it: never what people wrote, never a token. */
export type Log = Record<'debug' | 'info' | 'warn' | 'error', (event: string, fields?: LogFields) => void>;

export type LogFields = Record<string, string | number | boolean | undefined>;
