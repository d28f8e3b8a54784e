// src/adapters/discord/render: what a message looks like on Discord. Pure functions.
// Imported by: adapters/discord.

import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';
import type { Answer } from '../../../core/answers/answer.ts';
import { COMMANDS } from '../../../core/commands/commands.ts';
import { formButton } from '../../../core/daily/form.ts';
import { reportable } from '../../../core/feedback/number-reports.ts';
import { fullLabel, type Message } from '../../../core/messages/message.ts';
import { reportForm } from '../../../core/messages/number-report.ts';
import type { Question } from '../../../core/question.ts';
import { cut } from '../../shared/cut.ts';
import { buttonRows, type Clickable, menuRows, shareButtons } from './components.ts';
import { LIMITS } from './limits.ts';
import type { Panel } from './panel.ts';
import { fitLines, type Line, linesOf, markdown } from './text.ts';
import { word } from './words.ts';

/** A message as Discord takes it. */
export type Drawing = {
  content: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  picture?: Picture;
  file?: Attachment;
};

/** A chart as a picture, with the words for those who do not see it. */
export type Picture = { png: Uint8Array; description: string };

/** What the file is called; embeds refer to it by this name. */
export const PICTURE_NAME = 'chart.png';

/** A file to download. */
export type Attachment = { name: string; data: Buffer };

/** What is drawn: the message of an answer, or one that answers nothing. */
type Drawable = { message: Message; answer?: Answer; question?: Question };

/** What a drawing depends on besides the answer. */
export type Surface = {
  /** Whether embeds are shown there; without that permission Discord drops them, so all becomes text. */
  embeds: boolean;
  /** The message's chart, where it could be drawn. */
  picture?: Picture | undefined;
  /** How a command is written so that a click starts it. */
  mentionCommand(subcommand: string): string;
  /** Whether one person alone will see it, who may show a ruling to everyone. */
  isPrivate?: boolean;
  /** Who shows it to everyone. */
  sharer?: string;
  /** Who may delete it. */
  owner?: string | undefined;
  /** Whether a daily post can be set up there. */
  setsUp?: boolean;
  /** What stands above its buttons where it is the panel of a daily post. */
  panel?: Panel | undefined;
};

/**
 * Draws an answer: its first sentences as text, which is what a notification shows and a screen reader begins with,
 * the rest below them in an embed, and what can be asked next as buttons or, where a choice is due, as a menu.
 */
export function render(reply: Drawable, surface: Surface): Drawing {
  const { message } = reply;
  const { picture } = surface;
  const hasPicture = picture !== undefined;
  const lead = leadOf(message);
  const rest = message.parts.slice(lead.length);
  const isChoice = reply.answer?.kind === 'choice';
  const setUp = surface.setsUp ? setUpButton(reply) : [];
  const clickables = [
    // The way to set a daily post up takes the place of the last way on, so that it all stays one row.
    ...clickablesOf(reply, isChoice).slice(0, setUp.length > 0 ? MOST_BESIDE_SET_UP : undefined),
    ...(surface.isPrivate ? shareButtons(reply) : []),
    ...reportButton(reply),
    ...setUp,
    ...(surface.panel ? [surface.panel.clock] : []),
  ];
  const closing: Line[] = [
    ...(reply.answer?.kind === 'help' ? [commandLine(message, surface)] : []),
    ...(surface.sharer === undefined
      ? []
      : [
          {
            text: markdown([word('sharedBy', message.language, { name: surface.sharer })], 'content'),
            essential: true,
          },
        ]),
  ];
  const { language } = message;
  const deleting = surface.owner === undefined ? [] : [{ label: word('delete', language), owner: surface.owner }];
  const components = isChoice
    ? [...menuRows(clickables, language, message.invitation ?? '…'), ...buttonRows(deleting, language)]
    : [...(surface.panel?.menus ?? []), ...buttonRows([...clickables, ...deleting], language)];
  if (!surface.embeds) {
    const lines = [...linesOf(message.parts, 'content', hasPicture), ...closing];
    return {
      content: fitLines(lines, LIMITS.contentCharacters).join('\n'),
      embeds: [],
      components,
      ...(picture ? { picture } : {}),
    };
  }
  const isBare = rest.length === 0;
  return {
    content: fitLines([...linesOf(lead, 'content'), ...(isBare ? closing : [])], LIMITS.contentCharacters).join('\n'),
    embeds: isBare
      ? []
      : withPicture(withOrigin(embedsOf([...linesOf(rest, 'embed', hasPicture), ...closing]), message), picture),
    components,
    ...(picture ? { picture } : {}),
  };
}

