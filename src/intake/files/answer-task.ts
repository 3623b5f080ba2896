/** What is done with a file in a thread of its own: it is found safe, and read; or given back with what was found in it. */
import type { CheckFinding } from '../../domain/intake/finding';
import type { Form } from '../../domain/intake/form';
import type { FileRead } from './file-read';
import { guardZip } from './guard-zip';
import { kindOfFile } from './kind-of-file';
import { readCsv } from './read-csv';
import { readTemplate } from './read-workbook';
import { found, Refusal } from './rules';
import { Unreadable } from './spreadsheet';
import { writeFindings } from './write-findings';

export type Task =
  | { readonly kind: 'READ'; readonly bytes: Uint8Array; readonly form: Form; readonly section?: string | undefined }
  | {
      readonly kind: 'ANNOTATE';
      readonly bytes: Uint8Array;
      readonly form: Form;
      readonly findings: readonly CheckFinding[];
    };

/** Refused: nothing of the file can be read, and why. */
export type Answer =
  | { readonly read: FileRead }
  | { readonly written: Uint8Array }
  | { readonly refused: readonly CheckFinding[] };

export async function answerTask(task: Task): Promise<Answer> {
  const bytes = Buffer.from(task.bytes);
  try {
    if (task.kind === 'READ') return { read: await read(bytes, task.form, task.section) };
    guard(bytes);
    return { written: await writeFindings(bytes, task.form, task.findings) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.findings };
    if (error instanceof Unreadable) return { refused: [found('form.damaged')] };
    throw error;
  }
}

function read(bytes: Buffer, form: Form, section: string | undefined): Promise<FileRead> {
  const recognised = kindOfFile(bytes);
  if ('refused' in recognised) throw new Refusal(recognised.refused);
  if (recognised.kind === 'CSV') return readCsv(bytes, form, section);
  guard(bytes);
  return readTemplate(bytes, form);
}

function guard(bytes: Buffer): void {
  const rule = guardZip(bytes);
  if (rule) throw new Refusal(rule);
}
