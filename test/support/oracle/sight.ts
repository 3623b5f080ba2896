import type { GraphQLField } from 'graphql';
import { viewerMayAsk } from '../../../src/policy/ask';
import { type Around, covers, grant, mayAsk } from '../../../src/policy/grant';
import type { Information } from '../../../src/policy/table';
import type { Viewer } from '../../../src/policy/viewer';
import { around } from './around';
import type { Row, World } from './world';

/** Who may see what, to answer by. */
export interface Rules {
  /** May this viewer see this row of this table? The row goes by the names of its columns. */
  row(viewer: Viewer, table: string, row: Row, around: Around): boolean;
  /** May this viewer ask this field at all? */
  field(viewer: Viewer, type: string, field: GraphQLField<unknown, unknown>): boolean;
  /** May this viewer filter or order by this kind of information? */
  information(viewer: Viewer, information: Information): boolean;
}

/** The rules of the product, for rows in memory. */
export const BY_POLICY: Rules = {
  row: (viewer, table, row, around) => covers(grant(viewer, table), viewer, row, around),
  field: (viewer, type, { name }) => viewerMayAsk(viewer, type, name),
  information: mayAsk,
};

/** The world as one viewer sees it at one moment: a row that is not for this viewer is not there. Remembers what it saw. */
export class Sight {
  private readonly seen = new Map<string, readonly Row[]>();
  private readonly around: Around;

  constructor(
    readonly world: World,
    readonly viewer: Viewer,
    readonly now: Date,
    /** From which the keys of cursors are made, as in the product. */
    readonly cursorSecret: Buffer,
    readonly rules: Rules = BY_POLICY,
  ) {
    this.around = around(world, now);
  }

  sees(type: string, row: Row): boolean {
    return this.rules.row(this.viewer, this.world.table(type), this.world.columns(type, row), this.around);
  }

  all(type: string): readonly Row[] {
    return this.remembered(type, () => this.world.all(type).filter((row) => this.sees(type, row)));
  }

  where(type: string, property: string, value: unknown): readonly Row[] {
    return this.remembered(`${type} ${property} ${value}`, () =>
      this.world.where(type, property, value).filter((row) => this.sees(type, row)),
    );
  }

  /** The one row of which a property has a value; null when there is none for this viewer. */
  find(type: string, property: string, value: unknown): Row | null {
    return this.where(type, property, value)[0] ?? null;
  }

  mayAsk(type: string, field: GraphQLField<unknown, unknown>): boolean {
    return this.rules.field(this.viewer, type, field);
  }

  mayRead(information: Information): boolean {
    return this.rules.information(this.viewer, information);
  }

  private remembered(what: string, look: () => readonly Row[]): readonly Row[] {
    const known = this.seen.get(what) ?? look();
    this.seen.set(what, known);
    return known;
  }
}
