import type { Answer } from '../../../core/answers/answer.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { FigureClaim, Question } from '../../../core/question.ts';
import { formatCustomId } from './button-code.ts';
import type { Clickable } from './components.ts';
import { LIMITS } from './limits.ts';
import { word } from './words.ts';

/** Buttons that show a ruling to everyone: one where its claims fit into a custom_id, else one for each part of them. */
export function shareButtons({ answer, message: { language } }: { answer?: Answer; message: Message }): Clickable[] {
  if (answer?.kind !== 'check') return [];
  const ruled = answer.findings.flatMap((finding) => (finding.kind === 'ruled' ? [finding.claim] : []));
  const parts = partsOf(ruled, (claims) => formatCustomId({ asked: { question: claims }, language, share: true }));
  return parts.slice(0, LIMITS.buttonsInRow).map((claims, at) => ({
    label:
      parts.length === 1
        ? word('share', language)
        : word('sharePart', language, { part: String(at + 1), parts: String(parts.length) }),
    asked: { question: claims },
    share: true,
  }));
}

/** As many claims together as fit, without the words that said them. */
function partsOf(claims: readonly FigureClaim[], fits: (question: Question) => string | undefined): Question[] {
  const parts: Extract<Question, { kind: 'check' }>[] = [];
  for (const { quote: _quote, ignored: _ignored, ...claim } of claims) {
    const last = parts.at(-1);
    const joined = { kind: 'check' as const, claims: [...(last?.claims ?? []), claim] };
    const alone = { kind: 'check' as const, claims: [claim] };
    if (last && fits(joined) !== undefined) parts[parts.length - 1] = joined;
    else if (fits(alone) !== undefined) parts.push(alone);
  }
  return parts;
}
