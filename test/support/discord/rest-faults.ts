import { createFaultPlan, type Repair } from '../loopback/fault-plan.ts';
import type { RestFault, RestFaultPlan } from './faults.ts';

const DEFAULT_RETRY_AFTER_MS = 500;

/** A fault that hits one request. */
type Hit = { fault: RestFault; retryAfterMs: number };

/** Keeps the faults that are planned and says which one hits a request. */
export type RestFaults = {
  plan(plan: RestFaultPlan): Repair;
  hit(route: string, path: string): Hit | undefined;
};

/** Starts without any fault; `routes` are the names that a plan may use. */
export function createRestFaults(routes: ReadonlySet<string>): RestFaults {
  const plan = createFaultPlan<Hit, { route: string; path: string }>();
  return {
    plan({ fault, route, path, times, ms, retryAfterMs = DEFAULT_RETRY_AFTER_MS }) {
      if (route !== undefined && !routes.has(route)) throw new Error(`The fake has no route "${route}".`);
      return plan.add({
        fault: { fault, retryAfterMs },
        hits: (call) =>
          (route === undefined || route === call.route) && (path === undefined || call.path.includes(path)),
        ...(ms === undefined ? { times: times ?? 1 } : { ms, ...(times !== undefined && { times }) }),
      });
    },
    hit: (route, path) => plan.take({ route, path }),
  };
}
