import type { FilledSection } from '../../domain/intake/filled';
import type { CheckFinding } from '../../domain/intake/finding';
import type { TemplateMeta } from './template-meta';

/** What a file says, and what is wrong with its form. With an error among the findings it may be incomplete. */
export interface FileRead {
  /** Null when the file was not made from our template, or does not say so any more. */
  readonly meta: TemplateMeta | null;
  readonly sections: readonly FilledSection[];
  readonly findings: readonly CheckFinding[];
}
