import { type ApiMethod, readJson, refuse } from './api-method.ts';
import { asList } from './blocks.ts';
import { isRefusal, openChannel, readContent } from './post-check.ts';

const getUploadUrl: ApiMethod = {
  token: 'bot',
  scope: () => 'files:write',
  run(args, { files }) {
    const length = Number(args.length);
    if (!args.filename || !Number.isInteger(length) || length < 1) return refuse('invalid_arguments');
    const file = files.announce(args.filename, length, args.alt_text);
    return { ok: true, upload_url: file.uploadUrl, file_id: file.id };
  },
};

const completeUpload: ApiMethod = {
  token: 'bot',
  scope: () => 'files:write',
  run(args, world) {
    const wanted = asList(readJson(args.files)) as { id?: string; title?: string }[];
    const found = wanted.map(({ id }) => world.files.find(id ?? '')).filter((file) => file !== undefined);
    if (found.length === 0 || found.length < wanted.length) return refuse('file_not_found');
    if (found.some((file) => file.content === undefined)) return refuse('file_not_found');
    const answer = { ok: true as const, files: found.map(({ id }) => ({ id, title: titleOf(wanted, id) })) };
    const channel = args.channel_id === undefined ? undefined : openChannel(args.channel_id, world);
    if (channel && isRefusal(channel)) return channel;
    // Slack ignores blocks when there is a comment, and a file without comment has no text of its own.
    const blocks = args.initial_comment === undefined ? args.blocks : undefined;
    const text = args.initial_comment ?? found.map((file) => file.filename).join(', ');
    const content = readContent({ text, ...(blocks !== undefined && { blocks }) }, world);
    if (isRefusal(content)) return content;
    for (const file of found) {
      file.completedAt = world.clock.now();
      file.title = titleOf(wanted, file.id);
    }
    if (!channel) return answer;
    world.board.post({
      ...content,
      text: args.initial_comment ?? '',
      channel: channel.id,
      threadTs: args.thread_ts,
      author: world.workspace.bot.id,
      visibleTo: 'everyone',
      via: 'file',
      responseUrl: undefined,
      files: found.map((file) => file.id),
    });
    return answer;
  },
};

const filesInfo: ApiMethod = {
  token: 'bot',
  scope: () => 'files:read',
  run(args, { files }) {
    const file = files.find(args.file ?? '');
    if (!file) return refuse('file_not_found');
    const { id, filename: name, title } = file;
    return { ok: true, file: { id, name, title, ...(files.isReady(id) && { mimetype: 'image/png' }) } };
  },
};

export const fileMethods = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': filesInfo,
};

function titleOf(wanted: { id?: string; title?: string }[], id: string): string | undefined {
  return wanted.find((file) => file.id === id)?.title;
}
