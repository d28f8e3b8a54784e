/** Any part of any schedule, for tests that try many of them. */
import fc from 'fast-check';
import { zoneOf } from '../../../src/core/daily/reading/zones.ts';
import type { Days } from '../../../src/core/daily/subscription.ts';
import { LANGUAGES } from '../../../src/data/languages.ts';
import { catalogue } from '../../support/daily-channel.ts';

export const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/GMT-8', 'Etc/GMT+12'].map(
  (zone) => zoneOf(zone) ?? zone,
);
export const topics = catalogue.topics.map(({ id }) => id);
export const minute = fc.integer({ min: 0, max: 1439 });
export const days = fc.oneof(
  fc.constantFrom<Days>('all', 'weekdays', 'workdays'),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
    .map((numbers) => numbers.sort((a, b) => a - b))
    // These five have a shorter name.
    .filter((numbers) => numbers.join() !== '1,2,3,4,5'),
);
export const language = fc.constantFrom(...LANGUAGES);
