/** What the back-test found, as tables. */
import { CLASSES_IN_2019, type Classes, type LeadTime, type ModelTried, type Proportion } from '../../domain/back-test';
import { formatQuarter } from '../../domain/period';
import { decimal, numbers, percent, table, UNDEFINED, whole, words } from './markdown';

const alarm = words('alarm');

/** "2.4 % (1.7-3.4)": the share, and the 95 % interval. */
function between({ share, low, high }: Proportion): string {
  if (share === null || low === null || high === null) return UNDEFINED;
  return `${percent(share)} (${(low * 100).toFixed(1)}-${(high * 100).toFixed(1)})`;
}

type Per = 'perQuarter' | 'perProvider';

/** The exact counts. */
export function counts({ rules }: ModelTried, per: Per): string {
  const rows = rules.map(({ rule, [per]: found }) => [
    rule.en,
    ...[found.truePositives, found.falsePositives, found.falseNegatives, found.trueNegatives].map(whole),
    ...[found.notAssessable.cameTrue, found.notAssessable.didNot].map(whole),
  ]);
  const headings = ['alarm, failed', 'alarm, did not', 'no alarm, failed', 'no alarm, did not'];
  const unknown = ['not assessable, failed', 'not assessable, did not'];
  return table([alarm, ...[...headings, ...unknown].map(numbers)], rows);
}

/** What follows from the counts, with the interval that chance leaves. */
export function rates({ rules }: ModelTried, per: Per): string {
  const rows = rules.map(({ rule, [per]: found }) => [
    rule.en,
    between(found.precision),
    between(found.baseRate),
    found.lift === null ? UNDEFINED : `${decimal(found.lift)} x`,
    between(found.recall),
    between(found.falseAlarms),
    decimal(found.f1, 2),
  ]);
  const titles = ['precision', 'base rate', 'lift', 'recall', 'false alarms', 'F1'];
  return table([alarm, ...titles.map(numbers)], rows);
}

/** How long ahead. */
export function leadTimes({ rules }: ModelTried): string {
  const rows = rules.map(({ rule, leadTime }) => [rule.en, ...inQuarters(leadTime)]);
  const titles = ['warned', 'median', 'range', 'of which at least', 'withdrawn', 'never', 'not assessable'];
  return table([alarm, ...titles.map(numbers)], rows);
}

function inQuarters({ warned, median, least, most, withdrawn, neverAlarmed, neverAssessable }: LeadTime): string[] {
  return [
    whole(warned.length),
    decimal(median),
    least === null ? UNDEFINED : `${decimal(least)}-${decimal(most)}`,
    String(warned.filter(({ isAtLeast }) => isAtLeast).length),
    ...[withdrawn, neverAlarmed, neverAssessable].map(({ length }) => String(length)),
  ];
}

const CLASSES = ['HIGH', 'MIDDLE', 'LOW'] as const;

/** The classes in every quarter, below those that were published. */
export function classes({ classes: all }: ModelTried): string {
  const rows = [
    divided('published: 2019', CLASSES_IN_2019, 0),
    ...all.map(({ quarter, counts: now, none }) => divided(formatQuarter(quarter), now, none)),
  ];
  return table([words('when'), ...[...CLASSES, 'no class'].map(numbers)], rows);
}

function divided(when: string, found: Classes['counts'], none: number): string[] {
  const total = CLASSES.reduce((sum, name) => sum + found[name], 0);
  const shares = CLASSES.map((name) => `${found[name]} (${percent(total === 0 ? null : found[name] / total, 0)})`);
  return [when, ...shares, String(none)];
}

/** The first alarm of the list in plain words, so that the tables cannot be read for more than they say. */
export function inPlainWords({ rules: [first] }: ModelTried): string {
  if (!first) return '';
  const { precision, recall, baseRate } = first.perQuarter;
  if (precision.share === null || baseRate.share === null) return 'Nothing can be said of it yet.';
  const of1000 = (share: number) => String(Math.round(share * 1000));
  const atBest = Math.min(1, recall.total / precision.total);
  return [
    `Of 1,000 quarters of providers with ${first.rule.en}, ${of1000(precision.share)} were followed by failure within a year;`,
    `of 1,000 picked blindly, ${of1000(baseRate.share)}. An alarm that rings as often could at best reach ${of1000(atBest)}.`,
  ].join('\n');
}
