/** Bijlage 3: what may be shared by name, of whom and with whom. */
import { DISCLOSURE_CATEGORIES, PARTY_KINDS, valuesOf } from '../../src/domain/vocabulary';
import { mayBeDisclosedTo, subjectsOf } from '../../src/policy/disclosable';

// biome-ignore format: it is a table, and is read as one
const EXPECTED = {
  EWS_DESIGNATION:            { of: ['provider'],                       to: ['INSPECTION', 'MINISTRY', 'SUPERVISOR'] },
  FIGURES:                    { of: ['provider'],                       to: ['INSPECTION', 'MINISTRY', 'SUPERVISOR'] },
  CONTRACTS:                  { of: ['provider'],                       to: ['INSPECTION', 'MINISTRY', 'SUPERVISOR'] },
  DECLARATIONS:               { of: ['provider'],                       to: ['INSPECTION', 'MINISTRY', 'SUPERVISOR'] },
  ASSESSMENT:                 { of: ['provider'],                       to: ['INSPECTION', 'MINISTRY', 'SUPERVISOR'] },
  TREDE_DECISION:             { of: ['provider'],                       to: ['INSPECTION'] },
  MISMATCH_OF_PROVIDER:       { of: ['provider'],                       to: ['INSPECTION', 'MINISTRY', 'SUPERVISOR'] },
  SIGNAAL:                    { of: ['provider', 'region'],             to: ['INSPECTION', 'MINISTRY', 'SUPERVISOR'] },
  MUNICIPAL_FIGURES:          { of: ['municipality', 'region'],         to: ['MINISTRY', 'SUPERVISOR'] },
  MISMATCH_OF_MUNICIPALITIES: { of: ['municipality', 'region'],         to: ['MINISTRY', 'SUPERVISOR'] },
} as const;

test.each(valuesOf(DISCLOSURE_CATEGORIES))('%s is of these, and may be shared with those', (category) => {
  expect([...subjectsOf(category)].sort()).toEqual(EXPECTED[category].of);
  expect(
    valuesOf(PARTY_KINDS)
      .filter((kind) => mayBeDisclosedTo(kind, category))
      .sort(),
  ).toEqual(EXPECTED[category].to);
});
