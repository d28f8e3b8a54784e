/** An entry that completes what is being typed: `value` is the id to send, `label` what to show. */
export type Suggestion = { value: string; label: string };

/** What completion knows about. */
export type Suggested = 'figure' | 'topic' | 'time' | 'zone' | 'days' | 'date';
