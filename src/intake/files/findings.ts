import type { CheckFinding } from '../../domain/intake/finding';
import { type FileRule, found, type Where } from './rules';

/** As many of one rule as anybody reads: a file can have the same wrong in every cell. */
const MOST_OF_A_RULE = 100;

/** Gathers what is found in a file, in its order. */
export class Findings {
  private readonly list: CheckFinding[] = [];
  private readonly counts = new Map<FileRule, number>();

  add(rule: FileRule, where: Where = {}): void {
    const count = (this.counts.get(rule) ?? 0) + 1;
    this.counts.set(rule, count);
    if (count <= MOST_OF_A_RULE) this.list.push(found(rule, where));
  }

  /** All of them, and once that there are more. */
  all(): readonly CheckFinding[] {
    const isMore = [...this.counts.values()].some((count) => count > MOST_OF_A_RULE);
    return isMore ? [...this.list, found('form.more-findings')] : this.list;
  }
}
