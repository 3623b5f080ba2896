/** What is done with a workbook: first it is found safe, then it is read, or given back with what was found in it. */
import type { CheckFinding } from '../../domain/intake/finding';
import type { Form } from '../../domain/intake/form';
import type { FileRead } from './file-read';
import { guardZip } from './guard-zip';
import { readTemplate } from './read-workbook';
import type { FileRule } from './rules';
import { Unreadable } from './spreadsheet';
import { writeFindings } from './write-findings';

export type Task =
  | { readonly kind: 'READ'; readonly bytes: Uint8Array; readonly form: Form }
  | {
      readonly kind: 'ANNOTATE';
      readonly bytes: Uint8Array;
      readonly form: Form;
      readonly findings: readonly CheckFinding[];
    };

export type Answer = { readonly read: FileRead } | { readonly written: Uint8Array } | { readonly refused: FileRule };

export async function answerTask(task: Task): Promise<Answer> {
  const bytes = Buffer.from(task.bytes);
  const refused = guardZip(bytes);
  if (refused) return { refused };
  try {
    if (task.kind === 'READ') return { read: await readTemplate(bytes, task.form) };
    return { written: await writeFindings(bytes, task.form, task.findings) };
  } catch (error) {
    if (error instanceof Unreadable) return { refused: 'form.damaged' };
    throw error;
  }
}
