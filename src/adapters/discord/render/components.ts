import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer } from '../../../core/answers/answer.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { FigureClaim, Question } from '../../../core/question.ts';
import type { Language } from '../../../data/schema.ts';
import { cut } from '../../shared/cut.ts';
import { type Click, SELECT_ID, writeButton, writeOwner } from './button-code.ts';
import { LIMITS } from './limits.ts';
import { word } from './words.ts';

/** Something that can be clicked, and what that asks, or who may delete the message by it. */
export type Clickable = { label: string } & (Omit<Click, 'language'> | { owner: string });

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Draws buttons in rows; one whose question does not fit, or that is there already, is left out. */
export function buttonRows(clickables: readonly Clickable[], language: Language): Row[] {
  const buttons = clicks(clickables, language).map(
    ({ label, id }): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: cut(label, LIMITS.buttonLabelCharacters),
      custom_id: id,
    }),
  );
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length && rows.length < LIMITS.rows; at += LIMITS.buttonsInRow)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttonsInRow) });
  return rows;
}

/** Draws a menu to choose from; each entry carries its question. */
export function menuRows(clickables: readonly Clickable[], language: Language, placeholder: string): Row[] {
  const options = clicks(clickables, language)
    .slice(0, LIMITS.selectOptions)
    .map(({ label, id }) => ({ label: cut(label, LIMITS.selectLabelCharacters), value: id }));
  if (options.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: SELECT_ID,
          placeholder: cut(placeholder, LIMITS.placeholderCharacters),
          options,
        },
      ],
    },
  ];
}

function clicks(clickables: readonly Clickable[], language: Language): { label: string; id: string }[] {
  const byId = new Map<string, string>();
  for (const { label, ...click } of clickables) {
    const id = 'owner' in click ? writeOwner(click.owner) : writeButton({ ...click, language });
    if (id !== undefined && label.trim() !== '' && !byId.has(id)) byId.set(id, label);
  }
  return [...byId].map(([id, label]) => ({ id, label }));
}

/** Buttons that share the result of a check: one if its claims fit into a custom_id, else one for each part. */
export function shareButtons({ answer, message: { language } }: { answer?: Answer; message: Message }): Clickable[] {
  if (answer?.kind !== 'check') return [];
  const ruled = answer.findings.flatMap((finding) => (finding.kind === 'ruled' ? [finding.claim] : []));
  const parts = partsOf(ruled, (claims) => writeButton({ asked: { question: claims }, language, share: true }));
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
