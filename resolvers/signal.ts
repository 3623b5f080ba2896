import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { Signaal, Signalen } from '../schema/signaal';
import { SignaalInput } from '../schema/signaal-input';
import { Signal, Signals } from '../schema/signal';
import { markSignalSeen } from '../src/actions/mark-signal-seen';
import { sendSignaal } from '../src/actions/send-signaal';
import type { Context, Selection } from '../src/context';
import { refuseProblems } from './refuse-problems';

const idSays = described('kenmerk', 'The id of the signal, such as "Signal:<uuid>".');
const inputSays = described('signaal', 'For whom it is, and the five items.');
const seenSays = 'Mark a signal as seen. It comes back when it changes. Only for the JA.';
const sendSays =
  'Tell a municipality or region of a risk in its own area (Regeling Jeugdwet art. 8h). The same signaal on the same day is sent once. Only for the JA.';

@Resolver()
export class SignalDesk {
  @ListQuery(() => Signals, 'signalen voor de JA', 'What changed at providers and deserves a look. Only for the JA.')
  signals(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Signal', info);
  }

  @ListQuery(
    () => Signalen,
    'signalen',
    'What municipalities and regions were told: all for the JA, for others only of their own area (8h).',
  )
  signalen(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Signaal', info);
  }

  @Mutation(() => Signal, { nullable: true, description: described('signaal als gezien markeren', seenSays) })
  async markSignalSeen(
    @Arg('id', () => ID, { description: idSays }) id: string,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('Signal', { id: await markSignalSeen(ctx, id) }, info);
  }

  @Mutation(() => Signaal, { nullable: true, description: described('signaal verzenden', sendSays) })
  async sendSignaal(
    @Arg('input', () => SignaalInput, { description: inputSays, validateFn: refuseProblems }) input: SignaalInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('Signaal', { id: await sendSignaal(ctx, input) }, info);
  }
}
