import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { ListQuery } from '../schema/connection';
import { described } from '../schema/described';
import { Melding, Meldingen } from '../schema/melding';
import { AnonymousMeldingInput, MeldingInput } from '../schema/melding-input';
import { MeldingReceipt } from '../schema/melding-receipt';
import { registerMelding } from '../src/actions/register-melding';
import { reportAnonymously } from '../src/actions/report-anonymously';
import type { Context, Selection } from '../src/context';
import { refuseProblems } from './refuse-problems';

const idSays = described('kenmerk', 'Its id, such as "Melding:<uuid>".');
const inputSays = described('melding', 'What is the matter, about whom, and since or from when.');
const registerSays =
  'Report to the meldpunt of the Jeugdautoriteit (covenant 3.1.2). Sending the same clientKey again returns the melding that was registered before.';
const anonymousSays =
  'Report to the meldpunt of the Jeugdautoriteit without signing in (covenant 3.1.2); only the JA sees it. Answers a receipt and nothing else. Sending the same melding under the same clientKey again registers nothing new. A few an hour per network.';

@Resolver()
export class MeldingDesk {
  @Query(() => Melding, {
    nullable: true,
    description: described('melding', 'One melding; null when it is not there for you.'),
  })
  melding(@Arg('id', () => ID, { description: idSays }) id: string, @Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.read('Melding', { id }, info);
  }

  @ListQuery(() => Meldingen, 'meldingen', 'Meldingen: all for the JA, for a party only its own (covenant 3.1.2).')
  meldingen(@Ctx() ctx: Context, @Info() info: Selection) {
    return ctx.page('Melding', info);
  }

  @Mutation(() => Melding, { nullable: true, description: described('melding doen', registerSays) })
  async registerMelding(
    @Arg('input', () => MeldingInput, { description: inputSays, validateFn: refuseProblems }) input: MeldingInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.read('Melding', { id: await registerMelding(ctx, input) }, info);
  }

  @Mutation(() => MeldingReceipt, {
    nullable: true,
    description: described('melding doen zonder aanmelden', anonymousSays),
  })
  async reportAnonymously(
    @Arg('input', () => AnonymousMeldingInput, { description: inputSays, validateFn: refuseProblems })
    input: AnonymousMeldingInput,
    @Ctx() ctx: Context,
    @Info() info: Selection,
  ) {
    return ctx.show('MeldingReceipt', await reportAnonymously(ctx, input), info);
  }
}
