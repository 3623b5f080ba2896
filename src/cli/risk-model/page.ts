/** docs/risk-model.md: the model in words and tables, what it was worth on the history in the archive, and what that is not. */
import { backTest, type ModelTried } from '../../domain/back-test';
import { MONTHS_AHEAD } from '../../domain/back-test/known-on';
import { PRESENT } from '../../domain/models';
import type { History } from './history';
import { whole } from './markdown';
import { cuts, indicators, ladder, otherCuts, scorecard } from './model';
import { classes, counts, inPlainWords, leadTimes, rates } from './results';
import { LIMITS_OF_THIS } from './what-it-does-not-prove';

const paragraphs = (...parts: readonly string[]) => parts.join('\n\n');

/** The rules as they are now: the same whatever is in the archive. */
export function modelPart(): string {
  return paragraphs(
    `# The risk model, and what it is worth

Made by \`npm run ews -- back-test --world demo\` from the rules in \`src/domain\` and the assessments of the invented demo world. Change
those, not this page.

Three lenses stand beside each other, and are never mixed into one number: **the ladder** (Kruger's treden), which the covenant
publishes; **the scorecard**, which is our own; and **the indicators**, which a person weighs. None of them decides: people do, and
only people decide trede 6. The model in use is \`${PRESENT.version}\`.`,
    `## The ladder (${PRESENT.ladder.version})

The highest criterion that holds decides (covenant ch. 3: "en/of"). What is known suffices: a fifth quarter of loss is trede 5, whatever
is missing. When nothing is known to hold and something could not be judged, a provider is *not assessable* (niet te beoordelen): a
missing figure is never read as "no risk". Trede 1 (generiek) is what remains when all is known and nothing holds. Trede 6
(faillissement) is absent on purpose. The limits that are *gepubliceerd* are those of the covenant; where it gives only words, such as
"lichte druk", the limit is our own (*eigen norm*).`,
    ladder(),
    `## The scorecard (${PRESENT.scorecard.version}, ${PRESENT.scorecard.label.nl})

Points of the indicators that are known, as a share of the most that those could give, of 100. An unknown indicator counts neither as
safe nor as risky; when fewer than half are known there is no class. ${cuts()}`,
    scorecard(),
    `Beside it, with the same indicators and bands, to be compared: ${otherCuts()}.`,
    `## The indicators

They stand beside the ladder and never change a trede.`,
    indicators(),
  );
}

const METHOD = `## The back-test: how

- **What is tried.** An alarm is a rule on one assessment: class HIGH, or a trede from some step of the ladder. Each is tried by itself.
- **What counts as right.** Failure within ${MONTHS_AHEAD} months: people decided trede 6. A quarter counts only when the whole year after it
  can be seen; after a failure there is nothing left to foresee.
- **Nothing looks ahead.** An assessment counts from the day on which it could be known: two months after the quarter (deliveries are
  due after one, and may be late), twelve when it rests on public annual accounts, and never before the last version of the delivery
  of that quarter came in. A failure before that day was not foreseen by it.
- **Not assessable** is counted apart. It is no alarm, and it is not "no alarm" either.
- **Per quarter and per provider.** The same provider is judged every quarter, and one failure has up to four quarters before it. Quarters are
  therefore not independent, and their intervals are narrower than they ought to be: believe those per provider. A provider is
  *announced* when the alarm rang in the year before it failed; it is a *false alarm* when it never failed and the alarm ever rang.
- **Intervals** are Wilson's, 95%. *Base rate* is how often it happens anyway, *lift* is precision divided by it.
- **Lead time** runs from the day on which the first assessment of the uninterrupted alarm could be known, to the failure, in quarters. A quarter
  that is not assessable neither begins an alarm nor ends one. *At least*: the alarm already rang in the first assessment there is.
  *Withdrawn*: it rang once, and no longer when the provider failed.`;

/** The whole page. The same archive gives the same page: it knows neither today nor this machine. */
export function riskModelPage(history: History): string {
  const { assessments, failures, troubles, observedUntil } = history;
  const onFailure = backTest(assessments, failures, observedUntil);
  const onTrouble = backTest(assessments, troubles, observedUntil);
  const results = onFailure.flatMap((model, at) => ofModel(model, onTrouble[at], history));
  return `${paragraphs(modelPart(), METHOD, ...results, LIMITS_OF_THIS)}\n`;
}

function ofModel(
  model: ModelTried,
  onTrouble: ModelTried | undefined,
  { failures, troubles, observedUntil }: History,
): string[] {
  return [
    `## The back-test: \`${model.modelVersion}\`

${whole(model.quarters)} quarters of ${whole(model.providers)} providers have a full year after them, up to ${observedUntil}. ${whole(failures.size)} providers failed
in all; a failure counts below when such a quarter lies in the year before it.`,
    `### Per quarter of a provider\n\n${inPlainWords(model)}`,
    rates(model, 'perQuarter'),
    counts(model, 'perQuarter'),
    '### Per provider',
    rates(model, 'perProvider'),
    counts(model, 'perProvider'),
    '### Lead time\n\nOf every failure, in quarters.',
    leadTimes(model),
    ...(onTrouble ? [ofTrouble(troubles.size), rates(onTrouble, 'perProvider'), leadTimes(onTrouble)] : []),
    `### Calibration

The only division that was ever published is that of 2019: of 226 providers 81 were high, 90 middle and 55 low (Kamerstukken 31 839, nr. 768).
The cuts of the scorecard were chosen to come near it, so that they do is no evidence. Each quarter is judged by itself: where the third
quarters stand out, it is the season (holidays), and not the providers.`,
    classes(model),
  ];
}

const ofTrouble = (count: number) => `### Beside it: trouble

The same for a wider outcome with more cases: people decided trede 4 or higher, of ${count} providers, whether it ended in failure or not. Per
provider.`;
