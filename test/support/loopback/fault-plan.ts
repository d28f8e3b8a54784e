/** Takes a fault back. */
export type Repair = () => void;

/** A fault, the requests that it hits, and how many of them or for how long (always, where neither is said). */
type Row<Fault, Call> = { fault: Fault; hits: (call: Call) => boolean; times?: number; ms?: number };

/** Faults that wait for requests; of those that would hit one, the first that was planned does. */
export type FaultPlan<Fault, Call> = {
  add(row: Row<Fault, Call>): Repair;
  /** The fault that hits this request, which is counted. */
  take(call: Call): Fault | undefined;
};

export function createFaultPlan<Fault, Call>(): FaultPlan<Fault, Call> {
  const rows: (Row<Fault, Call> & { left: number; until: number })[] = [];
  return {
    add(row) {
      const { times = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY } = row;
      const planned = { ...row, left: times, until: Date.now() + ms };
      rows.push(planned);
      return () => {
        planned.left = 0;
      };
    },
    take(call) {
      const row = rows.find(({ left, until, hits }) => left > 0 && Date.now() < until && hits(call));
      if (row) row.left -= 1;
      return row?.fault;
    },
  };
}
