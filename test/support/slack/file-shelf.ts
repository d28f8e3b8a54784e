import type { SlackClock } from './clock.ts';

/** A file on its way into the workspace, or in it. */
type SlackFile = {
  id: string;
  filename: string;
  /** The number of bytes announced, which the upload has to match. */
  length: number;
  altText: string | undefined;
  uploadUrl: string;
  content: Buffer | undefined;
  title: string | undefined;
  /** When the upload was completed, by the fake's clock. */
  completedAt: number | undefined;
};

/** All files announced or uploaded. */
export type FileShelf = {
  readonly files: SlackFile[];
  announce(filename: string, length: number, altText: string | undefined): SlackFile;
  find(id: string): SlackFile | undefined;
  /** Takes the bytes for an upload address; false when they are not as many as announced. */
  receive(uploadUrl: string, content: Buffer): boolean;
  /** Whether a block may show the file: completed, and no longer being processed. */
  isReady(id: string): boolean;
};

export function createFileShelf(baseUrl: string, clock: SlackClock, timing: { fileProcessingMs: number }): FileShelf {
  const files: SlackFile[] = [];
  const find = (id: string) => files.find((file) => file.id === id);
  return {
    files,
    find,
    announce(filename, length, altText) {
      const id = `F0${String(files.length + 1).padStart(6, '0')}`;
      const uploadUrl = `${baseUrl}/upload/v1/${id}`;
      const rest = { content: undefined, title: undefined, completedAt: undefined };
      const file: SlackFile = { id, filename, length, altText, uploadUrl, ...rest };
      files.push(file);
      return file;
    },
    receive(uploadUrl, content) {
      const file = files.find((each) => each.uploadUrl === uploadUrl);
      if (file?.length !== content.length) return false;
      file.content = content;
      return true;
    },
    isReady(id) {
      const completedAt = find(id)?.completedAt;
      return completedAt !== undefined && clock.now() - completedAt >= timing.fileProcessingMs;
    },
  };
}
