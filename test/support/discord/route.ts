import type { UploadedFile } from './payloads.ts';
import type { Bucket } from './rate-limits.ts';

/** A request as a route sees it. */
export type ApiRequest = {
  /** The value of a `:name` in the route. */
  param(name: string): string;
  query: URLSearchParams;
  body: unknown;
  files: readonly UploadedFile[];
};

/** What a route answers: a status, and a JSON body unless the status says there is none. */
export type ApiAnswer = { status: number; body?: unknown };

/** One thing that the API does. */
export type Route = {
  /** Method and path: `POST /channels/:channel/messages`. */
  name: string;
  /** Interaction endpoints carry their token in the path and do not count towards the global limit. */
  auth: 'bot' | 'none';
  bucket?: Bucket;
  answer(request: ApiRequest): ApiAnswer;
};

/** A 200 with this body. */
export function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

/** A 204. */
export function done(): ApiAnswer {
  return { status: 204 };
}

/** Finds the route of a request, and the values of its parameters. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Map<string, string> } | undefined {
  const given = path.split('/');
  for (const route of routes) {
    const [wantedMethod, wantedPath = ''] = route.name.split(' ');
    const wanted = wantedPath.split('/');
    if (wantedMethod !== method || wanted.length !== given.length) continue;
    const params = new Map<string, string>();
    const fits = wanted.every((part, index) => {
      const value = decodeURIComponent(given[index] ?? '');
      if (!part.startsWith(':')) return part === value;
      params.set(part.slice(1), value);
      return value !== '';
    });
    if (fits) return { route, params };
  }
  return undefined;
}