/** One line of the bot's own, with nothing to click. */
export function renderLine(content: string): Drawing {
  return { content, embeds: [], components: [] };
}

/** The sentences that a message begins with; one that only heads a list stays with the list. */
function leadOf({ parts }: Message): Message['parts'] {
  const end = parts.findIndex(({ kind }) => kind !== 'text');
  if (end < 0) return parts;
  return parts.slice(0, Math.max(1, parts[end]?.kind === 'items' ? end - 1 : end));
}

/** The fewest embeds that hold the lines, within the limit for all of them. */
function embedsOf(lines: readonly Line[]): APIEmbed[] {
  const embeds: APIEmbed[] = [];
  let description = '';
  for (const line of fitLines(lines, LIMITS.embedCharactersInAll)) {
    const text = line.slice(0, LIMITS.embedDescriptionCharacters);
    if (description && description.length + 1 + text.length > LIMITS.embedDescriptionCharacters) {
      embeds.push({ description });
      description = '';
    }
    description += description ? `\n${text}` : text;
  }
  return description ? [...embeds, { description }] : embeds;
}

/** The bot's colour, at the side of an embed; it says nothing that the words do not. */
const COLOUR = 0x1f4e79;

/** Below the last embed stands who published what is told, and the day that it is of. */
function withOrigin(embeds: APIEmbed[], { origin }: Message): APIEmbed[] {
  return embeds.map((embed, at) => ({
    ...embed,
    color: COLOUR,
    ...(origin && at === embeds.length - 1 ? { footer: { text: cut(origin.publisher, LIMITS.footerCharacters) } } : {}),
    // At noon, so that it is the same day in nearly every time zone.
    ...(origin?.day && at === embeds.length - 1 ? { timestamp: `${origin.day}T12:00:00.000Z` } : {}),
  }));
}

/** The picture stands below the last of the lines. */
function withPicture(embeds: APIEmbed[], picture: Picture | undefined): APIEmbed[] {
  if (!picture) return embeds;
  const image = { url: `attachment://${PICTURE_NAME}` };
  return embeds.map((embed, at) => (at === embeds.length - 1 ? { ...embed, image } : embed));
}

/** Buttons by their short labels; a menu has room for the full ones. */
function clickablesOf({ message }: Drawable, isMenu: boolean): Clickable[] {
  return message.buttons.map((button) => ({
    label: isMenu ? fullLabel(button) : button.label,
    asked: { question: button.question },
    ...(button.replaces ? { replaces: true as const } : {}),
  }));
}

function reportButton({ message: { language }, answer, question }: Drawable): Clickable[] {
  const about = answer && question && reportable({ answer, question });
  return about ? [{ label: reportForm(language).button, asked: { question: about }, reports: true }] : [];
}

/** One row less the way to set a daily post up, and Delete. */
const MOST_BESIDE_SET_UP = LIMITS.buttonsInRow - 2;

/** A button that opens the panel for a daily post. */
function setUpButton({ message: { language }, answer }: Drawable): Clickable[] {
  const isAsked = answer?.kind === 'fact' || (answer?.kind === 'daily' && answer.outcome.kind === 'nothing');
  const question = { kind: 'daily', ask: { kind: 'on', wish: {} } } as const;
  return isAsked ? [{ label: formButton(language), asked: { question }, panel: 'open' }] : [];
}

function commandLine({ language }: Message, { mentionCommand }: Surface): Line {
  const commands = COMMANDS.filter(({ name }) => name !== 'help').map(({ name }) => mentionCommand(name));
  return { text: word('commands', language, { commands: commands.join(' ') }), essential: true };
}
