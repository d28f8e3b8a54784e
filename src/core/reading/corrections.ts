import { createPhrases, type Phrase } from './phrases.ts';

/** How people begin who put right what was understood, or what they wrote. */
export const CORRECTIONS: readonly Phrase<'not that'>[] = [
  {
    name: 'not that',
    en: '(?:(?:lol|haha|hm+|ok|oh|ah|um|uh|well|but|wait|hey|sorry|excuse me|actually)[ ,.!-]+)*(?:no|nope|nah|not (?:that|this)(?: one)?|wrong(?: one)?|sorry|my bad|i mistyped|typo)(?: ?[,.!;:-]+|(?= (?:i|its|the) ))(?:[ ,.:]*(?:sorry|no|i mean|i meant|i ment|i asked|i want|i wanted|i said|back to))*|(?:(?:nah|no|ok|well|lol) )?(?:i mean|i meant|i was asking|i asked|what i meant was)(?: about| for)?(?: ?[,.:]+)?',
    zh: '^(?:(?:不好意思|抱歉|哦|噢|啊|呃|额)[，,。 ]*)*(?:不对|不是(?:这个|那个)?|错了|搞错了|打错了|说错了|弄错了|我漏了)[，,。！! ]+(?:(?:我问的是|我问|我说的是|我是说|我要的是|我要|我想问的是|是|应该是|改成)[，,: ]*)*|^(?:我问的是|我说的是|我是说|我要的是|我想问的是)[，,: ]*',
    ru: '(?:(?:ой|блин|так|ну|хм+|ок|стоп)[ ,.!-]+)*(?:нет|не то|не|неа|неверно|неправильно|ошибся|ошиблась|простите|извините)(?: ?[,.!;:-]+|(?= (?:я|мне|меня) ))(?:[ ,.:]*(?:простите|извините|нет|я хотел|я хотела|меня интересует|мне нужн\\p{L}+|мне|я))*|(?:я имел в виду|я имела в виду|имею в виду)(?: ?[,.:]+)?',
    examples: {
      en: ['no, for talents', 'lol no, the ipo price', 'I meant the offer price', 'nah i mean new area only'],
      zh: ['不对，我问的是奖励的钱', '不是，我要2021年的', '不好意思打错了，是2011年'],
      ru: ['нет, для талантов', 'нет, я про выплаты предприятиям', 'Простите, я хотела 2011-й', 'не, за 2022'],
    },
  },
];
const corrections = createPhrases(CORRECTIONS);

/** In: a normalised message. Out: what it says instead, where it begins by putting something right. */
export function corrected(text: string): string | undefined {
  const rest = corrections.head(text);
  return rest === undefined || !/[\p{L}\p{N}]/u.test(rest) ? undefined : rest;
}
