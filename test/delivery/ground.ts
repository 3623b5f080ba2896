/** Parties that deliver, on the day on which the last quarter of 2026 is asked. */
import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { openDeliveries } from '../../src/actions/open-deliveries';
import { refreshSummaries } from '../../src/actions/refresh-summaries';
import { type Engine, openEngine } from '../../src/api/engine';
import { RequestContext } from '../../src/context';
import { signContext } from '../../src/database/signed-context';
import type { PartyFunction } from '../../src/domain/vocabulary';
import { receiveFile } from '../../src/intake/receive-file';
import type { OnStage, Received } from '../../src/intake/received';
import { type Seal, sealer } from '../../src/intake/template-token';
import { SYSTEM, type Viewer } from '../../src/policy/viewer';
import type { Told } from '../support/asker';
import { freshDatabase, type TestDatabase } from '../support/database';
import { openProduct, type Product } from '../support/oracle/product';
import { fingerprint, takenBack } from '../support/refreshed';

export const NOW = new Date('2027-01-05T10:00:00Z');
export const COVENANT = 'convenant-bijlage-4';
export const REGELING = 'regeling-jeugdwet-8g';

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever was asked for.
type Any = any;
/** Rows of a list, or one row of single items: the text of each field. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

const DRAFT = `draft(deliveryId: $id) { maySubmit obstacles findings { id severity rule section row field message explanation }
  sections { code kind isBulk isRequired fields { code type isRequired previous choices { code } }
    rows { row cells { field value version origin } } suggested { row cells { field value written origin } } } }`;

const PLAIN: Readonly<Record<string, string>> = {
  ...{
    AMOUNT: '1000',
    NUMBER: '10',
    DECIMAL: '10',
    PERCENTAGE: '5%',
    YES_NO: 'nee',
    DAY: '2027-01-01',
    TEXT: 'Zoals bekend',
  },
};

export class Ground {
  private constructor(
    readonly database: TestDatabase,
    private readonly product: Product,
    private readonly engine: Engine,
  ) {}

  static async open(): Promise<Ground> {
    const database = await freshDatabase();
    const ground = new Ground(database, await openProduct(database), await openEngine(database));
    await ground.asSystem((tx) => openDeliveries(tx, NOW));
    return ground;
  }

  async close(): Promise<void> {
    await this.product.close();
    await this.engine.close();
    await this.database.drop();
  }

  asSystem<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.asSomebody(SYSTEM, work);
  }

  /** A transaction as the role of the API, in the name of a viewer. */
  asSomebody<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const context = signContext(viewer, this.database.contextKey, new Date());
    return this.database.app.transaction(async (tx) => {
      await tx.query("select set_config('ews.context', $1, true)", [context]);
      return work(tx);
    });
  }

  async viewer(party: string, subject = 'controller', ...functions: PartyFunction[]): Promise<Viewer> {
    const [row] = await this.database.owner.query(
      `select id as "partyId", kind, provider_id as "providerId", municipality_code as "municipalityCode", region_code as "regionCode"
       from party where key = $1`,
      [party],
    );
    const held = functions.length > 0 ? functions : (['PREPARER', 'APPROVER'] as const);
    return { ...row, subject, functions: held, assurance: 'HIGH' };
  }

  async ask(viewer: Viewer, text: string, variables: object = {}): Promise<Told> {
    return JSON.parse(await this.product.ask({ text, variables: { ...variables } }, viewer, NOW));
  }

  /** The answer, or an error with what was said instead. */
  async sure(viewer: Viewer, text: string, variables: object = {}): Promise<Any> {
    const { data, errors } = await this.ask(viewer, text, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** What is said of something that may not be done. */
  async refusal(viewer: Viewer, text: string, variables: object = {}): Promise<Any> {
    const { errors } = await this.ask(viewer, text, variables);
    return errors?.[0] ?? 'it was done';
  }

  async taskOf({ partyId }: Viewer, uitvraag: string, start: string, end: string): Promise<string> {
    const [{ id }] = await this.database.owner.query(
      `select id from delivery where party_id = $1 and uitvraag_key = $2 and period_start = $3 and period_end = $4
       order by version desc limit 1`,
      [partyId, uitvraag, start, end],
    );
    return `Delivery:${id}`;
  }

  async draft(viewer: Viewer, id: string): Promise<Any> {
    return (await this.sure(viewer, `query ($id: ID!) { ${DRAFT} }`, { id })).draft;
  }

  async fillIn(viewer: Viewer, deliveryId: string, values: readonly object[]): Promise<void> {
    const text = 'mutation ($input: FillInInput!) { fillIn(input: $input) { maySubmit } }';
    await this.sure(viewer, text, { input: { deliveryId, values } });
  }

  step(viewer: Viewer, name: string, id: string, reason?: string): Promise<Told> {
    const asked = reason === undefined ? '(id: $id)' : '(input: { deliveryId: $id, reason: $reason })';
    const given = reason === undefined ? '$id: ID!' : '$id: ID!, $reason: String!';
    return this.ask(viewer, `mutation (${given}) { ${name}${asked} { id status version } }`, { id, reason });
  }

  /** Fills in what must be there: these rows, and elsewhere what was known or something plain. Answers every question. */
  async complete(viewer: Viewer, id: string, given: Rows): Promise<void> {
    const { sections } = await this.draft(viewer, id);
    const values = sections.flatMap(({ code: section, kind, isBulk, isRequired, fields, rows, suggested }: Any) => {
      if (isBulk || (!given[section] && kind === 'LIST' && !isRequired)) return [];
      const known = suggested.map(({ cells }: Any) =>
        Object.fromEntries(cells.map(({ field, written }: Any) => [field, written])),
      );
      const plain = fields.map(({ code, type, previous, choices }: Any) => [
        code,
        previous ?? choices[0]?.code ?? PLAIN[type],
      ]);
      const wanted =
        kind === 'ITEMS' ? [{ ...Object.fromEntries(plain), ...given[section]?.[0] }] : (given[section] ?? known);
      return wanted.flatMap((row: Any, at: number) => {
        const number = kind === 'ITEMS' ? 0 : at + 1;
        const there = rows.find((one: Any) => one.row === number)?.cells ?? [];
        return Object.entries(row).map(([field, text]) => ({
          ...{ section, row: number, field, text },
          version: there.find((one: Any) => one.field === field)?.version ?? 0,
        }));
      });
    });
    if (values.length > 0) await this.fillIn(viewer, id, values);
    for (const { id: findingId, severity } of (await this.draft(viewer, id)).findings) {
      if (severity !== 'QUESTION') continue;
      const input = { findingId, explanation: 'Nagerekend met de accountant.' };
      await this.sure(viewer, 'mutation ($input: AnswerInput!) { answerQuestion(input: $input) { maySubmit } }', {
        input,
      });
    }
  }

  /** The new version of what was submitted. */
  async corrected(viewer: Viewer, id: string): Promise<string> {
    const { data, errors } = await this.step(viewer, 'correctDelivery', id, 'Wij waren een post vergeten.');
    if (errors) throw new Error(JSON.stringify(errors));
    return (data as Any).correctDelivery.id;
  }

  /** Empties a list that was filled in, or taken over. */
  async empty(viewer: Viewer, id: string, section: string): Promise<void> {
    const { sections } = await this.draft(viewer, id);
    const { rows } = sections.find(({ code }: Any) => code === section);
    const values = rows.flatMap(({ row, cells }: Any) =>
      cells.map(({ field, version }: Any) => ({ section, row, field, text: '', version })),
    );
    if (values.length > 0) await this.fillIn(viewer, id, values);
  }

  /** Throws with everything that stands in the way. */
  async deliver(viewer: Viewer, id: string, given: Rows = {}): Promise<void> {
    await this.complete(viewer, id, given);
    const { errors } = await this.step(viewer, 'submitDelivery', id);
    if (!errors) return;
    const { findings } = await this.draft(viewer, id);
    throw new Error(JSON.stringify([errors, findings.filter(({ severity }: Any) => severity === 'ERROR')]));
  }

  context(viewer: Viewer, now = NOW): RequestContext {
    return new RequestContext(this.engine.shared, viewer, now, 'trace');
  }

  get seal(): Seal {
    return sealer(this.database.contextKey);
  }

  /** A file; of a list that is too long for a form with its section. */
  async upload(
    viewer: Viewer,
    id: string,
    section: string | undefined,
    content: string | Buffer,
    ctx = this.context(viewer),
    onStage: OnStage = () => undefined,
  ): Promise<Received> {
    const path = join(await mkdtemp(join(tmpdir(), 'ews-lines-')), 'list.csv');
    await writeFile(path, content);
    const file = {
      path,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    };
    const receiving = { seal: this.seal, scanner: null };
    return receiveFile(ctx, id, file, receiving, onStage, section);
  }

  /** The summaries as the deliveries left them, and as they are when those of everyone are made again. */
  summaries(): Promise<{ left: unknown; again: unknown }> {
    return takenBack(this.database.owner, async (tx) => {
      const left = await fingerprint(tx);
      await refreshSummaries(tx, 'all', NOW);
      return { left, again: await fingerprint(tx) };
    });
  }

  /** As the owner, whom no policy binds. */
  rows(sql: string, values: readonly unknown[] = []): Promise<Any[]> {
    return this.database.owner.query(sql, [...values]);
  }
}

export const uuidOf = (id: string): string => id.slice('Delivery:'.length);
