import { type Check, fail, note, ok, warn } from '../../adapters/shared/doctor-check.ts';
import { hasWorkdaysOf } from '../../core/daily/workdays.ts';
import { checkCatalogue } from '../../data/check-catalogue.ts';
import { loadCatalogue } from '../../data/load.ts';

/** The data that ships with the program or with Node, and ages: the catalogue, China's calendar, the rules of time zones. */

export function catalogueCheck(folder: string): Check {
  return {
    about: 'Catalogue',
    async look() {
      const problems = await checkCatalogue(folder);
      if (problems.length > 0) return fail(`${problems.length} problems in ${folder}: harbin check-data lists them`);
      return ok(`${(await loadCatalogue(folder)).figures.length} figures, checked`);
    },
  };
}

/** China announces the working days of a year in the November before. */
export function calendarCheck(now: Date): Check {
  const next = now.getUTCFullYear() + 1;
  return {
    about: 'Working days',
    async look() {
      if (hasWorkdaysOf(next)) return ok(`China's calendar of ${next} is known`);
      const says = `China's calendar of ${next} is not known yet; until it is, daily posts on working days go out from Monday to Friday`;
      return now.getUTCMonth() === 11 ? warn(`${says}: update the bot, or its package chinese-days`) : note(says);
    },
  };
}

/**
 * The newest release of the IANA time-zone data (https://www.iana.org/time-zones) that this version of the program was
 * tried with. Those of 2025 have other hours from November 2026 on in British Columbia, Alberta, Manitoba and Morocco.
 */
const NEWEST_TIME_ZONES = '2026e';

/** Node brings the rules of time zones along, and daily posts follow them: `version` is such as 2025c. */
export function timeZoneCheck(version: string | undefined): Check {
  return {
    about: 'Time zones',
    async look() {
      if (version === undefined) return note('Node does not say how new its time-zone data are');
      if (version >= NEWEST_TIME_ZONES) return ok(`the data of Node ${process.versions.node} are ${version}`);
      return warn(
        `the data of Node ${process.versions.node} are ${version}, and ${NEWEST_TIME_ZONES} is out: in zones whose rules have changed since, such as Vancouver and Winnipeg, daily posts may come an hour off: update Node`,
      );
    },
  };
}
