/** A form that a provider fills in every year, with the template that it gets. */

import { uitvragen } from '../../../seeds/reference-data';
import type { Choice, ChoiceList, Form, Section } from '../../../src/domain/intake/form';
import { formFor } from '../../../src/domain/intake/form-for';
import { LISTS } from '../../../src/domain/intake/lists';
import type { TemplateMeta } from '../../../src/intake/files/template-meta';
import { writeTemplate } from '../../../src/intake/files/write-template';
import type { Ground } from '../corpus/ground';

const [DEFINITION] = uitvragen();
if (!DEFINITION) throw new Error('There is no uitvraag.');

export const FORM: Form = formFor(DEFINITION, {
  kind: 'PROVIDER',
  frequency: 'YEAR',
  periodStart: '2026-01-01',
  periodEnd: '2027-01-01',
});

export const listSection = (code: keyof typeof LISTS): Section => {
  const { label, fields, key } = LISTS[code];
  return { code, label, kind: 'LIST', fields, key, mayStayAsItWas: false, isBulk: false, isRequired: true };
};

const choice = (code: string, label: string): Choice => ({ code, label });
export const CHOICES: ReadonlyMap<ChoiceList, readonly Choice[]> = new Map<ChoiceList, readonly Choice[]>([
  ['careForms', [choice('45', 'Jeugdhulp ambulant'), choice('46', 'Pleegzorg'), choice('47', 'Pleegzorg')]],
  ['clients', [choice('RG01', 'Regio Twente'), choice('RG02', "Regio 's-Gravenhage & omstreken")]],
  ['contractTypes', [choice('OPEN', 'Open house')]],
  ['procurements', [choice('TENDER', 'Aanbesteding')]],
  ['fundings', [choice('P', 'Inspanningsgericht')]],
  ['volumeUnits', [choice('HOUR', 'Uur')]],
  ['regions', [choice('JR01', 'Twente')]],
  ['municipalities', [choice('0363', 'Amsterdam')]],
]);

export const META: TemplateMeta = {
  token: 'eyJhbGciOi.JIUzI1NiJ9-abc_def',
  uitvraagKey: FORM.uitvraagKey,
  uitvraagVersion: FORM.uitvraagVersion,
  periodStart: FORM.periodStart,
  periodEnd: FORM.periodEnd,
  party: 'Stichting Jeugdzorg Voorbeeld (00000001)',
};

export const ground = async (form: Form = FORM): Promise<Ground> => ({
  form,
  meta: META,
  template: await writeTemplate({ form, choices: CHOICES, meta: META, partyName: 'De Wissel' }),
});
