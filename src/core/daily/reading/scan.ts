/** Something read at a place of a text, and how many characters it takes. */
export type Found<Value> = { value: Value; length: number };

/** What a pattern with the flag `y` matches at a place of a text. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Goes through a text and hands every place to `read`, which says how many characters it understood there; what nobody
 * understands is given back, in runs as they stand in the text.
 */
export function scan(text: string, read: (at: number) => number): string[] {
  const unread: string[] = [];
  let run = '';
  const end = () => {
    if (/[\p{L}\p{N}]/u.test(run)) unread.push(run.trim());
    run = '';
  };
  for (let at = 0; at < text.length; ) {
    const isSpace = /\s/.test(text[at] ?? '');
    const understood = isSpace ? 0 : read(at) || fillerAt(text, at);
    if (understood > 0) end();
    const step = understood || (isSpace ? 1 : wordAt(text, at));
    // Words that nobody understood stay together: they may be one name.
    if (understood === 0) run += text.slice(at, at + step);
    at += step;
  }
  end();
  return unread;
}

/** Words that say nothing by themselves, and signs between others. */
const FILLERS =
  /(?:(?:topics?|an?|at|in|on|by|the|of|for|to|from|and|every|each|about|only|time|timezone|time zone|zone|local|please|posts?|facts?|push|send|publish|until|till|for|до|в|во|на|по|с|со|и|из|о|об|обо|про|тема|тему|теме|темы|к|только|каждый|каждую|каждое|время|времени|часовой пояс|часового пояса|часовому поясу|пояс|факты?|посты?|публик(?:уй|овать|ации|ация)|присыла(?:й|ть)|отправля(?:й|ть))(?![a-zа-я0-9])|推送|发送|发布|播报|时间|时区|主题|直到|为止|到|按|在|于|每逢|每|逢|的|和|及|与|关于|[\s,;、，；。()[\]"“”«»'‘’•·|+&/.:!?-]+)/y;

function fillerAt(text: string, at: number): number {
  return matchAt(FILLERS, text, at)?.[0].length ?? 0;
}

/** The characters up to the next place where something may begin: a word, or one sign of Chinese. */
function wordAt(text: string, at: number): number {
  const word = matchAt(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}_]+/uy, text, at)?.[0];
  return word?.length ?? String.fromCodePoint(text.codePointAt(at) ?? 0).length;
}
