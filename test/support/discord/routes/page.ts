import { createProblems } from '../problems.ts';

/** Which part of a long list is asked for. */
type Page = { limit: number; after: string | null; before: string | null };

/** Refuses a page that Discord would refuse. */
export function checkPage(query: URLSearchParams, { most, usual }: { most: number; usual: number }): Page {
  const problems = createProblems();
  const limit = Number(query.get('limit') ?? usual);
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    problems.add(['limit'], 'NUMBER_TYPE_MAX', `int value should be between 1 and ${most}.`);
  const [after = null, before = null] = ['after', 'before'].map((name) => query.get(name));
  for (const [name, id] of Object.entries({ after, before }))
    if (id && !/^\d{1,20}$/.test(id)) problems.add([name], 'NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`);
  problems.refuseIfAny();
  return { limit, after, before };
}
