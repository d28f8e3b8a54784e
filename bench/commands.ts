/** What people type behind /harbin, in three languages; each gets an answer. */
export const COMMANDS = [
  'how many key labs?',
  'how many universities?',
  'compare labs, centres',
  'how much investment is planned?',
  '哈尔滨有多少个重点实验室？',
  'Сколько ключевых лабораторий?',
  'list research',
];
