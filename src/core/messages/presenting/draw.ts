// src/core/messages/presenting: an answer as a message, one file for each kind of answer.
// Imported by: core/messages, core/daily, core/news.

import type { Answer } from '../../answers/answer.ts';
import { drawAbout } from './about.ts';
import { drawChart } from './chart.ts';
import { drawCheck } from './check.ts';
import { drawChoice } from './choice.ts';
import { drawComparison } from './comparison.ts';
import { drawCourse } from './course.ts';
import { drawDaily } from './daily.ts';
import { drawDerived } from './derived.ts';
import { drawExport } from './export.ts';
import { drawFact, drawFigures } from './figures.ts';
import { drawHelp } from './help.ts';
import { drawList } from './list.ts';
import { drawNearest } from './nearest.ts';
import { drawOverview } from './overview.ts';
import { drawPlaces } from './place-comparison.ts';
import { drawGreeting, drawLanguage } from './talk.ts';
import type { Drawn, Tools } from './tools.ts';
import { drawUnknown } from './unknown.ts';

/** Draws an answer by its kind. */
export function draw(answer: Answer, tools: Tools): Drawn {
  switch (answer.kind) {
    case 'figure':
      return drawFigures(answer, tools);
    case 'course':
      return drawCourse(answer, tools);
    case 'places':
      return drawPlaces(answer, tools);
    case 'fact':
      return drawFact(answer, tools);
    case 'comparison':
      return drawComparison(answer, tools);
    case 'derived':
      return drawDerived(answer, tools);
    case 'list':
      return drawList(answer, tools);
    case 'export':
      return drawExport(answer, tools);
    case 'overview':
      return drawOverview(answer, tools);
    case 'chart':
      return drawChart(answer, tools);
    case 'choice':
      return drawChoice(answer, tools);
    case 'nearest':
      return drawNearest(answer, tools);
    case 'unknown':
      return drawUnknown(answer, tools);
    case 'about':
      return drawAbout(answer, tools);
    case 'check':
      return drawCheck(answer, tools);
    case 'help':
      return drawHelp(answer, tools);
    case 'language':
      return drawLanguage(answer, tools);
    case 'daily':
      return drawDaily(answer, tools);
    case 'greeting':
      return drawGreeting(answer, tools);
  }
}
