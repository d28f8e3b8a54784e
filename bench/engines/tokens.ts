/** Words as they are, and Chinese by pairs of signs: the libraries' own cut takes a whole Chinese sentence as one word. */
export function tokensOf(text: string): string[] {
  return (text.match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}_]+/gu) ?? []).flatMap((run) =>
    /^\p{Script=Han}/u.test(run) ? pairsOf(run) : run.split(/(?<!\p{Script=Han})(?=\p{Script=Han})/u),
  );
}

function pairsOf(run: string): string[] {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
