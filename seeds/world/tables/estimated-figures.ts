import type { Books } from '../books';
import { HISTORY_TO, placeInYear, type QuarterNumber, REGELING_FROM } from '../calendar';
import type { ProviderFile } from '../filing';
import { at, type Fact, FLOWS, figureLines, from, quarterPeriod, toDate, toDatePeriod } from './figure-lines';

/** Annual accounts are published about a year after the year they are about. */
const PUBLISHED_UNTIL = HISTORY_TO - 5;

/**
 * What did not come from the provider itself: public annual accounts for a fourth quarter that was never delivered, and a
 * flagged roll-forward of the balance for those who deliver only what the Regeling asks (it does not ask for equity).
 */
export function* otherLines(
  providerId: string,
  books: Books,
  { covenant, regeling }: ProviderFile,
  quarter: QuarterNumber,
  isEstimated: boolean,
): Iterable<string> {
  const asked = covenant.get(quarter);
  const isMissing = asked !== undefined && asked.submittedAt === null;
  if (isMissing && placeInYear(quarter) === 3 && quarter <= PUBLISHED_UNTIL) {
    yield* figureLines(providerId, from('DIGIMV'), annualAccounts(books, quarter));
  }
  if (!asked && isEstimated && regeling.get(quarter)?.submittedAt) {
    yield* figureLines(providerId, from('ESTIMATE'), rolledForward(books, quarter));
  }
}

function annualAccounts(books: Books, quarter: QuarterNumber): Fact[] {
  const { equity, balanceTotal } = at(books, quarter);
  const flows = FLOWS.filter(([item]) => item === 'net_result' || item === 'revenue');
  return [
    ...flows.map(([item, field]): Fact => [item, toDate(books, quarter, field), 'EUR_CENT', toDatePeriod(quarter)]),
    ['equity', equity, 'EUR_CENT', quarterPeriod(quarter)],
    ['balance_total', balanceTotal, 'EUR_CENT', quarterPeriod(quarter)],
  ];
}

/** The balance as it last was delivered, with the results of this year added to equity. */
function rolledForward(books: Books, quarter: QuarterNumber): Fact[] {
  const { equity, balanceTotal } = at(books, REGELING_FROM - 1);
  const result = toDate(books, quarter, 'operationalResult');
  return [
    ['equity', equity + result, 'EUR_CENT', quarterPeriod(quarter)],
    ['balance_total', balanceTotal, 'EUR_CENT', quarterPeriod(quarter)],
  ];
}
