/**
 * After a report of municipalities: kinds 3 and 4 of these and their regions, made from what all municipalities there
 * reported, and of the country, which is the sum of what is written of the regions.
 */
import type { Queries } from '../rows';
import type { Window } from '../window';
import { refreshBudgetsBeside } from './beside-changed';
import { forgetOthersOf, NL } from './forget-areas';
import { KIND, municipalMismatches, rowOfArea, spentBefore, spentInCountry } from './municipal-budgets';
import { idOf, upsertMismatches } from './rows';
import { allRegions, type FormsReported, formIn, formsReported, quartersPerForm, spendingIn } from './spending';

/** Makes again what depends on what these municipalities reported, as far as it changed. */
export async function refreshMunicipalMismatches(
  tx: Queries,
  municipalityCodes: readonly string[],
  window: Window,
): Promise<void> {
  const forms = await formsReported(tx, window);
  const { municipalities, regions } = (await areAsBefore(tx, forms, window))
    ? await concernedBy(tx, municipalityCodes)
    : // Whoever reported on a form of care earlier in the year now lacks a report on it, or does so no longer.
      await everywhere(tx);
  const spending = await spendingIn(tx, regions, window);
  const { ofMunicipalities, ofRegions } = municipalMismatches(spending, forms, window);
  const own = ofMunicipalities.filter(({ municipalityCode = '' }) => municipalities.has(municipalityCode));
  const rows = [...own, ...ofRegions.map(rowOfArea)];
  const gone = await forgetOthersOf(tx, KIND, [...municipalities, ...regions], window.quarters, rows);
  const written = new Set(await upsertMismatches(tx, rows));
  const changed = rows.filter((row) => written.has(idOf(row))).map(({ quarter }) => quarter);
  await refreshCountry(tx, [...new Set([...gone, ...changed])]);
  await refreshBudgetsBeside(tx, regions, spending, window);
}

/** Kind 3 of the country, in these quarters. */
async function refreshCountry(tx: Queries, quarters: readonly string[]): Promise<void> {
  if (quarters.length === 0) return;
  const rows = spentInCountry(await spentBefore(tx, quarters)).map(rowOfArea);
  await forgetOthersOf(tx, KIND, [NL], quarters, rows);
  await upsertMismatches(tx, rows);
}

async function areAsBefore(tx: Queries, forms: FormsReported, window: Window): Promise<boolean> {
  const rows: { quarter: string; careForm: string }[] = await tx.query(
    `select quarter::text as quarter, care_form_code as "careForm" from mismatch
     where kind = '${KIND}' and subject = 'COUNTRY' and quarter = any ($1) and care_form_code is not null`,
    [quartersPerForm(window)],
  );
  return rows.length === forms.size && rows.every(({ quarter, careForm }) => forms.has(formIn(quarter, careForm)));
}

/** Of whom something may have changed. */
interface Concerned {
  readonly municipalities: ReadonlySet<string>;
  /** Where they lie, and where they lay when they were last compared. */
  readonly regions: readonly string[];
}

async function concernedBy(tx: Queries, municipalityCodes: readonly string[]): Promise<Concerned> {
  const rows: { region: string }[] = await tx.query(
    `select region_code as region from municipality where code = any ($1)
     union
     select region_code from mismatch where municipality_code = any ($1)`,
    [municipalityCodes],
  );
  return { municipalities: new Set(municipalityCodes), regions: rows.map(({ region }) => region) };
}

async function everywhere(tx: Queries): Promise<Concerned> {
  const rows: { code: string }[] = await tx.query('select code from municipality');
  return { municipalities: new Set(rows.map(({ code }) => code)), regions: await allRegions(tx) };
}
