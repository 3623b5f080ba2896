import { createReadStream } from 'node:fs';
import { careFormsByCategory } from './care-forms';
import { Declared } from './declared';
import type { Known } from './place-line';
import { readMessage } from './read-message';

/** Reads messages one after another and adds them up. Throws Invalid for what is no JW323, and then nothing is given. */
export async function readDeclarations(
  files: readonly string[],
  known: Known,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Declared> {
  const declared = new Declared(known);
  for (const file of files)
    declared.endMessage(await readMessage(counted(createReadStream(file), onBytes), declared.add));
  return declared;
}

async function* counted(bytes: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  for await (const piece of bytes) {
    yield piece;
    onBytes(piece.length);
  }
}

interface Asked {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** The municipalities and forms of care of the archive. */
export async function knownIn(db: Asked): Promise<Known> {
  const municipalities = (await db.query('select code, valid_to::text as "endedOn" from municipality')) as {
    code: string;
    endedOn: string | null;
  }[];
  const forms = (await db.query('select code, product_category as "productCategory" from care_form')) as {
    code: string;
    productCategory: string | null;
  }[];
  return {
    municipalities: new Map(municipalities.map(({ code, endedOn }) => [code, endedOn])),
    careForms: careFormsByCategory(forms),
  };
}
