import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { BurdenOverview } from '../schema/burden';
import { CalendarFeed } from '../schema/calendar-feed';
import { ListQuery } from '../schema/connection';
import { Deliveries, Delivery } from '../schema/delivery';
import { ReasonInput, TimeTakenInput } from '../schema/delivery-input';
import { described } from '../schema/described';
import { correctDelivery } from '../src/actions/correct-delivery';
import { dropCorrection } from '../src/actions/drop-correction';
import { acceptDelivery, returnDelivery } from '../src/actions/judge-delivery';
import { offerDelivery, sendBackDelivery, withdrawDelivery } from '../src/actions/offer-delivery';
import { closeCalendarFeed, openCalendarFeed } from '../src/actions/open-calendar-feed';
import { submitDelivery } from '../src/actions/submit-delivery';
import { tellTimeTaken } from '../src/actions/tell-time-taken';
import { burden } from '../src/answers/burden';
import type { Context, Selection } from '../src/context';
import { refuseProblems } from './refuse-problems';

const DELIVERY_ID = described('kenmerk', 'The id of the delivery, such as "Delivery:<uuid>".');
const BURDEN =
  'What each uitvraag cost to answer, per period: of the deliveries that you may see, so the JA of everybody and a party of its own.';
const REASON = described('reden', 'Which delivery, and why.');

/** A mutation that takes the id of a delivery, and gives the delivery. */
const Step = (nl: string, says: string) =>
  Mutation(() => Delivery, { nullable: true, description: described(nl, says) });
const Id = () => Arg('id', () => ID, { description: DELIVERY_ID });
const Why = () => Arg('input', () => ReasonInput, { description: REASON, validateFn: refuseProblems });

@Resolver()
export class DeliveryDesk {
  @ListQuery(() => Deliveries, 'aanleveringen', 'What was asked of parties and what they delivered (covenant 3.1.2).')
  deliveries(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Delivery', info);
  }

  @Query(() => BurdenOverview, { nullable: true, description: described('last', BURDEN) })
  async burden(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.show('BurdenOverview', await burden(ctx), info);
  }

  @Step('ter goedkeuring sturen', 'Put a draft before a second person, where your party wants four eyes.')
  async offerDelivery(@Id() id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await offerDelivery(ctx, id) }, info);
  }

  @Step('terugnemen', 'Take an offer back, to go on filling in.')
  async withdrawDelivery(@Id() id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await withdrawDelivery(ctx, id) }, info);
  }

  @Step('terugsturen naar een collega', 'As the second person: send an offer back, and say why.')
  async sendBackDelivery(@Why() { deliveryId, reason }: ReasonInput, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await sendBackDelivery(ctx, deliveryId, reason) }, info);
  }

  @Step(
    'indienen',
    'Submit a delivery: it lands, the risk figures are made again, and a receipt is given, all at once. With four eyes: by another person than who offered it.',
  )
  async submitDelivery(@Id() id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await submitDelivery(ctx, id) }, info);
  }

  @Step('corrigeren', 'Begin a correction: a new version with the reason. What was submitted stays as it was.')
  async correctDelivery(@Why() { deliveryId, reason }: ReasonInput, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await correctDelivery(ctx, deliveryId, reason) }, info);
  }

  @Step(
    'correctie laten vervallen',
    'Drop a correction that was begun and not submitted, with all that was filled in. Gives the version that stands.',
  )
  async dropCorrection(@Id() id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await dropCorrection(ctx, id) }, info);
  }

  @Step('teruggeven', 'Give a delivery back with a question. Only for the JA.')
  async returnDelivery(@Why() { deliveryId, reason }: ReasonInput, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await returnDelivery(ctx, deliveryId, reason) }, info);
  }

  @Step('accepteren', 'Accept a delivery. Only for the JA.')
  async acceptDelivery(@Id() id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Delivery', { id: await acceptDelivery(ctx, id) }, info);
  }

  @Step('tijd melden', 'Say in one click how long a delivery took: the burden is watched (covenant).')
  async tellTimeTaken(
    @Arg('input', () => TimeTakenInput, {
      description: described('tijd', 'How long which delivery took.'),
      validateFn: refuseProblems,
    })
    { deliveryId, timeTaken }: TimeTakenInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('Delivery', { id: await tellTimeTaken(ctx, deliveryId, timeTaken) }, info);
  }

  @Mutation(() => CalendarFeed, {
    nullable: true,
    description: described(
      'agenda openen',
      'Make an address at which a calendar program reads when your deliveries are due. A new one ends the one before.',
    ),
  })
  async openCalendarFeed(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.show('CalendarFeed', await openCalendarFeed(ctx), info);
  }

  @Mutation(() => CalendarFeed, {
    nullable: true,
    description: described(
      'agenda sluiten',
      'End the address at which a calendar program read when your deliveries are due. Null when there was none.',
    ),
  })
  async closeCalendarFeed(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.show('CalendarFeed', await closeCalendarFeed(ctx), info);
  }
}
