/** Reads whatever a party sends, as far as it is a file of a delivery. The door of this room. */
import type { Form } from '../../domain/intake/form';
import type { Asker } from './fair-line';
import type { FileRead } from './file-read';
import { MOST_BYTES } from './guard-zip';
import { readInWorker } from './in-worker';
import { Refusal } from './rules';

/**
 * What a file of at most 10 MB says: a filled-in template or a CSV (of `section`, when it is known). A file of which nothing can
 * be read has no sections, and one finding that says what to do.
 * @throws RateLimited, Unavailable when it has to wait too long (see FairLine); anything else is our own fault
 */
export async function readFile(bytes: Buffer, form: Form, asker: Asker, section?: string): Promise<FileRead> {
  try {
    if (bytes.length > MOST_BYTES) throw new Refusal('form.too-large');
    return await readInWorker(bytes, form, asker, section);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { meta: null, sections: [], findings: error.findings };
  }
}
