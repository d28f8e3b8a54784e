/** Questions whose answer is one known number, so that a wrong one is seen. */
export type Question = { text: string; number: string };

export const QUESTIONS: readonly Question[] = [
  { text: 'how many key laboratories are there?', number: '229' },
  { text: 'how many universities?', number: '48' },
  { text: 'how many engineering research centres?', number: '250' },
  { text: 'how many high-tech companies?', number: '1,751' },
  { text: 'how many key projects are planned?', number: '37' },
  { text: 'how many policies to attract talents?', number: '30' },
  { text: 'how many enterprises got awards?', number: '745' },
  { text: 'how many enterprises passed the provincial review?', number: '818' },
];
