/** Words of questions in three languages that name nothing. */
const STOP_WORDS = new Set(
  (
    'a an the of in on at for by to from with and or is are was were be been do does did has have had there this that these ' +
    'those it its i you he she we they me my your our what which who when where why how many much number please tell give can ' +
    'could would should all total now currently harbin city ' +
    'и в во на по с со у к о об за из для что это как сколько какой какая какие какое есть ли а но или не мне вы вас у там ' +
    'сейчас всего харбин харбине харбина города городе ' +
    '的 了 吗 呢 吧 啊 是 有 在 和 与 多少 几 个 家 所 请问 什么 哪 哈尔滨 市 现在 一共 总共'
  ).split(' '),
);

/** Small words say nothing about what is asked; without them the libraries do much better. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}

export function withoutStopWords(question: string): string {
  return (question.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []).filter((word) => !isStopWord(word)).join(' ');
}
