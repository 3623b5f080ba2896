import type { Context } from '../context';
import { dutchDay } from '../domain/dutch-day';
import { type Allowed, allowance } from '../domain/uitvraag/allows';
import { inForceOn, type UitvraagDefinition } from '../domain/uitvraag/definition';
import { Invalid } from '../errors';

const DEFINITIONS = `
  select u.key, u.version, u.name, u.legal_basis as "legalBasis", u.valid_from::text as "validFrom",
    u.valid_to::text as "validTo",
    (select coalesce(json_agg(json_build_object('code', i.code, 'askedOf', i.asked_of, 'label', i.label,
       'figureItem', i.figure_item, 'unit', i.unit, 'frequency', i.frequency, 'isCumulative', i.is_cumulative,
       'isRequired', i.is_required, 'legalBasis', i.legal_basis) order by i.code), '[]')
     from uitvraag_item i where (i.uitvraag_key, i.uitvraag_version) = (u.key, u.version)) as items
  from uitvraag u
  order by u.key, u.version`;

/**
 * What can be judged of providers from what is asked of them on a day, and what could no longer be judged without some of
 * the items: for a pilot that drops them. Throws Invalid for an item that is not asked on that day.
 * @param without items as "regeling-jeugdwet-8g b9"
 */
export async function whatUitvragenAllow(ctx: Context, day: string | null, without: readonly string[]) {
  const asked = inForceOn(await ctx.rows<UitvraagDefinition>(() => DEFINITIONS), day ?? dutchDay(ctx.now));
  const known = new Set(asked.flatMap(({ key, items }) => items.map(({ code }) => `${key} ${code}`)));
  if (without.some((item) => !known.has(item))) throw new Invalid([NOT_ASKED]);
  const left = asked.map(({ items, ...rest }) => ({
    ...rest,
    items: items.filter(({ code }) => !without.includes(`${rest.key} ${code}`)),
  }));
  const [whole, rest] = [allowance(asked), allowance(left)];
  const rulesOf = ({ criteria, ratios, indicators }: typeof whole) => [...criteria, ...ratios, ...indicators];
  const before = rulesOf(whole);
  return {
    ...{ definitions: rest.definitions, tredeOne: rest.tredeOne, riskClass: rest.riskClass },
    rules: rulesOf(rest).map((rule, at) => told(rule, before[at] as Allowed)),
  };
}

function told({ kind, code, assessability, lacking, en, nl }: Allowed, before: Allowed) {
  return {
    ...{ kind, code, assessability, says: { en, nl } },
    isLost: before.assessability !== assessability,
    lacking: lacking.map(({ item }) => item),
  };
}

const NOT_ASKED = {
  field: 'without',
  en: 'An item is not asked on this day. Name items as the key of the uitvraag and the code of the item: "regeling-jeugdwet-8g b9".',
  nl: 'Een item wordt op deze dag niet gevraagd. Noem items met de sleutel van de uitvraag en de code van het item: "regeling-jeugdwet-8g b9".',
};
