/** What came of a command, as a person reads it. */
export type Ran = { done: boolean; says: string };
