import type { Books } from '../books';
import { placeInYear, type QuarterNumber } from '../calendar';
import type { ProviderFile } from '../filing';
import { at, type Fact, FLOWS, figureLines, from, quarterPeriod, toDate, toDatePeriod } from './figure-lines';

/** Annual accounts are published about a year after the year they are about, when the provider is still there. */
const PUBLISHED_AFTER = 5;

/** What did not come from the provider itself: public annual accounts for a fourth quarter that was never delivered. */
export function* accountLines(
  providerId: string,
  books: Books,
  { covenant }: ProviderFile,
  quarter: QuarterNumber,
): Iterable<string> {
  const asked = covenant.get(quarter);
  const isMissing = asked !== undefined && asked.submittedAt === null;
  if (isMissing && placeInYear(quarter) === 3 && quarter + PUBLISHED_AFTER <= lastOf(books)) {
    yield* figureLines(providerId, from('DIGIMV'), annualAccounts(books, quarter));
  }
}

const lastOf = ({ quarters }: Books) => quarters.at(-1)?.quarter ?? 0;

function annualAccounts(books: Books, quarter: QuarterNumber): Fact[] {
  const { equity, balanceTotal } = at(books, quarter);
  const flows = FLOWS.filter(([item]) => item === 'net_result' || item === 'revenue');
  return [
    ...flows.map(([item, field]): Fact => [item, toDate(books, quarter, field), 'EUR_CENT', toDatePeriod(quarter)]),
    ['equity', equity, 'EUR_CENT', quarterPeriod(quarter)],
    ['balance_total', balanceTotal, 'EUR_CENT', quarterPeriod(quarter)],
  ];
}
