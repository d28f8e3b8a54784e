import type { DailyOutcome } from '../../daily/outcome.ts';
import type { Inline } from '../message.ts';
import { listText } from '../wording/lists.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

type Refused = Extract<DailyOutcome, { kind: 'refused' }>;

/** Says what a person or the bot may not do, and who or what would help; a click tries again. */
export function drawRefused({ permit, ask }: Refused, tools: Tools): Drawn {
  const again = {
    label: tools.words.text('doAgain'),
    question: { kind: 'daily' as const, ask },
    replaces: true as const,
  };
  return {
    parts: [text(refusedWords(permit, tools))],
    ...(permit.kind === 'denied' ? {} : { buttons: [again], invitation: 'dailyDo' }),
  };
}

function refusedWords(permit: Refused['permit'], { words }: Tools): Inline[] {
  switch (permit.kind) {
    case 'denied':
      return words.say('dailyDenied', { needs: permit.needs[words.language] });
    case 'lacking': {
      const names = permit.permissions.map((name) => name[words.language]);
      return words.say('dailyLacking', { permissions: listText(names, words) });
    }
    case 'archived':
      return words.say('dailyArchived');
    case 'absent':
      return words.say('dailyAbsent', { invite: [{ strong: permit.invite }] });
  }
}
