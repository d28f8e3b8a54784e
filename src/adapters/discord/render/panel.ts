import { type APIActionRowComponent, type APIStringSelectComponent, ComponentType } from 'discord.js';
import type { Bot, Reply } from '../../../core/bot.ts';
import { clockForm, menusOf } from '../../../core/daily/form.ts';
import type { DailyOutcome } from '../../../core/daily/outcome.ts';
import type { Schedule } from '../../../core/daily/subscription.ts';
import type { Question } from '../../../core/question.ts';
import type { Language } from '../../../data/schema.ts';
import { cut } from '../../shared/cut.ts';
import { writeButton } from './button-code.ts';
import type { Clickable } from './components.ts';
import { LIMITS } from './limits.ts';

/** What a panel adds to the question whether to set a daily post up: a menu of days, one of topics, and a button for hour and zone. */
export type Panel = { menus: APIActionRowComponent<APIStringSelectComponent>[]; clock: Clickable };

/** The panel of an answer that asks whether a daily post is to be set up, or that did not understand what was typed for `before`; undefined for any other. Each part carries the whole schedule. */
export function panelOf(bot: Bot, { answer, message: { language } }: Reply, before?: Schedule): Panel | undefined {
  const schedule = answer.kind === 'daily' ? scheduleOf(answer.outcome, before) : undefined;
  if (!schedule) return undefined;
  const asked = { question: setUp(schedule) };
  const menus = menusOf(bot, language, schedule);
  return {
    menus: [menu('days', asked, language, menus.days), menu('topic', asked, language, menus.topic)],
    clock: { label: clockForm(language).title, asked, panel: 'clock' },
  };
}

function scheduleOf(outcome: DailyOutcome, before: Schedule | undefined): Schedule | undefined {
  if (outcome.kind === 'unclear') return before;
  return outcome.kind === 'confirm' && outcome.change.kind === 'on' ? outcome.subscription.schedule : undefined;
}

/** The question that sets a whole schedule up. */
function setUp({ minute, zone, days, topic }: Schedule): Question {
  return { kind: 'daily', ask: { kind: 'on', wish: { minute, zone, days, topic: topic ?? null } } };
}

type Menu = ReturnType<typeof menusOf>['days'];

function menu(
  panel: 'days' | 'topic',
  asked: { question: Question },
  language: Language,
  { label, choices, chosen }: Menu,
): Panel['menus'][number] {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        // A schedule always fits.
        custom_id: writeButton({ asked, language, panel }) ?? '',
        placeholder: cut(label, LIMITS.placeholderCharacters),
        options: choices.slice(0, LIMITS.selectOptions).map((choice) => ({
          label: cut(choice.label, LIMITS.selectLabelCharacters),
          value: choice.value,
          default: choice.value === chosen?.value,
        })),
      },
    ],
  };
}
