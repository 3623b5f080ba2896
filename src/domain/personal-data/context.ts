/**
 * The words around a number, which say what it is. Of every label that stands near, the nearest before it counts: in
 * "BSN unknown, KvK 12345678" the number is that of the trade register.
 */
import type { Place } from './kinds';

/** How far a label reaches, in characters. */
const BEFORE = 40;
const AFTER = 14;

/** The end of the last match of a pattern in a text; -1 when there is none. The pattern must be global. */
function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

export interface Labels {
  /** What makes it one. */
  readonly own: RegExp;
  /** What makes it something else. */
  readonly others: RegExp;
}

/** Whether what stands in a place is labelled as our own: by the nearest label before it, or else by the one right after. */
export function isLabelled(text: string, { start, end }: Place, { own, others }: Labels): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + AFTER);
  const [ours, theirs] = [lastEnd(before, own), lastEnd(before, others)];
  if (ours >= 0 || theirs >= 0) return ours > theirs && after.search(UNIT) !== 0;
  const [next, other] = [after.search(own), after.search(others)];
  return next >= 0 && (other < 0 || next < other);
}

/** What is counted in euros, cents or per cent is an amount, whatever stands before it. */
const UNIT = /^\s*(?:,\d\d\b|euro\b|eur\b|€|cents?\b|%)/i;
