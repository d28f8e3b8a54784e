import * as fc from 'fast-check';
import { slackEnvironment } from '../../support/environment.ts';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { changed, changes, type Json, MARK } from '../mutations.ts';
import { runProgram } from '../running-program.ts';
import {
  answersStill,
  envelopeOf,
  type Fresh,
  frameOf,
  pingWatch,
  recordedRequests,
  startSink,
} from '../slack-requests.ts';
import type { Target } from '../target.ts';
import { nasty, shortHostileText } from '../texts.ts';

/** An envelope with changes made to it, or any frame. */
type Input = { seed: number; made: Parameters<typeof changed>[1] } | { frame: string | Uint8Array };

const envelope = fc.record({ seed: fc.nat(1_000), made: changes });
const anyFrame = fc
  .oneof(
    fc.constantFrom(
      'null',
      '7',
      '[]',
      '{}',
      '',
      '{',
      '{"type":"hello"}',
      '{"type":"events_api","envelope_id":"x"}',
      '{"envelope_id":null,"payload":null}',
    ),
    fc.constantFrom(
      '{"type":"slash_commands","envelope_id":"x","payload":null}',
      '{"type":"interactive","payload":{}}',
      '{"type":"constructor"}',
      '{"type":"error"}',
    ),
    fc.json(),
    fc.array(nasty).map((all) => all.join('') + MARK),
    shortHostileText.map((text) => JSON.stringify({ type: text, envelope_id: text, payload: { text } })),
    fc.uint8Array({ maxLength: 2_000 }),
    fc
      .constantFrom(1_000, 1_000_000)
      .map((size) => JSON.stringify({ type: 'events_api', envelope_id: 'x', payload: { x: 'x'.repeat(size) } })),
  )
  .map((frame) => ({ frame }));

/** Frames by Socket Mode, to the real program. */
export const slackSocket: Target = {
  name: 'Socket Mode',
  arbitrary: fc.array(fc.oneof({ weight: 3, arbitrary: envelope }, { weight: 2, arbitrary: anyFrame }), {
    minLength: 1,
    maxLength: 12,
  }),
  clock: () => performance.now(),
  // What is timed is how soon the program does something else.
  waitsMs: 400,
  async open() {
    const slack = await startFakeSlack();
    const { botToken, appToken } = slack.installation;
    const program = runProgram({ ...slackEnvironment(slack), LOG_LEVEL: 'debug' }, [botToken, appToken, MARK]);
    await program.says('platform started');
    const sink = await startSink();
    const fresh = { users: Array.from({ length: 500 }, () => slack.workspace.addUser().id), sinkUrl: sink.url };
    const seeds = (await recordedRequests()).map(envelopeOf);
    const checkPings = pingWatch(slack);
    return {
      async take(input) {
        for (const each of input as Input[]) slack.faults.sendFrame(contentOf(each, seeds, fresh));
        await program.isAlive();
        return program.look;
      },
      async settle() {
        await slack.connected();
        await answersStill(slack);
        checkPings();
      },
      async close() {
        await program.close();
        sink.close();
        await slack.close();
      },
    };
  },
};

function contentOf(input: Input, seeds: readonly Json[], fresh: Fresh): string | Buffer {
  if ('frame' in input) return typeof input.frame === 'string' ? input.frame : Buffer.from(input.frame);
  return frameOf(changed(seeds[input.seed % seeds.length] ?? null, input.made), fresh);
}
