import type { Log } from '../../src/adapters/shared/posting-adapter.ts';

/** A log that says nothing. */
export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
