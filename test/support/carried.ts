import { expect } from 'vitest';
import type { Question } from '../../src/core/question.ts';
import { formatQuestion, MOST_CODE_CHARACTERS, parseQuestion } from '../../src/core/question-code.ts';
import { LANGUAGES } from '../../src/data/schema.ts';

/** A button carries the question in every language, and reads back as the same. */
export function expectCarried(question: Question): void {
  for (const language of LANGUAGES) {
    const code = formatQuestion({ question, language });
    expect(code, JSON.stringify(question)).toBeDefined();
    expect(code?.length).toBeLessThanOrEqual(MOST_CODE_CHARACTERS);
    expect(parseQuestion(code ?? '')).toEqual({ question, language });
  }
}
