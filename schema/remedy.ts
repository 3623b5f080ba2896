import type { ValidationOptions } from 'class-validator';
import type { Said } from '../src/domain/language';

/** What to do about a wrong value, in both languages. The value itself is never repeated. */
export const remedy = (en: string, nl: string): ValidationOptions => ({
  message: en,
  context: { en, nl } satisfies Said,
});

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** An id of this API of one type. */
export const idOf = (type: string) => new RegExp(`^${type}:${UUID}$`, 'i');

/** How codes are written, and what to say when they are not. */
export const MUNICIPALITY_CODE = [
  /^GM\d{4}$/,
  remedy('Give a code of CBS, such as GM0014.', 'Geef een code van het CBS, zoals GM0014.'),
] as const;
export const MUNICIPALITY_CODES = [
  /^GM\d{4}$/,
  { ...remedy('Give codes of CBS, such as GM0014.', 'Geef codes van het CBS, zoals GM0014.'), each: true },
] as const;
const KEY = /^[a-z]+(:[A-Za-z0-9-]{1,80})?$/;
const KEY_REMEDY = remedy(
  'Give the key of a party, as Party.key gives it.',
  'Geef de korte naam van een organisatie, zoals Party.key die geeft.',
);
/** The readable key of a party, such as "inspection:IGJ". */
export const PARTY_KEY = [KEY, KEY_REMEDY] as const;
export const PARTY_KEYS = [KEY, { ...KEY_REMEDY, each: true }] as const;
export const REGION_CODE = [
  /^JZ\d{2}$/,
  remedy('Give a code of CBS, such as JZ01.', 'Geef een code van het CBS, zoals JZ01.'),
] as const;
const CARE_FORM = remedy(
  'Give a code of CBS without spaces, such as JH1221.',
  'Geef een code van het CBS zonder spaties, zoals JH1221.',
);
export const CARE_FORM_CODE = [/^[A-Z0-9-]{2,12}$/, CARE_FORM] as const;
export const CARE_FORM_CODES = [/^[A-Z0-9-]{2,12}$/, { ...CARE_FORM, each: true }] as const;
export const KVK_NUMBER = [
  /^\d{8}$/,
  remedy('Give the 8 digits of the KvK number.', 'Geef de 8 cijfers van het KvK-nummer.'),
] as const;
export const PROVIDER_ID = [
  idOf('Provider'),
  remedy(
    'Give the id of a provider, as Provider.id gives it.',
    'Geef het kenmerk van een aanbieder, zoals Provider.id het geeft.',
  ),
] as const;
