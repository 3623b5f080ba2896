/** From what was read to the annual accounts of organisations: pure. */
import type { Export } from './read-export';
import type { Picked } from './table';
import type { AccountItem, Layout, Variable } from './variables';

export interface Account {
  readonly kvkNumber: string;
  /** In cents; an item that is not said is not there. */
  readonly year: ReadonlyMap<AccountItem, bigint>;
  readonly yearBefore: ReadonlyMap<AccountItem, bigint>;
}

/** Why an organisation was not taken. */
export const NOT_TAKEN = ['noKvk', 'twoKvks', 'contradicting', 'twice'] as const;
export type NotTaken = (typeof NOT_TAKEN)[number];

export interface Accounts {
  readonly taken: readonly Account[];
  readonly notTaken: ReadonlyMap<NotTaken, number>;
  /** Cells that are no amount. */
  readonly noAmounts: number;
}

/** @param isTrusted the variables that may be taken: those whose meaning is known */
export function accountsIn(
  { organisations, contradicting }: Export,
  { kvk, variables }: Layout,
  isTrusted: (variable: Variable) => boolean,
): Accounts {
  const trusted = variables.filter(isTrusted);
  const byKvk = new Map<string, Account>();
  const notTaken = new Map<NotTaken, number>();
  const leave = (why: NotTaken) => notTaken.set(why, (notTaken.get(why) ?? 0) + 1);
  const twice = new Set<string>();
  let noAmounts = 0;
  for (const [key, picked] of organisations) {
    const numbers = new Set(kvk.flatMap((name) => kvkNumberIn(picked.get(name)) ?? []));
    const [kvkNumber] = numbers;
    if (kvkNumber === undefined) leave('noKvk');
    else if (numbers.size > 1) leave('twoKvks');
    else if (contradicting.has(key)) leave('contradicting');
    else {
      const { account, unreadable } = accountOf(kvkNumber, picked, trusted);
      noAmounts += unreadable;
      const other = byKvk.get(kvkNumber);
      if (other && !isSame(other, account)) twice.add(kvkNumber);
      byKvk.set(kvkNumber, account);
    }
  }
  for (const kvkNumber of twice) {
    byKvk.delete(kvkNumber);
    leave('twice');
  }
  return { taken: [...byKvk.values()], notTaken, noAmounts };
}

function accountOf(kvkNumber: string, picked: Picked, trusted: readonly Variable[]) {
  const amounts = { YEAR: new Map<AccountItem, bigint>(), YEAR_BEFORE: new Map<AccountItem, bigint>() };
  let unreadable = 0;
  for (const { name, item, of } of trusted) {
    const cell = picked.get(name);
    const cents = cell === undefined ? undefined : centsIn(cell);
    if (cents === null) unreadable += 1;
    // Consolidated stands before single in the table.
    if (typeof cents === 'bigint' && !amounts[of].has(item)) amounts[of].set(item, cents);
  }
  return { account: { kvkNumber, year: amounts.YEAR, yearBefore: amounts.YEAR_BEFORE }, unreadable };
}

const isSame = (one: Account, other: Account) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
const plain = ({ year, yearBefore }: Account) => [year, yearBefore].map((amounts) => [...amounts].map(String));

/** Eight digits. A spreadsheet that took it for a number lost the zeros before it. */
export function kvkNumberIn(cell: string | undefined): string | null {
  return cell !== undefined && /^\d{7,8}$/.test(cell) ? cell.padStart(8, '0') : null;
}

const EXPONENT = /^-?\d+(?:\.\d+)?[eE]\+?\d{1,2}$/;
const PLAIN = /^(-?)(\d{1,14})(?:[.,](\d{1,2})0*)?$/;
const GROUPED = /^-?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/;

/** Euros in cents; null for what is no amount. Annual accounts are in whole euros, with cents at most. */
export function centsIn(cell: string): bigint | null {
  const text = GROUPED.test(cell) ? cell.replaceAll('.', '') : cell;
  if (EXPONENT.test(text)) return Number.isSafeInteger(Number(text)) ? BigInt(Number(text)) * 100n : null;
  const [whole, sign = '', euros, decimals = ''] = PLAIN.exec(text) ?? [];
  if (whole === undefined) return null;
  const cents = BigInt(`${euros}${decimals.padEnd(2, '0')}`);
  return sign === '-' ? -cents : cents;
}
