import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Language } from '../../../data/schema.ts';
import { cut } from '../../shared/cut.ts';
import { type Click, formatCustomId, SELECT_ID } from './button-code.ts';
import { LIMITS } from './limits.ts';

/** Something that can be clicked, and what that asks. */
export type Clickable = { label: string } & Omit<Click, 'language'>;

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
    const id = formatCustomId({ ...click, language });
    if (id !== undefined && label.trim() !== '' && !byId.has(id)) byId.set(id, label);
  }
  return [...byId].map(([id, label]) => ({ id, label }));
}
