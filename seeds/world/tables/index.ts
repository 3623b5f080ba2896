import type { World } from '../world';
import { caseTables } from './cases';
import { tariffTable, tenderTable } from './clients';
import { contractTable } from './contracts';
import { decisionTable } from './decisions';
import { declarationTable } from './declarations';
import { deliveryTable } from './deliveries';
import { disclosureTables } from './disclosures';
import { figureTable } from './figures';
import type { Table } from './line';
import { meldingTables } from './meldingen';
import { municipalReportTable, referralTable } from './municipal';
import { personnelTable } from './personnel';
import { referenceTables } from './reference';
import { offeredTable, registerTables } from './register';
import { signaalTable } from './signalen';

export type { Table } from './line';

/** Every table of the world but the summaries, in an order in which what a row refers to is there before it. */
export function tablesOf(world: World): Table[] {
  return [
    ...referenceTables(),
    ...registerTables(world),
    deliveryTable(world),
    offeredTable(world),
    figureTable(world),
    personnelTable(world),
    contractTable(world),
    declarationTable(world),
    tariffTable(world),
    referralTable(world),
    municipalReportTable(world),
    tenderTable(world),
    ...meldingTables(world),
    decisionTable(world),
    signaalTable(world),
    ...caseTables(world),
    ...disclosureTables(world),
  ];
}
