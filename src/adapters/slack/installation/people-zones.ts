import type { webApi } from '@slack/bolt';
import { Temporal } from 'temporal-polyfill';
import { note, ok, type Verdict, warn } from '../../shared/doctor-check.ts';

/** People whose zones are compared: Slack advises to list no more at once (https://docs.slack.dev/reference/methods/users.list). */
const PEOPLE = 200;
/** Zones named in one line. */
const MOST_NAMED = 5;

/**
 * Compares what Slack says about the time zones of people with what Node computes. Daily posts follow Node's rules,
 * which age with its version; those of Slack are kept up to date.
 */
export async function compareZones(client: webApi.WebClient, token: string, now: Date): Promise<Verdict> {
  const { members = [] } = await client.users.list({ token, limit: PEOPLE });
  const zones = new Map<string, number>();
  for (const { tz, tz_offset: seconds, is_bot: isBot, deleted } of members)
    if (tz && seconds !== undefined && !isBot && !deleted) zones.set(tz, seconds);
  if (zones.size === 0) return note('not compared, since Slack gives no time zone for anybody');
  const others = [...zones].flatMap(([zone, seconds]) => {
    const computed = offsetIn(zone, now);
    if (computed === seconds) return [];
    return [
      `${zone} (Slack ${written(seconds)}, Node ${computed === undefined ? 'does not know it' : written(computed)})`,
    ];
  });
  if (others.length === 0) return ok(`Node computes the same for the ${zones.size} that people have`);
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : '';
  return warn(
    `Node ${process.versions.node} computes another time than Slack in ${others.slice(0, MOST_NAMED).join(', ')}${more}: daily posts there come at the wrong hour: update Node`,
  );
}

/** How far the local time is ahead of UTC, in seconds; undefined where Node has no such zone. */
function offsetIn(zone: string, now: Date): number | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;
  } catch {
    return undefined;
  }
}

/** Such as UTC-07:00. */
function written(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
