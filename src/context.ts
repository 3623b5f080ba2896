/** Everything a root field may do: read through the planner, or act in a transaction. One per request. */
import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import type { DataSource, EntityManager } from 'typeorm';
import { signContext } from './database/signed-context';
import { Invalid } from './errors';
import { signReceipt } from './identity/receipt-signature';
import { SYSTEM, type Viewer } from './policy/viewer';
import { Raw, type Reader } from './reading/reader';
import { keyOfId } from './reading/shapes/filters';
import type { Statement } from './reading/statement';

/** What graphql-js tells a root field about its selection; the planner reads it. */
export type Selection = GraphQLResolveInfo;

export interface Context {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly traceId: string;
  /** Where the request comes from: an address, or "system". */
  readonly origin: string;
  /** Aborted when whoever asked is no longer there to hear the answer; only where that is watched. */
  gone?: AbortSignal;
  /** The same, at the moment that it has become: for what waited longer than who is asking is believed (a minute). */
  later(): Context;
  /** One row of a type by its API id or its code; null when there is none for this viewer. */
  read(type: string, key: Readonly<Record<string, unknown>>, info: Selection): Promise<Raw>;
  /** A connection over all rows of a type that the viewer may see. */
  page(type: string, info: Selection): Promise<Raw>;
  /** All of a type of which there are few. */
  all(type: string, info: Selection): Promise<Raw>;
  /** The object with an API id, whatever its type. */
  node(id: string, info: Selection): Promise<Raw>;
  /** The objects with these API ids, in their order; null where there is none for this viewer. */
  nodes(ids: readonly string[], info: Selection): Promise<Raw>;
  /** Rows for a rule to work something out from, as far as the viewer may see them: the statement is scoped and signed. */
  rows<T>(write: (sql: Statement) => string): Promise<T[]>;
  /** What was worked out, as an object of a type; JSON null when it is null. */
  show(type: string, answer: object | null, info: Selection): Promise<Raw>;
  /** One transaction in the name of the viewer: row-level security holds for every statement in it. */
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** Does what may be done seldom, and counts it when it is done. Throws RateLimited. */
  counted<T>(what: Seldom, work: () => Promise<T>): Promise<T>;
  /** What the system does in that same transaction because of what the viewer did, such as bringing a summary up to date. */
  asSystem<T>(tx: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** Signs a receipt, so that anybody can check it with our public key. */
  sign(receipt: object): Promise<string>;
}

/** What may be done seldom: the server knows how seldom. */
export type Seldom = 'melding' | 'melding-anonymous';

type Who = { readonly viewer: Viewer; readonly address: string };

/** What the whole server shares between requests. */
export interface Shared {
  readonly reader: Reader;
  readonly app: DataSource;
  readonly contextKey: Buffer;
  /** Without it nothing is counted. */
  readonly whenDone?: <T>(what: Seldom, who: Who, work: () => Promise<T>) => Promise<T>;
}

const NODES_MAX = 100;

export class RequestContext implements Context {
  gone?: AbortSignal;
  private readonly began = performance.now();

  constructor(
    private readonly shared: Shared,
    readonly viewer: Viewer,
    readonly now: Date,
    readonly traceId: string,
    readonly origin = 'system',
  ) {}

  later(): RequestContext {
    const now = new Date(this.now.getTime() + Math.round(performance.now() - this.began));
    const later = new RequestContext(this.shared, this.viewer, now, this.traceId, this.origin);
    return this.gone ? Object.assign(later, { gone: this.gone }) : later;
  }

  read(type: string, { id, ...key }: Readonly<Record<string, unknown>>, info: Selection): Promise<Raw> {
    const found = id === undefined ? key : { [this.keyColumn(type)]: keyOfId(type, id, 'id'), ...key };
    return this.shared.reader.one(this.question(info), type, found);
  }

  page(type: string, info: Selection): Promise<Raw> {
    return this.shared.reader.page(this.question(info), type);
  }

  all(type: string, info: Selection): Promise<Raw> {
    return this.shared.reader.all(this.question(info), type);
  }

  node(id: string, info: Selection): Promise<Raw> {
    return this.nodeAs('id', id, info);
  }

  private nodeAs(given: 'id' | 'ids', id: string, info: Selection, times = 1): Promise<Raw> {
    const type = id.split(':', 1)[0] as string;
    const known = info.schema.getType(type);
    const isNode = isObjectType(known) && known.getInterfaces().some(({ name }) => name === 'Node');
    if (!isNode) throw new Invalid([{ field: given, ...NOT_AN_ID }]);
    const key = { [this.keyColumn(type)]: keyOfId(type, id, given) };
    return this.shared.reader.one({ ...this.question(info), times }, type, key);
  }

  async nodes(ids: readonly string[], info: Selection): Promise<Raw> {
    if (ids.length > NODES_MAX) throw new Invalid([TOO_MANY]);
    const found = await Promise.all(ids.map((id) => this.nodeAs('ids', id, info, ids.length)));
    const denied = new Map(found.flatMap((raw) => raw.denied.map((path) => [path.join('.'), path] as const)));
    return new Raw(`[${found.map((raw) => raw.json).join(',')}]`, [...denied.values()]);
  }

  rows<T>(write: (sql: Statement) => string): Promise<T[]> {
    const { viewer, now, traceId, signed: context } = this;
    return this.shared.reader.facts({ viewer, now, traceId, context }, write);
  }

  show(type: string, answer: object | null, info: Selection): Promise<Raw> {
    return this.shared.reader.one(this.question(info), type, { answer });
  }

  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.shared.app.transaction(async (tx) => {
      await this.become(this.viewer, tx);
      return work(tx);
    });
  }

  counted<T>(what: Seldom, work: () => Promise<T>): Promise<T> {
    const { viewer, origin: address } = this;
    return this.shared.whenDone?.(what, { viewer, address }, work) ?? work();
  }

  async asSystem<T>(tx: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    await this.become(SYSTEM, tx);
    const done = await work(tx);
    // Not when it fails: then nothing of the transaction goes on.
    await this.become(this.viewer, tx);
    return done;
  }

  sign(receipt: object): Promise<string> {
    return signReceipt(this.shared.contextKey, receipt);
  }

  private become(viewer: Viewer, tx: EntityManager): Promise<unknown> {
    const signed = signContext(viewer, this.shared.contextKey, this.now);
    return tx.query(`select set_config('ews.context', $1, true)`, [signed]);
  }

  private keyColumn(type: string): string {
    return this.shared.reader.world.shapes[type]?.tie.column ?? 'id';
  }

  private get signed(): string {
    return signContext(this.viewer, this.shared.contextKey, this.now);
  }

  private question(info: Selection) {
    return { viewer: this.viewer, now: this.now, traceId: this.traceId, context: this.signed, info };
  }
}

const NOT_AN_ID = {
  en: 'This is not an id of this API. Use an id as the API gave it, such as "Region:JZ01".',
  nl: 'Dit is geen id van deze API. Gebruik een id zoals de API dat gaf, zoals "Region:JZ01".',
};
const TOO_MANY = {
  field: 'ids',
  en: `Ask for at most ${NODES_MAX} objects at once.`,
  nl: `Vraag hoogstens ${NODES_MAX} objecten tegelijk.`,
};
