import type { TestProject } from 'vitest/node';
import { startPostgres, whyNoPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all files of a run share, or why there is none; tests that break their server start their own. */
    postgres: { port: number | undefined; why: string | undefined } | undefined;
  }
}

/** Starts one PostgreSQL server for all files of a run, and returns what stops it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const why = whyNoPostgres();
  const server = why === undefined ? await startPostgres() : undefined;
  project.provide('postgres', { port: server?.port, why });
  return () => server?.stop();
}
