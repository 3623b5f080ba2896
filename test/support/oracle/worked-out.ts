/** What the language says of the fields that are worked out on request: the rules of the domain, on rows in memory. */

import { FIGURES, figuresOf, type ProviderQuarterRow, type QuarterFigures } from '../../../src/domain/figures';
import type { Said } from '../../../src/domain/language';
import { parseQuarter } from '../../../src/domain/period';
import { type Ratio, toNumber } from '../../../src/domain/ratio';
import { RATIO_CODES, RATIOS } from '../../../src/domain/ratios';
import { allowance } from '../../../src/domain/uitvraag/allows';
import { inForceOn, type UitvraagDefinition } from '../../../src/domain/uitvraag/definition';
import { explainMarket } from '../../../src/domain/waterbed/explain-market';
import { careFormInRegion, impactIfStops } from '../../../src/domain/waterbed/impact';
import { prepareMarket } from '../../../src/domain/waterbed/lay-out';
import type { Places } from '../../../src/domain/waterbed/market';
import { NOT_ABLE } from '../../../src/domain/waterbed/take-over';
import type { Level } from '../../../src/domain/waterbed/two-part-test';
import { distanceToLimits } from '../../../src/domain/what-if/distance';
import { changeProblems, changesOf, type GivenChange } from '../../../src/domain/what-if/given';
import { whatIf } from '../../../src/domain/what-if/what-if';
import { burden } from './burden';
import { deliveryMeaning, draft, tasks } from './drafts';
import { Markets } from './markets';
import type { Sight } from './sight';
import type { Arguments } from './told';
import type { Row } from './world';

const keyOf = (id: unknown) => String(id).slice('Provider:'.length).toLowerCase();
const shown = (value: Ratio | null) => value && toNumber(value);
const cents = (amount: bigint | null | undefined) => amount?.toString() ?? null;
const told = ({ count, basis, isEstimate }: Places) => ({ places: count, placesBasis: basis, isEstimate });
const dayOf = (quarter: unknown) => (quarter ? parseQuarter(String(quarter)) : null);

function market(args: Arguments, see: Sight): Row | null {
  const [form, region] = [String(args.careFormCode), String(args.regionCode)];
  const quarter = Markets.quarterOf(see, dayOf(args.quarter));
  if (!quarter || !see.find('CareForm', 'code', form) || !see.find('Region', 'code', region)) return null;
  const laidOut = prepareMarket(new Markets(see, quarter).facts([{ form, region }], null));
  const found = careFormInRegion(form, region, laidOut);
  return (
    found && {
      ...found,
      ...{ careForm: form, region, quarter, amountCents: cents(found.amount), explanation: explainMarket(found) },
      ...told(found.places),
      ...{ waitingDays: shown(found.waitingDays), largestShare: shown(found.largestShare), hhi: shown(found.hhi) },
      providers: found.providers.map((one) => ({
        ...one,
        ...told(one.places),
        ...{ amountCents: cents(one.amount), share: shown(one.share), annualValueCents: cents(one.annualValue) },
        trede: laidOut.providers.get(one.provider)?.trede ?? null,
      })),
    }
  );
}

function impact(args: Arguments, see: Sight): Row | null {
  const provider = keyOf(args.providerId);
  const quarter = Markets.quarterOf(see, dayOf(args.quarter));
  if (!quarter) return null;
  const markets = new Markets(see, quarter);
  const found = impactIfStops(provider, prepareMarket(markets.facts(markets.placesOf(provider), provider)));
  return (
    found && {
      ...found,
      ...{ quarter, amountCents: cents(found.amount), explanation: { en: found.en, nl: found.nl } },
      markets: found.markets.map(({ amount, share, places, difficulty, takeOver, ...rest }) => ({
        ...rest,
        ...told(places),
        ...{ amountCents: cents(amount), share: shown(share) },
        ...{ difficulty: difficulty.level as Level, difficultyCode: difficulty.code, says: difficulty },
        takeOver: takeOver.map((one) => ({
          ...one,
          ...{ share: shown(one.share), roomCents: cents(one.room), says: one.reason && NOT_ABLE[one.reason] },
        })),
      })),
    }
  );
}

function history(id: unknown, see: Sight): QuarterFigures[] {
  const rows = see.where('ProviderQuarter', 'providerId', keyOf(id)) as unknown as ProviderQuarterRow[];
  return rows.map((row) => figuresOf(row)).sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
}

/** The quarter that is asked for, or the latest; null when it is not in the history. */
function quarterOf(known: readonly QuarterFigures[], asked: unknown): string | null {
  const quarters = known.map(({ quarter }) => quarter);
  const wanted = dayOf(asked) ?? quarters.at(-1) ?? null;
  return wanted !== null && quarters.includes(wanted) ? wanted : null;
}

