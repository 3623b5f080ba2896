import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { AnswerInput, NoChangeInput } from '../schema/delivery-input';
import { DeliveryMeaning } from '../schema/delivery-meaning';
import { described } from '../schema/described';
import { Draft } from '../schema/draft';
import { FillInInput } from '../schema/fill-in-input';
import { TaskList } from '../schema/task';
import { answerQuestion } from '../src/actions/answer-question';
import { confirmNoChange } from '../src/actions/confirm-no-change';
import { fillIn } from '../src/actions/fill-in';
import { deliveryMeaning } from '../src/answers/delivery-meaning';
import { draft } from '../src/answers/draft';
import { tasks } from '../src/answers/tasks';
import type { Context, Selection } from '../src/context';
import { refuseProblems } from './refuse-problems';

const DELIVERY_ID = described('kenmerk', 'The id of the delivery, such as "Delivery:<uuid>".');
const tasksSay =
  'What your party has to deliver (covenant 3.1.2): what is open first, the least time left first; what was submitted stays for 100 days.';
const draftSays =
  'A delivery of your party that is being filled in: what is asked, what is there, what is already known, and what the checks say.';
const meaningSays =
  'What the figures of a delivery of your party mean for the ladder, and your own trend; null when it is not about a quarter.';
const fillInSays =
  'Fill in values of a draft, as people write them. All are saved, or none; a value that a colleague changed meanwhile is a CONFLICT with both values.';
const noChangeSays = 'Take over a list as it stands: "no change since last time".';
const answerSays =
  'Answer a question of the checks: the value is right, and why. The answer lapses when the value changes.';

@Resolver()
export class DraftDesk {
  @Query(() => TaskList, { nullable: true, description: described('mijn taken', tasksSay) })
  async tasks(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.show('TaskList', await tasks(ctx), info);
  }

  @Query(() => Draft, { nullable: true, description: described('concept', draftSays) })
  async draft(
    @Arg('deliveryId', () => ID, { description: DELIVERY_ID }) id: string,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('Draft', await draft(ctx, id), info);
  }

  @Query(() => DeliveryMeaning, { nullable: true, description: described('betekenis', meaningSays) })
  async deliveryMeaning(
    @Arg('deliveryId', () => ID, { description: DELIVERY_ID }) id: string,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('DeliveryMeaning', await deliveryMeaning(ctx, id), info);
  }

  @Mutation(() => Draft, { nullable: true, description: described('invullen', fillInSays) })
  async fillIn(
    @Arg('input', () => FillInInput, {
      description: described('in te vullen', 'Which values of which draft.'),
      validateFn: refuseProblems,
    })
    input: FillInInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('Draft', await draft(ctx, await fillIn(ctx, input)), info);
  }

  @Mutation(() => Draft, { nullable: true, description: described('geen wijziging', noChangeSays) })
  async confirmNoChange(
    @Arg('input', () => NoChangeInput, {
      description: described('lijst', 'Which list of which draft.'),
      validateFn: refuseProblems,
    })
    { deliveryId, section }: NoChangeInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('Draft', await draft(ctx, await confirmNoChange(ctx, deliveryId, section)), info);
  }

  @Mutation(() => Draft, { nullable: true, description: described('waarde klopt', answerSays) })
  async answerQuestion(
    @Arg('input', () => AnswerInput, {
      description: described('antwoord', 'Which question, and why the value is right.'),
      validateFn: refuseProblems,
    })
    { findingId, explanation }: AnswerInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('Draft', await draft(ctx, await answerQuestion(ctx, findingId, explanation)), info);
  }
}
