import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/core/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import { botOf } from '../support/bot.ts';

const bot = botOf(await loadCatalogue());

async function ask(asked: string) {
  return reportOf(await bot.reply({ asked, conversation: 'everyday Russian' }));
}

describe('Everyday Russian', () => {
  it.each([
    // Chat spellings and words cut short.
    ['скок бабла собираются вбухать в ключевые проекты', ['planned-investment']],
    ['че за 30 новых мер по привлечению талантов?', ['talent-policies']],
    [
      'вузы, ключ. лаб. и исслед. центры - киньте цифры плиз',
      ['universities', 'key-laboratories', 'engineering-research-centres'],
    ],
    ['кол-во вузов в новом р-не Харбина', ['universities']],
    // A particle makes an asking word one that asks nothing.
    ['упоминаются какие-то потенциальные инкубаторы предприятий, что это вообще значит', ['potential-incubators']],
    // Asides and set phrases.
    ['сколько вузов в Харбине, дедлайн горит', ['universities']],
    ['какую цель ставит себе Харбин в плане инноваций', ['innovation-goal']],
    // "To become" is no article, and a place in a ranking no question for names.
    ['кем хочет стать Харбин', ['innovation-goal']],
    ['на каком месте Харбин среди научно-технологических кластеров', ['science-cluster-place']],
    // A sum is asked for, whatever else stands beside it.
    ['какая сумма выделена на поддержку кадровой политики (привлечение талантов)', ['talent-funds']],
    ['сколько в среднем досталось одной премированной компании', ['award-funding', 'awarded-enterprises']],
    // A sum that small words part from what asks for it.
    ['сколько мер для талантов и сколько на них денег', ['talent-policies', 'talent-funds']],
    ['сколько выделено денег под 30 мер', ['talent-funds']],
    // What somebody does, what has no number, and what is done to something are not what is counted.
    ['сколько fuerjia подняла на айпио', ['fuerjia-proceeds']],
    ['сколько прошло провинциальную экспертизу', ['approved-enterprises']],
    // What describes a thing is not the thing.
    ['сколько технологических компаний было в Харбине в 2020', ['high-tech-companies']],
    ['сколько выплатили компаниям в качестве поощрения', ['award-funding']],
    // A number beside the word for figures is a claim.
    ['где-то видела цифру 745 премированных компаний, верно?', ['awarded-enterprises']],
    ['у меня завтра доклад, сколько вузов в Харбине', ['universities']],
    // Who asks.
    ['инвестор спрашивает, сколько у нас хайтек предприятий', ['high-tech-companies']],
    // The later year may be said first.
    ['как изменился выпуск хайтек продукции в Харбине в 2011 по сравнению с 2010?', ['high-tech-output']],
    ['сколько вузов в новом районе', ['universities']],
    ['правда, что в Харбине почти полсотни университетов?', ['universities']],
  ])('is understood: %s', async (question, figures) => {
    expect((await ask(question)).figures).toEqual(figures);
  });

  it.each([
    'почем сейчас акции fuerjia',
    'сколько преподавателей в вузах, срочно плиз',
    'скок ключ. лаб. закрылось',
    'сколько лабораторий строится',
    'сколько статей опубликовали лаборатории',
    'почем рубль к юаню сегодня',
    'сколько хайтек компаний прибыльные',
    'сколько лабораторий пустует',
    'сколько хайтек компаний лишились статуса',
    'сколько вузов переехало',
    'сколько дали лабораториям',
    'сколько патентов оспорено',
    'сколько денег уже потратили на таланты',
  ])('gets no number that answers something else: %s', async (question) => {
    const { numbers, figures } = await ask(question);
    expect([figures, numbers]).toEqual([[], []]);
  });
});

it('goes on from a figure to its sum: а денег сколько?', async () => {
  const conversation = 'everyday Russian, follow-up';
  await bot.reply({ asked: 'сколько ключевых проектов', conversation });
  expect(reportOf(await bot.reply({ asked: 'а денег сколько?', conversation })).figures).toEqual([
    'planned-investment',
  ]);
});
