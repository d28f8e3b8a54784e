import chineseDays from 'chinese-days';

/** Whether people in China work on a day such as 2026-02-14; in a year whose calendar is not known yet, from Monday to Friday. */
export function isWorkday(day: string): boolean {
  return chineseDays.isWorkday(day);
}

/** Whether the holidays and make-up days of a year are known; China announces them in the November before. */
export function hasWorkdaysOf(year: number): boolean {
  // One of these days of National Day falls into the week, and is free in every year.
  return [1, 2, 3].every((day) => chineseDays.isHoliday(`${year}-10-0${day}`));
}
