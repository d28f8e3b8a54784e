import type { webApi } from '@slack/bolt';
import type { Message } from '../../../core/messages/message.ts';
import type { Painter } from '../../../core/ports.ts';
import { cut } from '../../shared/cut.ts';
import type { Installation } from '../../shared/installations.ts';
import { pause } from '../../shared/pause.ts';
import type { Log } from '../../shared/posting-adapter.ts';
import { LIMITS } from '../render/limits.ts';
import { failureCode, failureOf } from '../transport/failure.ts';
import type { Destination } from './post.ts';

/** Uploads the chart of a message as a picture, or its file, after the message was sent. Never throws. */
export type SendPicture = (to: Pick<Destination, 'channel' | 'thread'>, message: Message) => Promise<void>;

/** How long after its message a picture may come, in milliseconds. */
const PATIENCE_MS = 15_000;

/** Does nothing without the scope files:write. In a channel without the bot Slack refuses the upload; the text says the same. */
export function createSendPicture({
  posts,
  painter,
  me: { token, scopes },
  log,
  stopping,
}: {
  posts: webApi.WebClient;
  painter: Painter;
  me: Installation;
  log: Log;
  stopping: AbortSignal;
}): SendPicture {
  const pictureIn = async (parts: Message['parts'], language: Message['language']) => {
    const chart = parts.find((part) => part.kind === 'chart');
    // A stop does not wait for pictures.
    const png = chart && (await Promise.race([painter.paint(chart, language), pause(PATIENCE_MS, stopping)]));
    return (
      png && {
        file: Buffer.from(png.buffer, png.byteOffset, png.byteLength),
        filename: 'chart.png',
        title: chart.title,
        alt_text: cut(chart.summary, LIMITS.fileAltText),
      }
    );
  };

  return async ({ channel, thread }, { parts, language }) => {
    if (!scopes?.includes('files:write')) return;
    const made = fileIn(parts) ?? (await pictureIn(parts, language));
    if (!made) return;
    const file = { token, ...made };
    try {
      await posts.filesUploadV2(
        thread === undefined ? { ...file, channel_id: channel } : { ...file, channel_id: channel, thread_ts: thread },
      );
    } catch (error) {
      log.info('slack picture not sent', { code: failureCode(failureOf(error)) });
    }
  };
}

function fileIn(parts: Message['parts']) {
  const file = parts.find((part) => part.kind === 'file');
  return file && { file: Buffer.from(file.text), filename: file.name, title: file.name };
}
