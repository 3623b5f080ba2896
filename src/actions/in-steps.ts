import { setTimeout as pause } from 'node:timers/promises';

/** Ten times what the longest of its works takes on an idle machine. Milliseconds. */
export const STEP_MS = 250;

/**
 * Does something that takes longer for one than for another, in a time that does not tell for which: a whole number of
 * steps, also when it fails. The work itself is done at once, so nothing is lost when the process ends while it waits.
 */
export async function inSteps<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    await pause(STEP_MS - ((performance.now() - began) % STEP_MS));
  }
}