function supposed({ input }: Arguments, see: Sight): Row | null {
  const { providerId, quarter, changes } = input as { providerId: string; quarter?: string; changes: GivenChange[] };
  const known = history(providerId, see);
  const asked = quarterOf(known, quarter);
  if (!asked) return null;
  const found = whatIf(known, asked, changesOf(changes));
  return {
    ...{
      provider: keyOf(providerId),
      quarter: found.quarter,
      notes: found.notes,
      isPlausible: found.isPlausible,
      explanation: found,
    },
    presentTrede: found.present.assessment.trede,
    supposedTrede: found.supposed.assessment.trede,
    presentRiskClass: found.present.riskClass,
    supposedRiskClass: found.supposed.riskClass,
    figures: found.figures.map(({ figure, before, after }) => ({
      ...{ figure, name: FIGURES[figure], presentCents: cents(before), supposedCents: cents(after) },
    })),
    ratios: RATIO_CODES.map((ratio) => ({
      ...{ ratio, name: RATIOS[ratio], unit: RATIOS[ratio].unit },
      ...{ present: found.present.ratios[ratio], supposed: found.supposed.ratios[ratio] },
    })),
    criteria: found.criteria.map((one) => ({ ...one, says: one, present: one.before, supposed: one.after })),
  };
}

function distances({ providerId, quarter }: Arguments, see: Sight): Row | null {
  const known = history(providerId, see);
  const asked = quarterOf(known, quarter);
  if (!asked) return null;
  const found = distanceToLimits(known, asked);
  return {
    ...{ provider: keyOf(providerId), quarter: found.quarter, trede: found.trede, note: found.note },
    criteria: [
      ...[...found.holding, ...found.notHolding].map((one) => ({
        ...{ ...one, says: one, missing: null },
        distances: one.distances.map((step) => ({
          ...{ figure: step.figure, name: FIGURES[step.figure], nowCents: cents(step.now), explanation: step },
          ...(step.needed === null
            ? {
                neededCents: null,
                changeCents: null,
                share: null,
                isPlausible: null,
                tredeThen: null,
                reason: step.reason,
              }
            : {
                ...{ neededCents: cents(step.needed), changeCents: cents(step.change), share: shown(step.share) },
                ...{ isPlausible: step.isPlausible, tredeThen: step.tredeThen, reason: null },
              }),
        })),
      })),
      ...found.notAssessable.map((one) => ({ ...one, says: one, holds: null, distances: [] })),
    ],
  };
}

function allowed({ day, without }: Arguments, see: Sight): Row | null {
  const asked = inForceOn(definitions(see), (day as string | undefined) ?? see.now.toISOString().slice(0, 10));
  const left = asked.map((one) => ({
    ...one,
    items: one.items.filter(({ code }) => !((without as string[] | undefined) ?? []).includes(`${one.key} ${code}`)),
  }));
  const [whole, rest] = [allowance(asked), allowance(left)];
  const all = (found: typeof whole) => [...found.criteria, ...found.ratios, ...found.indicators];
  return {
    ...rest,
    rules: all(rest).map((rule, at) => ({
      ...{ ...rule, says: rule, lacking: rule.lacking.map(({ item }) => item) },
      isLost: all(whole)[at]?.assessability !== rule.assessability,
    })),
  };
}

function definitions(see: Sight): UitvraagDefinition[] {
  const inOrder = (rows: readonly Row[], name: string) =>
    [...rows].sort((a, b) => (String(a[name]) < String(b[name]) ? -1 : 1));
  return inOrder(see.all('Uitvraag'), 'key').map((row) => ({
    ...(row as unknown as UitvraagDefinition),
    items: see
      .where('UitvraagItem', 'uitvraagKey', row.key)
      .filter((item) => item.uitvraagVersion === row.version) as unknown as UitvraagDefinition['items'],
  }));
}

/** The root fields that are worked out. */
export const WORKED_OUT: Readonly<Record<string, (args: Arguments, see: Sight) => Row | null>> = {
  careFormInRegion: market,
  impactIfStops: impact,
  whatIf: supposed,
  distanceToLimits: distances,
  whatUitvragenAllow: allowed,
  tasks,
  draft,
  deliveryMeaning,
  burden,
};

/** What is given to such a field beyond ids, and is wrong. */
export function isWrong(field: string, { input, without, day }: Arguments, see: Sight): boolean {
  if (field === 'whatIf') return changeProblems((input as { changes: GivenChange[] }).changes).length > 0;
  if (field !== 'whatUitvragenAllow') return false;
  const asked = inForceOn(definitions(see), (day as string | undefined) ?? see.now.toISOString().slice(0, 10));
  const known = asked.flatMap(({ key, items }) => items.map(({ code }) => `${key} ${code}`));
  return ((without as string[] | undefined) ?? []).some((item) => !known.includes(item));
}

/** A sentence in the language that was asked for. */
export const inLanguage = (said: unknown, { language }: Arguments): string | null =>
  (said as Said | null)?.[language === 'EN' ? 'en' : 'nl'] ?? null;
