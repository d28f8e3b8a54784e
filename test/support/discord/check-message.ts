import { refusal } from './api-error.ts';
import { checkComponents } from './check-components.ts';
import { checkEmbeds } from './check-embeds.ts';
import { LIMITS } from './limits.ts';
import type { AllowedMentions, MessageBody, UploadedFile } from './payloads.ts';
import { createProblems, type Problems } from './problems.ts';

export const FLAGS = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

/** Refuses a message that Discord would refuse: too long, too much, malformed or empty. */
export function checkMessage(body: MessageBody, files: readonly UploadedFile[]): void {
  const problems = createProblems();
  const isV2 = ((body.flags ?? 0) & FLAGS.componentsV2) !== 0;
  problems.text(['content'], body.content, { max: LIMITS.content });
  if (body.nonce !== undefined) problems.text(['nonce'], String(body.nonce), { max: LIMITS.nonce });
  checkEmbeds(problems, body.embeds);
  checkComponents(problems, body.components, isV2 ? 2 : 1);
  checkAllowedMentions(problems, body.allowed_mentions);
  checkFiles(problems, body, files);
  if (isV2) refuseOldFields(problems, body);
  problems.refuseIfAny();
  if (isEmpty(body, files)) throw refusal.emptyMessage();
}

function isEmpty(body: MessageBody, files: readonly UploadedFile[]): boolean {
  const parts = [body.embeds, body.components, body.sticker_ids, body.attachments];
  return !body.content?.trim() && files.length === 0 && !body.poll && parts.every((part) => !part?.length);
}

function checkAllowedMentions(problems: Problems, allowed: AllowedMentions | null | undefined): void {
  if (!allowed) return;
  for (const kind of ['users', 'roles'] as const) {
    const ids = problems.list(['allowed_mentions', kind], allowed[kind], { max: 100 });
    if (ids.length > 0 && allowed.parse?.includes(kind)) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      problems.add(['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  }
  for (const [index, kind] of (allowed.parse ?? []).entries()) {
    if (!['users', 'roles', 'everyone'].includes(kind)) {
      problems.add(
        ['allowed_mentions', 'parse', index],
        'BASE_TYPE_CHOICES',
        "Value must be one of {'users', 'roles', 'everyone'}.",
      );
    }
  }
}

function checkFiles(problems: Problems, body: MessageBody, files: readonly UploadedFile[]): void {
  problems.list(['attachments'], body.attachments, { max: LIMITS.files });
  if (files.length > LIMITS.files) problems.add(['files'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.');
  for (const [index, { description }] of (body.attachments ?? []).entries()) {
    problems.text(['attachments', index, 'description'], description, { max: LIMITS.fileDescription });
  }
  if (files.some(({ bytes }) => bytes.length > LIMITS.fileBytes)) throw refusal.entityTooLarge();
}

function refuseOldFields(problems: Problems, body: MessageBody): void {
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
    const value = body[field];
    if (!value || (Array.isArray(value) && value.length === 0)) continue;
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    problems.add([field], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  }
}
