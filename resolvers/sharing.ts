import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { CaseInput, PlanInput } from '../schema/case-input';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { Disclosure, Disclosures } from '../schema/disclosure';
import { DisclosureInput } from '../schema/disclosure-input';
import { DraaiboekCase, DraaiboekCases } from '../schema/draaiboek-case';
import { Notices } from '../schema/notice';
import { closeCase, openCase, presentPlan } from '../src/actions/cases';
import { disclose } from '../src/actions/disclose';
import { endDisclosure } from '../src/actions/end-disclosure';
import type { Context, Selection } from '../src/context';
import { refuseProblems } from './refuse-problems';

const DISCLOSURE_ID = described('kenmerk', 'The id of the disclosure, such as "Disclosure:<uuid>".');
const CASE_ID = described('kenmerk', 'The id of the case, such as "DraaiboekCase:<uuid>".');
const DISCLOSURE = described('verstrekking', 'What is shared, of whom, with whom, why and how long.');
const discloseSays =
  'Share information by name (covenant Bijlage 3). Every party concerned gets its notice in the same transaction. One disclosure for each of them; the same request on the same day is one. Only for a supervisor of the JA.';
const endSays =
  'End a disclosure at once: its recipient reads nothing of it any more. One about a region takes along those of its municipalities that were shared with it; what another request shared of them goes on until that is ended. One about a municipality takes along that of its region that was shared with it, when mismatches are: they would tell what those of this municipality are. Only for a supervisor of the JA.';
const openSays = 'Open a case of the draaiboek: one at a time for a provider. Only for a supervisor of the JA.';
const presentSays =
  'Put the plan of an open case before an inspection (draaiboek, trede 4 to 6). Only for a supervisor of the JA.';
const closeSays =
  'Close a case: what others could read because of it is gone at once. Only for a supervisor of the JA.';

@Resolver()
export class SharingDesk {
  @ListQuery(
    () => Disclosures,
    'verstrekkingen',
    'What is or was shared by name: all for the JA, about itself for a party, and what runs for its recipient.',
  )
  disclosures(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Disclosure', info);
  }

  @ListQuery(
    () => Disclosures,
    'met mij gedeeld',
    'What is shared with your party at this moment: the way in for inspections and supervisors. Every reading is written down and shown to the party concerned.',
  )
  sharedWithMe(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Disclosure', info);
  }

  @ListQuery(() => Notices, 'kennisgevingen', 'What parties were told of the sharing of their information: your own.')
  notices(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Notice', info);
  }

  @ListQuery(
    () => DraaiboekCases,
    'casussen',
    'For which the draaiboek is followed, as far as you have a part in them.',
  )
  cases(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('DraaiboekCase', info);
  }

  @Mutation(() => [Disclosure], { nullable: true, description: described('informatie verstrekken', discloseSays) })
  async disclose(
    @Arg('input', () => DisclosureInput, { description: DISCLOSURE, validateFn: refuseProblems })
    input: DisclosureInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.nodes(await disclose(ctx, input), info);
  }

  @Mutation(() => Disclosure, { nullable: true, description: described('verstrekking beëindigen', endSays) })
  async endDisclosure(
    @Arg('id', () => ID, { description: DISCLOSURE_ID }) id: string,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('Disclosure', { id: await endDisclosure(ctx, id) }, info);
  }

  @Mutation(() => DraaiboekCase, { nullable: true, description: described('casus openen', openSays) })
  async openCase(
    @Arg('input', () => CaseInput, {
      description: described('casus', 'For whom, for which trede, and who takes part.'),
      validateFn: refuseProblems,
    })
    input: CaseInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('DraaiboekCase', { id: await openCase(ctx, input) }, info);
  }

  @Mutation(() => DraaiboekCase, { nullable: true, description: described('plan voorleggen', presentSays) })
  async presentPlan(
    @Arg('input', () => PlanInput, {
      description: described('plan', 'Of which case, and before whom.'),
      validateFn: refuseProblems,
    })
    input: PlanInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('DraaiboekCase', { id: await presentPlan(ctx, input) }, info);
  }

  @Mutation(() => DraaiboekCase, { nullable: true, description: described('casus sluiten', closeSays) })
  async closeCase(
    @Arg('id', () => ID, { description: CASE_ID }) id: string,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('DraaiboekCase', { id: await closeCase(ctx, id) }, info);
  }
}
