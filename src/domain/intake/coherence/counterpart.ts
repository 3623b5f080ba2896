/**
 * What the other party of a contract reported, where both are parties to it (domain 6, mismatch 5): a value that differs more
 * than the tolerance, another term, and a contract that only the other side reported.
 */
import { enumerate, type Language, type Said } from '../../language';
import { TOLERANCE } from '../../mismatch/compare';
import { fraction } from '../../ratio';
import type { Answered, ListRow } from './answered';
import { differs } from './compare';
import type { KnownContract } from './known';
import { type CoherenceRule, type Found, named, said, saidCents } from './rule';

const LISTS = { providerContracts: 'client', clientContracts: 'kvkNumber' } as const;

interface Pair {
  readonly row: ListRow;
  readonly theirs: KnownContract;
}

/** With the same party and form of care, of which the terms overlap; one of each, in their order. */
function pairs(delivery: Answered, list: keyof typeof LISTS): { both: Pair[]; theirsAlone: KnownContract[] } {
  const left = new Set(delivery.known.counterpartContracts);
  const both = delivery.rows(list).flatMap((row): Pair[] => {
    const [who, form, from, to] = [LISTS[list], 'careForm', 'startsOn', 'endsOn'].map((code) => row.cell(code)?.kept);
    const theirs = [...left].find(
      (one) =>
        one.counterpart === who &&
        (one.careForm === null || one.careForm === form) &&
        from !== undefined &&
        to !== undefined &&
        one.startsOn <= to &&
        (one.lastDay === null || one.lastDay >= from),
    );
    if (!theirs) return [];
    left.delete(theirs);
    return [{ row, theirs }];
  });
  return { both, theirsAlone: [...left] };
}

const inEach =
  (find: (delivery: Answered, list: keyof typeof LISTS) => Found[]): CoherenceRule['find'] =>
  (delivery) =>
    (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((list) => find(delivery, list));

export const COUNTERPART_VALUE: CoherenceRule = {
  code: 'coherence.counterpart-value',
  severity: 'QUESTION',
  says: {
    nl: '{ours}; de andere partij geeft {theirs} op. Bespreek het verschil met elkaar, of leg uit waarom uw waarde klopt.',
    en: '{ours}; the other party reports {theirs}. Discuss the difference, or explain why your value is right.',
  },
  expected: null,
  find: inEach((delivery, list) =>
    pairs(delivery, list).both.flatMap(({ row, theirs }): Found[] => {
      const value = row.number('annualValue');
      if (!value || theirs.annualValue === null) return [];
      const amount = fraction(theirs.annualValue);
      const isFar =
        differs(value.value, amount, TOLERANCE.share) &&
        differs(value.value, amount, fraction(0n), fraction(TOLERANCE.atLeast));
      return isFar ? [{ cells: [value], words: { ours: named(value), theirs: saidCents(theirs.annualValue) } }] : [];
    }),
  ),
};

export const COUNTERPART_TERM: CoherenceRule = {
  code: 'coherence.counterpart-term',
  severity: 'INFO',
  says: {
    nl: 'De andere partij geeft voor dit contract {theirs} op. Controleer de datums samen als u kunt.',
    en: 'The other party reports {theirs} for this contract. Check the days together if you can.',
  },
  expected: null,
  find: inEach((delivery, list) =>
    pairs(delivery, list).both.flatMap(({ row, theirs }): Found[] => {
      const [from, to] = [row.cell('startsOn'), row.cell('endsOn')];
      if (!from || !to || (from.kept === theirs.startsOn && (theirs.lastDay ?? to.kept) === to.kept)) return [];
      return [{ cells: [from, to], words: { theirs: term(theirs) } }];
    }),
  ),
};

export const COUNTERPART_ALONE: CoherenceRule = {
  code: 'coherence.counterpart-alone',
  severity: 'QUESTION',
  says: {
    nl: 'De andere partij geeft contracten op die hier niet staan: met {who}. Voeg ze toe, of leg uit waarom ze er niet zijn.',
    en: 'The other party reports contracts that are not here: with {who}. Add them, or explain why they are not there.',
  },
  expected: null,
  find: inEach((delivery, list) => {
    const first = delivery.rows(list)[0]?.cell(LISTS[list]);
    const { periodStart, periodEnd } = delivery.form;
    const alone = pairs(delivery, list).theirsAlone.filter(
      ({ startsOn, lastDay }) => startsOn < periodEnd && (lastDay === null || lastDay >= periodStart),
    );
    if (!first || alone.length === 0) return [];
    const who = [...new Set(alone.map(({ counterpart }) => counterpart))].sort();
    const say = (language: Language) => enumerate(who, language);
    const about = { ...first, row: 0, place: null };
    return [{ cells: [{ ...about, kept: who.join(' ') }], words: { who: { nl: say('nl'), en: say('en') } } }];
  }),
};

function term({ startsOn, lastDay }: KnownContract): Said {
  const [from, to] = [said('DAY', startsOn), lastDay === null ? null : said('DAY', lastDay)];
  return {
    nl: to ? `${from.nl} tot en met ${to.nl}` : `${from.nl} zonder einddatum`,
    en: to ? `${from.en} up to and including ${to.en}` : `${from.en} without an end`,
  };
}
