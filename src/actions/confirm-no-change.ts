import type { Context } from '../context';
import { emptyOthers, writeCells } from '../delivery/draft/draft';
import { writeFindings } from '../delivery/draft/findings';
import { readSuggestions } from '../delivery/prefill/suggestions';
import { Invalid } from '../errors';
import { inDraft } from './in-draft';

/**
 * Takes over a list of a draft as it stands: "no change since last time". Throws Invalid when the list is not one that may stay
 * as it was, or when nothing of it stands.
 * @returns the API id of the delivery
 */
export function confirmNoChange(ctx: Context, id: string, code: string): Promise<string> {
  return inDraft(ctx, 'confirmNoChange', id, 'draft confirmed unchanged', async ({ tx, hand, ...filling }) => {
    const section = filling.form.sections.find((one) => one.code === code);
    if (!section?.mayStayAsItWas) throw new Invalid([NOT_THIS_ONE]);
    const standing = (await readSuggestions(tx, filling)).filter((one) => one.section === code);
    if (standing.length === 0) throw new Invalid([NOTHING]);
    const taken = { ...hand, origin: 'PREVIOUS' } as const;
    await emptyOthers(tx, filling, [code], standing, taken);
    await writeCells(tx, filling, standing, taken);
    // What a file had to say of this list was about what stood there.
    await writeFindings(tx, filling, { findings: [], kept: new Map(), ofFile: [code] });
  });
}

const NOT_THIS_ONE = {
  field: 'section',
  en: 'This part is asked anew every time. See DraftSection.mayStayAsItWas.',
  nl: 'Dit onderdeel wordt elke keer opnieuw gevraagd. Zie DraftSection.mayStayAsItWas.',
};
const NOTHING = {
  field: 'section',
  en: 'Nothing of this list is known yet. Fill it in, or deliver a file.',
  nl: 'Van deze lijst is nog niets bekend. Vul haar in, of lever een bestand aan.',
};
