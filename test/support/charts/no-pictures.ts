import type { Painter } from '../../../src/core/ports.ts';

/** A painter that draws nothing: all charts are text. */
export const NO_PICTURES: Painter = { paint: async () => undefined };
