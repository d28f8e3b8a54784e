/**
 * Case, width and script forms of a text folded sign by sign, so that every offset stays what it was.
 * Footnote marks and other small figures are left alone: they are no digits.
 */
export function foldSigns(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text.replace(/[A-ZА-ЯЁ]/g, (sign) => sign.toLowerCase());
  return same.replace(FOLDED, (sign) => FORMS.get(sign) ?? String.fromCharCode(sign.charCodeAt(0) - WIDE));
}

/**
 * The text with its footnote marks blanked, and with "2½" and "10⁸" spelt "2.5" and "10^8".
 * To be called before NFKC, which would make digits of them ("229¹" would be 2291). The length may change.
 */
export function withoutFootnotes(text: string): string {
  return text
    .replace(POWER_OF_TEN, (_, ten: string, power: string) => `${ten}^${plainDigits(power)}`)
    .replace(VULGAR, (_, whole: string, part: string) => `${whole || '0'}.${VULGAR_PARTS[part]}`)
    .replace(FOOTNOTE_MARKS, (marks) => ' '.repeat(marks.length));
}

/** ¹ ₁ ① ⑴ ⒈ ❶ ⓵, but not the power of a unit of area or volume (m², км³), which NFKC makes "m2". */
const FOOTNOTE_MARKS = /(?<!(?<![\p{L}])[kкcсdд]?[mм])[²³]|[¹⁰⁴-⁹₀-₉①-⑳⑴-⒛⓪⓫-⓿❶-➓㉑-㉟㊱-㊿]/giu;

/** The value of superscript digits, as plain digits. */
export function plainDigits(superscript: string): string {
  return [...superscript].map((sign) => SUPERSCRIPT.indexOf(sign)).join('');
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const POWER_OF_TEN = /([×xх*·]\s?10)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})/giu;
const VULGAR = /(?<!\d[.,])(\d{0,20}) ?([½¼¾])/gu;
export const VULGAR_PARTS: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

/** How far the full-width signs ！ to ～ are from their ASCII twins. */
const WIDE = 0xfee0;
const FORMS = new Map<string, string>();
const pairs = (from: string, to: string) => {
  [...from].forEach((sign, at) => {
    FORMS.set(sign, to[at] ?? ' ');
  });
};
pairs('ё\u00a0\u202f\u2009\u2007\u2002\u2003\u2005\u2006\u2008\u200a\u3000\t', 'е             ');
pairs('’‘ʼ′‐‑–￥〜∼', "''''---¥~~");
// Kept: in Chinese it parts clauses more often than groups of digits.
pairs('，', '，');
// Traditional and financial forms that stand in numerals, measures, bounds and currencies.
pairs(
  '億萬兩幾數餘來圓圜塊點個約將過於從達為參叄貳陸間項條種處類戶幣韓歐盧鎊臺',
  '亿万两几数余来圆圆块点个约将过于从达为叁叁贰陆间项条种处类户币韩欧卢镑台',
);
const FOLDED = new RegExp(`[${[...FORMS.keys()].join('')}！-～]`, 'gu');
