/** A file for a draft: scanned, read, checked, and taken over in one transaction; or refused, and then nothing changes. */
import { createReadStream } from 'node:fs';
import { readFile as readBytes } from 'node:fs/promises';
import { DeliveryFile } from '../../entities';
import { actor } from '../actions/actor';
import { type Draft, inDraft } from '../actions/in-draft';
import type { ClamdAddress } from '../clamd-address';
import type { Context } from '../context';
import { readChoices } from '../delivery/choices';
import { readFilling } from '../delivery/draft/filling';
import { readFindings, writeFindings } from '../delivery/draft/findings';
import type { CheckFinding } from '../domain/intake/finding';
import type { Section } from '../domain/intake/form';
import { keyOfId } from '../reading/shapes/filters';
import { MOST_BYTES } from './files/guard-zip';
import { kindOfFile } from './files/kind-of-file';
import { readFile } from './files/read-file';
import { found, Refusal } from './files/rules';
import { scanMalware } from './files/scan-malware';
import { LinesRefused, receiveLines } from './receive-lines';
import { isError, type OnStage, type Received, refused, type SpooledFile } from './received';
import { takeOver } from './take-over';
import { checkMeta, type Seal } from './template-token';

export interface Receiving {
  readonly seal: Seal;
  /** Null: there is no scanner. */
  readonly scanner: ClamdAddress | null;
}

/**
 * Takes a file over into a draft of the viewer's party. What it says of a section replaces all of that section.
 * @param section the list that it holds, when it holds one alone
 * @throws NotFound, Conflict as for filling in; Unavailable when the scanner is away
 */
export async function receiveFile(
  ctx: Context,
  id: string,
  file: SpooledFile,
  { seal, scanner }: Receiving,
  onStage: OnStage,
  section?: string,
): Promise<Received> {
  const filling = await ctx.transaction((tx) =>
    readFilling(tx, keyOfId('Delivery', id, 'deliveryId'), actor(ctx, 'fillIn')),
  );
  onStage('SCANNING');
  const scanned = await scanMalware(piecesOf(file), scanner).catch(asFindings);
  if (scanned.some(isError)) return refused(scanned);
  onStage('FORM');
  const list = filling.form.sections.find(({ code, isBulk }) => isBulk && code === section);
  if (list) return takeLines(ctx, id, file, list, scanned, onStage);
  if (file.bytes > MOST_BYTES) return refused([found('form.too-large')]);
  const bytes = await readBytes(file.path);
  const read = await readFile(bytes, filling.form, section);
  const wrong = [...checkMeta(read.meta, filling, seal), ...read.findings];
  // What is wrong with the file as a whole: no cell of it is believed.
  if (read.sections.length === 0 || wrong.some((finding) => isError(finding) && finding.section === null)) {
    return refused([...scanned, ...wrong]);
  }
  onStage('CELL');
  let after: readonly CheckFinding[] = [];
  await inDraft(
    ctx,
    'fillIn',
    id,
    'file delivered',
    async (draft) => {
      await takeOver(draft, read.sections, 'FILE', [...scanned, ...wrong]);
      const recognised = kindOfFile(bytes);
      await keep(draft, file, { kind: 'kind' in recognised ? recognised.kind : 'CSV', content: bytes });
      onStage('COHERENCE');
    },
    async (draft) => {
      after = await readFindings(draft.tx, draft.delivery.id);
    },
  );
  return { result: 'READ', findings: after, lines: 0 };
}

async function takeLines(
  ctx: Context,
  id: string,
  file: SpooledFile,
  section: Section,
  scanned: readonly CheckFinding[],
  onStage: OnStage,
): Promise<Received> {
  let lines = 0;
  let after: readonly CheckFinding[] = [];
  try {
    await inDraft(
      ctx,
      'fillIn',
      id,
      'file delivered',
      async (draft) => {
        // A list of millions takes longer than a question may.
        await draft.tx.query('set local statement_timeout = 0');
        const read = await receiveLines(draft, section, file, await readChoices(draft.tx), onStage);
        lines = read.lines;
        await keep(draft, file, { kind: 'CSV', section: section.code, lines, content: null });
        const findings = [...scanned, ...read.findings];
        await writeFindings(draft.tx, draft, { findings, kept: new Map(), ofFile: [section.code] });
        onStage('COHERENCE', lines);
      },
      async (draft) => {
        after = await readFindings(draft.tx, draft.delivery.id);
      },
    );
  } catch (error) {
    if (error instanceof LinesRefused) return refused([...scanned, ...error.findings]);
    throw error;
  }
  return { result: 'READ', findings: after, lines };
}

/** A file as the draft keeps it: as it came, so that it can be given back with comments. */
async function keep(
  { tx, delivery, party, hand }: Draft,
  { bytes, sha256 }: SpooledFile,
  file: Pick<DeliveryFile, 'kind' | 'content'> & Partial<Pick<DeliveryFile, 'section' | 'lines'>>,
): Promise<void> {
  await tx.insert(DeliveryFile, {
    ...{ deliveryId: delivery.id, partyId: party.id, bytes: String(bytes), sha256 },
    ...{ receivedBy: hand.subject, receivedAt: hand.now },
    ...file,
  });
}

async function* piecesOf({ path }: SpooledFile): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Buffer>;
}

/** Malware is a finding of the file; a scanner that is away is our own trouble. */
function asFindings(error: unknown): readonly CheckFinding[] {
  if (error instanceof Refusal) return error.findings;
  throw error;
}
