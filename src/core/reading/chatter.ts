import type { Question } from '../question.ts';
import { asksQuantity, asksSomething } from './asks.ts';
import { numbersOf } from './claims.ts';
import type { Scene } from './scene.ts';

/** What is said to the bot or about it in words that name no figure. */
export function readChatter(scene: Scene): Question | undefined {
  return metaWithContent(scene) ?? greetingWithContent(scene);
}

/** A question about the bot or its data whose other words name nothing: "is this official government statistics?". */
function metaWithContent({ cues, spans, terms }: Scene): Question | undefined {
  if (cues.has('author')) return { kind: 'about', what: 'bot', figures: [] };
  // "How much of the 16.8 billion comes from Beijing?" asks of the sum, not of the data.
  const isPart = cues.has('share') || asksQuantity(cues) || cues.has('money');
  if (isPart && numbersOf(terms).length > 0) return undefined;
  if (spans.some(({ match }) => match.verdict !== 'refusal' && match.candidates[0]?.target.kind === 'figure'))
    return undefined;
  if (cues.has('source')) return { kind: 'about', what: 'source', figures: [] };
  return cues.has('age') ? { kind: 'about', what: 'age', figures: [] } : undefined;
}

/** "Good morning from Leeds!": a greeting, whatever else it says, when nothing is asked. */
function greetingWithContent({ cues, spans }: Scene): Question | undefined {
  const asks = asksSomething(cues) || cues.has('true') || cues.has('wish');
  if (asks || spans.some(({ match }) => match.verdict !== 'refusal')) return undefined;
  const what = (['thanks', 'hello', 'bye'] as const).find((cue) => cues.has(cue));
  return what && { kind: 'greeting', what };
}
