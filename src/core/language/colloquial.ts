import { CYRILLIC } from './scripts.ts';
/**
 * Russian as it is typed in a hurry, spelled out: "скок бабла" is сколько денег, "ключ. лаб." ключевые лаборатории, and
 * "какие-то" one word that asks nothing.
 */
export function spellOut(text: string): string {
  if (!CYRILLIC.test(text)) return text;
  return text
    .replace(PARTICLE, '')
    .replace(CUT_WORD, (typed, word: string) => CUT_SHORT.get(word) ?? typed)
    .replace(WORD, (typed) => WHOLE.get(typed) ?? typed);
}

/** The hyphen of "где-то", "что-нибудь", "всё-таки". */
const PARTICLE = /(?<=\p{Script=Cyrillic})-(?=(?:то|нибудь|либо|таки)(?!\p{L}))/gu;
/** A word, also one with a hyphen in it: "р-н". */
const WORD = /(?<![\p{L}\p{N}-])\p{Script=Cyrillic}+(?:-\p{Script=Cyrillic}+){0,2}(?![\p{L}\p{N}-])/gu;
/** A word with a dot behind it that the sentence goes on after: "ключ. лаборатории". */
const CUT_WORD = /(?<![\p{L}\p{N}-])(\p{Script=Cyrillic}{2,8})\.(?=\s?\p{Script=Cyrillic})/gu;

/** Chat spellings, by the words that they stand for. */
const WHOLE = filed(`
что: че чо шо
сколько: скок скока скоко скольк сколка сколко
сколько стоит: почем
денег: бабла бабок лавэ бабосов деньжат денежек баблишка
деньги: бабло бабки денежки бабосы
миллионов: лямов
миллиона: ляма
миллиардов: ярдов
миллиарда: ярда
сейчас: щас ща счас сичас сейчс
вообще: ваще вапще воще вобще
пожалуйста: плиз плз пжл пжлст пж пжста пжлс плизз пжалста
спасибо: спс сенкс сенк пасиб
количество: колво кол-во
человек: чел
айпио: ипо ай-пи-о
район: р-н
района: р-на
районе: р-не
университет: ун-т
институт: ин-т
предприятий: предпр пр-тий предприяти
предприятия: пр-тия пр-тие
производство: пр-во произ-во
сертификация: серт-я
сертификацию: серт-ю
сертификации: серт-и
высокотехнологичные: высокотех высокотехи хайтех хайтэк хайтеки
исследовательских: исслед исследоват
технологических: технологич
`);
/** Words cut short, by what they stand for where a dot follows. */
const CUT_SHORT = filed(`
ключевые: ключ
лаборатории: лаб лабор
исследовательские: иссл исслед исследоват
инженерные: инж инжен
технологические: техн технол технолог
научные: науч
высшие: высш выс
учебные: учеб уч
заведения: завед зав
провинциальные: пров провинц
предприятия: предпр предп
компании: комп
инвестиции: инвест
новые: нов
строительные: строит
университеты: унив
количество: кол
примерно: прим
высокотехнологичные: высокотехн выс-техн
`);

function filed(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [meant = '', typed = ''] = line.split(': ');
        return typed.split(' ').map((spelling) => [spelling, meant] as const);
      }),
  );
}
