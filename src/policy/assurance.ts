/**
 * How sure it must be who acts: root field -> least level. A mutation that decides about a party, or tells of one, has to
 * be traceable to a person, so it takes two factors (BIO 5.17). Without a row any level will do, also none. Only root
 * fields: what lies below them is read, and reading is guarded by table.ts.
 */
import { ASSURANCES, type Assurance } from '../domain/vocabulary';
import type { FIELDS } from './fields';
import type { Viewer } from './viewer';

type Required = {
  readonly [Root in 'Query' | 'Mutation']?: Readonly<Partial<Record<keyof (typeof FIELDS)[Root], Assurance>>>;
};

// biome-ignore format: it is a table, and is read as one
export const REQUIRED = {
  Mutation: {
    sendSignaal: 'SUBSTANTIAL', // tells a municipality or region of a provider (8h)
    disclose: 'SUBSTANTIAL', // shares by name (Bijlage 3)
    endDisclosure: 'SUBSTANTIAL',
    openCase: 'SUBSTANTIAL', // lets a regievoerder read figures (draaiboek 2)
    presentPlan: 'SUBSTANTIAL',
    closeCase: 'SUBSTANTIAL',
  },
} as const satisfies Required;

const LEVELS = Object.keys(ASSURANCES) as Assurance[];
const heightOf = (level: Assurance | null) => (level === null ? -1 : LEVELS.indexOf(level));

/** The level that a root field requires; null when any will do. */
export function requiredAssurance(type: string, field: string): Assurance | null {
  const rows: Readonly<Record<string, Readonly<Record<string, Assurance>>>> = REQUIRED;
  return rows[type]?.[field] ?? null;
}

/** Is it sure enough who this viewer is? */
export function isSureEnough(viewer: Pick<Viewer, 'assurance'>, required: Assurance): boolean {
  return heightOf(viewer.assurance) >= heightOf(required);
}
