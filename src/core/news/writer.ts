import type { Catalogue, Language } from '../../data/schema.ts';
import type { Message } from '../messages/message.ts';
import { messageOf, toolsOf } from '../messages/present.ts';
import { drawEdited, drawNote } from '../messages/presenting/news.ts';
import type { News } from './readers.ts';

/** Words what channels are told about changes; `day` is when they were noticed, such as 2026-11-30. */
export type NewsWriter = (news: News, setting: { language: Language; day: string }) => Message;

export function createNewsWriter(catalogue: Catalogue, version: string): NewsWriter {
  return (news, { language, day }) => {
    const tools = toolsOf(catalogue, { language, version, today: day });
    return messageOf(news.kind === 'edit' ? drawEdited(news, day, tools) : drawNote(news, day, tools), tools);
  };
}
