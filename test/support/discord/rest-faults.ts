import type { Repair, RestFault, RestFaultPlan } from './faults.ts';

const DEFAULT_RETRY_AFTER_MS = 500;

/** A fault that hits one request. */
export type Hit = { fault: RestFault; retryAfterMs: number };

/** Keeps the faults that are planned and says which one hits a request. */
export type RestFaults = {
  plan(plan: RestFaultPlan): Repair;
  hit(route: string, path: string): Hit | undefined;
};

/** Starts without any fault; `routes` are the names that a plan may use. */
export function createRestFaults(routes: ReadonlySet<string>): RestFaults {
  const plans: { plan: RestFaultPlan; left: number; until: number }[] = [];
  return {
    plan(plan) {
      if (plan.route !== undefined && !routes.has(plan.route))
        throw new Error(`The fake has no route "${plan.route}".`);
      const { times, ms } = plan;
      const entry = {
        plan,
        left: times ?? (ms === undefined ? 1 : Number.POSITIVE_INFINITY),
        until: ms === undefined ? Number.POSITIVE_INFINITY : Date.now() + ms,
      };
      plans.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    hit(route, path) {
      const entry = plans.find(
        ({ plan, left, until }) =>
          left > 0 &&
          Date.now() < until &&
          (plan.route === undefined || plan.route === route) &&
          (plan.path === undefined || path.includes(plan.path)),
      );
      if (!entry) return undefined;
      entry.left -= 1;
      return { fault: entry.plan.fault, retryAfterMs: entry.plan.retryAfterMs ?? DEFAULT_RETRY_AFTER_MS };
    },
  };
}
