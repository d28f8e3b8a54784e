import * as fc from 'fast-check';
import { LAST, readRows } from '../questions/rows.ts';

/** Questions as people type them, which texts are made of. */
export const QUESTIONS: readonly string[] = readRows(LAST).flatMap(({ q, prev }) => [prev ?? [], q].flat());

/** What has brought down one program or another. */
const NASTY: readonly string[] = [
  // Signs that are none, halves of signs, invisible ones, such as turn the line around, and signs upon signs.
  ...['', ' ', '\n', '\t', '\r\n', '\0', '\u0007', '\u001b[31m', '\u2028', '\ufeff', '\uffff', '\ud800', '\udfff'],
  ...['\u200b', '\u200d', '\u202e', '\u2066', '\u0301', '\u0489', '\u20e3', '\ufe0f', '\ufdfa'],
  ...'👨‍👩‍👧‍👦 🏳️‍🌈 🇨🇳 👍🏽 ﬃ İ ß ŉ Ǆ ½ ① ㊿ 〇 𝟘 ٣ १ Ⅻ 兆 ㎏'.split(' '),
  // Patterns that trap regular expressions.
  ...'( (((( [[ {{ 0, 0. 1,000 " “ < <@U <! \\ https:// a://b: :// @ @@ % %20 %00 %zz & &amp; &lt; | || -- ~ ` ``` * ** _ __'.split(
    ' ',
  ),
  ...['1 000 ', 'of ', 'and ', 'per '],
  // What pings, links or formats on one platform or the other.
  ...'<!channel> <!here> <!everyone> <!subteam^S012345> <@U012345> <#C012345|x> <https://127.0.0.1:9/|x>'.split(' '),
  ...'@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678> <:a:123456789012345678>'.split(
    ' ',
  ),
  ...'<t:0:R> [x](https://127.0.0.1:9/) [x](<javascript:alert(1)>) discord.gg/x ||x|| <b>x</b> :fire:'.split(' '),
  ...['</harbin ask:1>', '\n> x', '\n>>> x', '\n# x', '\n-# x', '\n- x', '\n```\nx'],
  // Code of one kind or another.
  ..."<script>alert(1)</script> {0} {value} '{' %s%n %d __proto__ constructor toString hasOwnProperty".split(' '),
  ...["' OR 1=1 --", '"; DROP TABLE subscription; --', '{a, plural, other {#}}', '$\u007bx}'],
  // Numbers, years, dates, money.
  ...'null undefined NaN Infinity -0 1e308 1e999 0 1 229 1751 1.34亿 万 亿万 三千七百 两百万 0.0000001 -5 50% ½% $ ¥ €'.split(
    ' ',
  ),
  ...'2023 1999 2099 0000 9999 2023-02-30 29.02.2023 2023年13月45日 91年 1900-2100 99999999999999999999'.split(' '),
  ...['16.8 billion', '16,8 млрд', 'five thousand', '25 December 2023', 'since 2012'],
  // Commands and what stands behind them.
  ...'compare source check list chart help ask /harbin UTC+99 Mars/Olympus'.split(' '),
  ...['daily on', 'daily on 25:61', 'language xx'],
];

export const nasty = fc.constantFrom(...NASTY);

/** Half of a surrogate pair and its like: what a broken client may send. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));
const digits = fc.tuple(fc.stringMatching(/^[0-9]{1,40}$/), fc.nat(30)).map(([some, times]) => some.repeat(times + 1));
const soup = fc.array(fc.oneof(nasty, fc.constantFrom(...QUESTIONS), digits), { minLength: 1, maxLength: 12 });
const joint = fc.constantFrom('', ' ', ', ', '\n');

/** A question with something done to it: cut, doubled, mixed with another, or with strange signs in it. */
const mutatedQuestion = fc
  .tuple(
    fc.constantFrom(...QUESTIONS),
    fc.array(fc.tuple(fc.nat(400), fc.nat(12), fc.oneof(nasty, fc.constantFrom(...QUESTIONS))), { maxLength: 4 }),
  )
  .map(([question, changes]) =>
    changes.reduce((text, [place, length, instead]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + instead + text.slice(at + length);
    }, question),
  );

/** The longest text that is tried, in characters: as much as a request may carry. */
const MOST_CHARACTERS = 1_000_000;

/** One piece again and again, up to the longest that may come in. */
const endless = fc
  .tuple(
    fc.oneof(nasty, fc.string({ unit: 'binary', minLength: 1, maxLength: 4 })),
    joint,
    fc.integer({ min: 1, max: MOST_CHARACTERS }),
  )
  .map(([piece, between, length]) => {
    const unit = piece + between || ' ';
    return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  });

/** What anybody may type, paste or send. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: mutatedQuestion },
  { weight: 4, arbitrary: fc.tuple(soup, joint).map(([pieces, between]) => pieces.join(between)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: brokenText },
  { weight: 1, arbitrary: digits },
  { weight: 1, arbitrary: endless },
);

/** The same where a megabyte would be out of place. */
export const shortHostileText: fc.Arbitrary<string> = hostileText.map((text) => text.slice(0, 3_000));
