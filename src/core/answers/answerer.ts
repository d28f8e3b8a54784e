import type { Catalogue, Figure } from '../../data/schema.ts';
import { figureIndex } from '../catalogue/figure-index.ts';
import { newestIn } from '../catalogue/observing.ts';
import { scopeOf } from '../catalogue/scope.ts';
import { everyStated, usualOf } from '../catalogue/stated.ts';
import { findingsOf } from '../claims/finding.ts';
import { typedAsk } from '../daily/typed.ts';
import type { Question } from '../question.ts';
import type { Answer } from './answer.ts';
import { chart } from './chart-answer.ts';
import { nearest } from './nearest.ts';
import { nextFact } from './next-fact.ts';
import { pagesOf } from './pages.ts';
import { compare, derive } from './pair.ts';
import { refusal } from './refusal.ts';
import { tell } from './tell.ts';

/** Answers questions from one catalogue. */
export type Answerer = (question: Question) => Answer;

export function createAnswerer(catalogue: Catalogue): Answerer {
  const found = figureIndex(catalogue).all;
  const unheld = refusal({ kind: 'nonsense' }, []);

  return (question) => {
    switch (question.kind) {
      case 'figure':
        return tell(question, found(question.figures)) ?? unheld;
      case 'compare': {
        const [left, right] = found([question.left, question.right]);
        return left && right ? compare(left, right, question) : unheld;
      }
      case 'derive': {
        const [left, right] = found([question.left, question.right]);
        const relation = catalogue.relations.find(({ id }) => id === question.relation);
        return left && right ? derive(question, left, right, relation) : unheld;
      }
      case 'list': {
        const topics = catalogue.topics.filter(({ id }) => question.topics.includes(id));
        const pages = pagesOf(
          catalogue,
          topics.map(({ id }) => id),
        );
        const page = Math.min(question.page ?? 1, pages.length);
        return {
          kind: 'list',
          topics,
          stated: (pages[page - 1] ?? []).map(usualOf),
          before: pages.slice(0, page - 1).flat().length,
          total: pages.flat().length,
          page,
          pages: pages.length,
        };
      }
      case 'export':
        return { kind: 'export', stated: pagesOf(catalogue, question.topics).flat().flatMap(everyStated) };
      case 'chart':
        return chart(question, catalogue);
      case 'overview':
        return { kind: 'overview', stated: highlights(catalogue).map(usualOf) };
      case 'fact':
        return { kind: 'fact', stated: usualOf(nextFact(catalogue.figures, question.after)) };
      case 'choice':
        return { kind: 'choice', figures: found(question.figures), scope: scopeOf(question) };
      case 'nearest':
        return nearest(question, found(question.figures));
      case 'unknown':
        return refusal(question.missing, found(question.near));
      case 'about':
        return {
          kind: 'about',
          what: question.what,
          stated: found(question.figures).map((figure) => newestIn(figure, scopeOf(question))),
        };
      case 'daily':
        return {
          kind: 'daily',
          outcome: {
            kind: 'elsewhere',
            command: typedAsk(question.ask),
            ...(question.ask.kind.includes('watch') ? { watches: true } : {}),
          },
        };
      case 'check':
        return {
          kind: 'check',
          findings: findingsOf(question, catalogue),
          ...(question.most === undefined ? {} : { most: question.most }),
        };
      case 'help':
      case 'language':
      case 'greeting':
        return question;
    }
  };
}

/** The first main figure of every topic: what the bot can tell at a glance. */
function highlights(catalogue: Catalogue): Figure[] {
  const { main } = figureIndex(catalogue);
  return catalogue.topics.flatMap((topic) => main.find((figure) => figure.topic === topic.id) ?? []);
}
