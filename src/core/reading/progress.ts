/** Words by which a sentence says that something has been done, in all three languages. */
const DONE =
  /\b(invested|spent|built|completed|constructed|poured|finished|paid)\b|已建|建成|已投|投资了|投入了|完成投资|花了|花费了|竣工|вложил|вложен|потрати|потрач|построил|построен|инвестировал|завершен|освоил|освоен/u;
/** Words by which it says that something is meant to be done. */
const PLANNED =
  /\b(plan|plans|planned|planning|will|shall|intends?|aims?|targets?|to be|going to|expects?|expected)\b|计划|规划|拟|将|预计|谋划|目标|план|намер|буд(?:ет|ут)|собира|предпола/u;

/** Whether a folded sentence tells of something as done rather than planned. */
export function tellsAsDone(text: string): boolean {
  return DONE.test(text) && !PLANNED.test(text);
}
