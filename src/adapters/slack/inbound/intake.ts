import { setImmediate as nextTick } from 'node:timers/promises';
import { LANGUAGES } from '../../../data/languages.ts';
import { asError, nameOfError } from '../../shared/as-error.ts';
import { createDoor, createInFlight, type InFlight } from '../../shared/in-flight.ts';
import { inRequest, requestId } from '../../shared/request.ts';
import { type Claim, createSeen } from '../../shared/seen.ts';
import { renderLine } from '../render/render.ts';
import { word } from '../render/words.ts';
import { NotTaken } from '../transport/connection.ts';
import { type Addressee, sayUnconfirmed, tell } from './answering.ts';
import { languageFor, type Session, type SessionBase } from './session.ts';

/** An event, command or click: how to acknowledge it, its key, and whom to tell when it fails. */
export type Incoming = {
  /** Left out for events, which Slack repeats until they are acknowledged. */
  ack?: () => Promise<void>;
  /** Acknowledges with a line, if Slack shows one there. */
  decline?: (line: string) => Promise<void>;
  key: string | undefined;
  /** Whether this is a repetition, which Slack would send once more. */
  isRepeated?: boolean;
  what: string;
  /** When it happened, by Slack's clock in seconds, if Slack says so. */
  at?: string | undefined;
  team: string;
  addressee: (Addressee & { session: Session }) | undefined;
};

/** Handles an event. It may throw. It awaits `saying` before it posts anything. */
type Work = (saying: () => Promise<void>) => Promise<void>;

export type Take = (incoming: Incoming, work: Work) => Promise<void>;

/** Handles each event once, in turn and within the limits, and apologises for failures. */
export function createIntake({ seen, log, meter }: SessionBase, turns: Turns): Take {
  // Slack sends commands and clicks to one process and never repeats them, but a socket may deliver them twice.
  const triggers = createSeen();
  const door = createDoor(turns, () => log.warn('slack questions turned away, too many are under way'));
  const handle = async (
    { ack, decline, key, isRepeated = false, what, at, team, addressee }: Incoming,
    work: Work,
  ): Promise<void> => {
    if (door.isShut()) return turnAway(decline);
    const arrived = performance.now();
    const ageSeconds = at === undefined ? undefined : Date.now() / 1_000 - Number(at);
    try {
      await ack?.();
    } catch (error) {
      // The connection was lost; the answer does not need it.
      log.warn('slack ack failed', { what, error: nameOfError(error) });
    }
    const name = key && `${team} ${key}`;
    const known = ack ? triggers : seen;
    let claim = 'mine' as Claim;
    let isAnswered = false;
    // All of it runs within the turn, so that a stop waits for it.
    await turns.run(async () => {
      if (name) claim = await known.begin(name, isRepeated);
      if (claim === 'busy' || claim === 'done') return;
      try {
        if (claim === 'unconfirmed' && addressee) return await onUnconfirmed(addressee);
        if (addressee && (await isTooMuch(addressee.session, what, team, addressee))) return;
        isAnswered = true;
        log.debug('slack event', { what });
        await work(async () => {
          if (name) await known.saying(name);
        });
        log.debug('slack event done', { what });
      } catch (error) {
        log.error('slack answer failed', {
          what,
          error: asError(error),
        });
        if (addressee) await apologise(addressee.session, team, addressee);
      } finally {
        if (name) await known.end(name);
      }
    });
    if (claim === 'busy' && !ack) throw new NotTaken();
    if (isAnswered) meter.handled({ what, ageSeconds, seconds: (performance.now() - arrived) / 1_000 });
  };
  return (incoming, work) => inRequest(() => handle(incoming, work));
}

/** Refuses an event cheaply. If Slack shows no line for it, Slack marks it as failed or sends it again. */
async function turnAway(decline: ((line: string) => Promise<void>) | undefined): Promise<void> {
  if (!decline) throw new NotTaken();
  await decline(LANGUAGES.map((language) => word('crowded', language)).join('\n'));
}

/** Whether a person or channel is over the limit; the person is told once. */
async function isTooMuch(session: Session, what: string, team: string, addressee: Addressee): Promise<boolean> {
  const { channel, user } = addressee;
  const verdict = session.allowance.take({
    person: `${team} ${user}`,
    // The answers to commands and direct messages are seen by nobody else.
    ...(what === 'mention' ? { channel: `${team} ${channel}` } : {}),
  });
  if (verdict.kind === 'granted') return false;
  session.log.info('slack question over the limit', { what });
  if (verdict.isFirst) {
    const language = await languageFor(session, team, user);
    const line = word('tooMany', language, { seconds: String(verdict.waitSeconds) });
    await tell(session, addressee, renderLine(line), 'limit');
  }
  return true;
}

/** Another process died while it answered. The answer may have arrived, so it is not repeated. */
async function onUnconfirmed({ session, ...addressee }: Addressee & { session: Session }): Promise<void> {
  session.log.warn('slack answer of another copy is unconfirmed');
  await sayUnconfirmed(session, addressee);
}

async function apologise(session: Session, team: string, addressee: Addressee): Promise<void> {
  try {
    const language = await languageFor(session, team, addressee.user);
    await tell(session, addressee, renderLine(word('failed', language, { id: requestId() ?? '' })), 'apology');
  } catch (error) {
    session.log.error('slack apology failed', { error: nameOfError(error) });
  }
}

/** The order in which answers begin. */
export type Turns = Pick<InFlight, 'drain' | 'isFull'> & {
  /** Runs work when its turn comes. The work must not throw. */
  run(work: () => Promise<void>): Promise<void>;
};

/** How long an answer may wait while more questions come in, in milliseconds. */
const STAND_BACK_MS = 250;

/**
 * One answer begins at a time, and only in a moment when nothing new comes in:
 * in a crowd of questions every one is acknowledged before the first is answered.
 */
export function createTurns(): Turns {
  const { track, drain, isFull } = createInFlight();
  let arrivals = 0;
  let gate: Promise<unknown> = Promise.resolve();
  const quietMoment = async (latest: number) => {
    for (let before = -1; before !== arrivals && performance.now() < latest; ) {
      before = arrivals;
      await nextTick();
    }
  };

  return {
    drain,
    isFull,
    async run(work) {
      arrivals += 1;
      const latest = performance.now() + STAND_BACK_MS;
      gate = gate.then(() => quietMoment(latest));
      const mine = gate.then(work);
      track(mine);
      await mine;
    },
  };
}
