/** A file for a draft: scanned, read, checked, and taken over in one transaction; or refused, and then nothing changes. */
import { createReadStream } from 'node:fs';
import { readFile as readBytes } from 'node:fs/promises';
import { DeliveryFile } from '../../entities';
import { actor } from '../actions/actor';
import { type Draft, inDraft, refuseUnlessDraft } from '../actions/in-draft';
import type { ClamdAddress } from '../clamd-address';
import type { Context } from '../context';
import { readChoices } from '../delivery/choices';
import { declaredIn, repeatedLines } from '../delivery/draft/check-lines';
import { seeFilling } from '../delivery/draft/filling';
import { readFindings, writeFindings } from '../delivery/draft/findings';
import { withoutTimeLimit } from '../delivery/lines';
import type { FilledSection } from '../domain/intake/filled';
import type { CheckFinding } from '../domain/intake/finding';
import type { Section } from '../domain/intake/form';
import { Unavailable } from '../errors';
import { keyOfId } from '../reading/shapes/filters';
import { FairLine, LEFT } from './files/fair-line';
import { MOST_BYTES } from './files/guard-zip';
import { kindOfFile } from './files/kind-of-file';
import { readFile } from './files/read-file';
import { found, Refusal } from './files/rules';
import { scanMalware } from './files/scan-malware';
import { receiveLines } from './receive-lines';
import { FileRefused, isError, type OnStage, type Received, refused, type SpooledFile } from './received';
import { takeOver } from './take-over';
import { checkMeta, type Seal } from './template-token';

export interface Receiving {
  readonly seal: Seal;
  /** Null: there is no scanner. */
  readonly scanner: ClamdAddress | null;
}

/**
 * The draft that a file is for, asked before anything of the file is taken.
 * @returns with the long list that the file holds, when it holds one
 * @throws NotFound, Conflict as for filling in
 */
export async function awaitedFile(ctx: Context, id: string, section?: string) {
  const party = actor(ctx, 'fillIn');
  const filling = await ctx.transaction((tx) => seeFilling(tx, keyOfId('Delivery', id, 'deliveryId'), party));
  refuseUnlessDraft(filling);
  return { filling, list: filling.form.sections.find(({ code, isBulk }) => isBulk && code === section) };
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
  // It may have taken minutes to arrive.
  const { filling, list } = await awaitedFile(ctx.later(), id, section);
  onStage('SCANNING');
  const scanned = await scanMalware(piecesOf(file), scanner).catch(asFindings);
  if (scanned.some(isError)) return refused(scanned);
  onStage('FORM');
  if (!list && file.bytes > MOST_BYTES) return refused([found('form.too-large')]);
  try {
    if (list) return await takeLines(ctx, id, { file, section: list, scanned, seal, onStage });
    const bytes = await readBytes(file.path);
    const read = await readFile(bytes, filling.form, { party: ctx.viewer.partyId, gone: ctx.gone }, section);
    const said = [...scanned, ...checkMeta(read.meta, filling, seal), ...read.findings];
    // What is wrong with the file as a whole: no cell of it is believed.
    if (read.sections.length === 0 || said.some((finding) => isError(finding) && finding.section === null)) {
      return refused(said);
    }
    onStage('CELL');
    return await takeSections(ctx, id, { file, bytes, sections: read.sections, said, onStage });
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.findings);
    throw error;
  }
}

/** Nothing of a file in which people are is kept, whatever else it holds; nor of one that was not searched to its end. */
const MAY_BE_OF_PEOPLE: ReadonlySet<string> = new Set([
  'form.personal-data',
  'cell.personal-data',
  'form.text-too-long',
]);
/** Nor of one with more errors than can be told: nobody could mend those that are not. */
const mayNotBeKept = ({ rule, severity }: CheckFinding) =>
  MAY_BE_OF_PEOPLE.has(rule) || (rule === 'more' && severity === 'ERROR');

interface Sections {
  readonly file: SpooledFile;
  readonly bytes: Buffer;
  readonly sections: readonly FilledSection[];
  readonly said: readonly CheckFinding[];
  readonly onStage: OnStage;
}

async function takeSections(ctx: Context, id: string, { file, bytes, sections, said, onStage }: Sections) {
  let findings: readonly CheckFinding[] = [];
  await inDraft(
    ctx.later(),
    'fillIn',
    id,
    'file delivered',
    async (draft) => {
      const all = await takeOver(draft, sections, 'FILE', said);
      if (all.some(mayNotBeKept)) throw new FileRefused(all);
      const recognised = kindOfFile(bytes);
      const isWorkbook = 'kind' in recognised && recognised.kind === 'XLSX';
      // Only a workbook is ever given back.
      await keep(draft, file, isWorkbook ? { kind: 'XLSX', content: bytes } : { kind: 'CSV', content: null });
      onStage('COHERENCE');
    },
    async (draft) => {
      findings = await readFindings(draft.tx, draft.delivery.id);
    },
  );
  return { result: 'READ', findings, lines: 0 } as const;
}

interface Lines {
  readonly file: SpooledFile;
  readonly section: Section;
  readonly scanned: readonly CheckFinding[];
  readonly seal: Seal;
  readonly onStage: OnStage;
}

/** Each holds a connection for minutes, and there are eight: the others wait for their turn, and hold none. */
const listsAtOnce = new FairLine({ atOnce: 3, ofParty: 2, inAll: 24 });

async function takeLines(ctx: Context, id: string, { file, section, scanned, seal, onStage }: Lines) {
  let lines = 0;
  let findings: readonly CheckFinding[] = [];
  /** Of millions of lines that nobody waits for any more the rest is not read, and nothing stays. */
  const stage: OnStage = (...reached) => {
    if (ctx.gone?.aborted) throw new Unavailable(LEFT);
    onStage(...reached);
  };
  const take = () =>
    inDraft(
      ctx.later(),
      'fillIn',
      id,
      'file delivered',
      async (draft) => {
        await withoutTimeLimit(draft.tx);
        const read = await receiveLines(draft, section, file, {
          choices: await readChoices(draft.tx),
          seal,
          onStage: stage,
        });
        lines = read.lines;
        const declared = section.code === 'declarations' ? await declaredIn(draft.tx, draft) : null;
        // Of the file that it takes the place of nothing is counted any more.
        await draft.tx.update(
          DeliveryFile,
          { deliveryId: draft.delivery.id, section: section.code },
          { declared: null },
        );
        await keep(draft, file, { kind: 'CSV', section: section.code, lines, declared, content: null });
        const said = [...scanned, ...read.findings, ...(await repeatedLines(draft.tx, draft, section))];
        await writeFindings(draft.tx, draft, { findings: said, kept: new Map(), ofFile: [section.code] });
        stage('COHERENCE', lines);
      },
      async (draft) => {
        findings = await readFindings(draft.tx, draft.delivery.id);
      },
    );
  await listsAtOnce.run({ party: ctx.viewer.partyId, gone: ctx.gone }, take);
  return { result: 'READ', findings, lines } as const;
}

/** A file as the draft keeps it: a workbook as it came, so that it can be given back with comments. */
async function keep(
  { tx, delivery, party, hand }: Draft,
  { bytes, sha256 }: SpooledFile,
  file: Pick<DeliveryFile, 'kind' | 'content'> & Partial<Pick<DeliveryFile, 'section' | 'lines' | 'declared'>>,
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
