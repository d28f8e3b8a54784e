import type { RawFile } from 'discord.js';
import type { Message } from '../../../core/messages/message.ts';
import type { Painter } from '../../../core/ports.ts';
import { cut } from '../../shared/cut.ts';
import { unlessLate } from '../../shared/pause.ts';
import { LIMITS } from '../render/limits.ts';
import { type Attachment, type Drawing, PICTURE_NAME, type Picture } from '../render/render.ts';
import type { Timings } from '../transport/timings.ts';

/** The chart of a message as a picture; undefined where there is none, or none in time. */
export async function pictureOf(
  { painter, timings }: { painter: Painter; timings: Timings },
  { parts, language }: Message,
): Promise<Picture | undefined> {
  const chart = parts.find((part) => part.kind === 'chart');
  if (!chart) return undefined;
  const png = await unlessLate(timings.pictureMs, painter.paint(chart, language));
  return png && { png, description: cut(chart.summary, LIMITS.fileDescriptionCharacters) };
}

/** The file of a message; undefined where it has none. */
export function attachmentOf({ parts }: Message): Attachment | undefined {
  const file = parts.find((part) => part.kind === 'file');
  return file && { name: file.name, data: Buffer.from(file.text) };
}

/** A drawing as a request carries it: its picture is a file beside the body, which describes it. */
export function requestOf({ picture, file, ...body }: Drawing): { body: object; files: RawFile[] } {
  if (file) {
    const attachments = [{ id: 0, filename: file.name }];
    return { body: { ...body, attachments }, files: [{ ...file, contentType: 'text/csv' }] };
  }
  if (!picture) return { body, files: [] };
  const attachments = [{ id: 0, filename: PICTURE_NAME, description: picture.description }];
  const data = Buffer.from(picture.png.buffer, picture.png.byteOffset, picture.png.byteLength);
  return { body: { ...body, attachments }, files: [{ name: PICTURE_NAME, data, contentType: 'image/png' }] };
}
