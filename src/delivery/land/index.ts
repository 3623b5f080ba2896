import type { KeptSections } from '../../domain/intake/kept';
import type { Changed } from '../changed';
import { landClientContracts, landProviderContracts } from './contracts';
import { landFigures, restoreFigures } from './figures';
import { landFormsOffered } from './forms-offered';
import type { Land, Landing } from './landing';
import { landLines } from './lines';
import { landMunicipalReport } from './municipal-report';
import { landPersonnel } from './personnel';
import { replaceVersion } from './replace';
import { landTariffs } from './tariffs';
import { landTenders } from './tenders';
import { landWaiting } from './waiting';
import { restoreLists, settleList } from './yearly-lists';

/** Lists that the archive has no table for: they are read where they were delivered. */
const asDelivered: Land = async () => ({});

/** Where each section lands; single items without a place of their own are figures. */
const LANDS: Readonly<Record<string, Land>> = {
  identity: asDelivered,
  personnel: landPersonnel,
  providerContracts: landProviderContracts,
  clientContracts: landClientContracts,
  tariffs: landTariffs,
  tenders: landTenders,
  municipalReport: landMunicipalReport,
  waiting: landWaiting,
  supply: asDelivered,
  contractedProviders: asDelivered,
  formsOffered: landFormsOffered,
  subcontractors: asDelivered,
};

/**
 * Lands everything that was kept of a delivery, and tells of whom the summaries have to be made again.
 * @param lines how many of them each list has that came in a file of its own
 */
export async function land(landing: Landing, kept: KeptSections, lines: ReadonlyMap<string, number>): Promise<Changed> {
  const changed: Changed[] = [
    { providerIds: await replaceVersion(landing) },
    { providerIds: await restoreLists(landing) },
  ];
  for (const section of landing.form.sections) {
    const { code, isBulk } = section;
    const rows = kept.get(code) ?? [];
    if (isBulk) changed.push(await landLines(landing, code, lines.get(code) ?? 0));
    else if (rows.length > 0) changed.push(await (LANDS[code] ?? landFigures)(landing, section, rows));
    changed.push({ providerIds: await settleList(landing, code) });
  }
  await restoreFigures(landing);
  // What a correction leaves out altogether is a change as well.
  if (landing.delivery.providerId) changed.push({ providerIds: [landing.delivery.providerId] });
  return {
    providerIds: unique(changed.flatMap(({ providerIds = [] }) => providerIds)),
    municipalityCodes: unique(changed.flatMap(({ municipalityCodes = [] }) => municipalityCodes)),
    clientCodes: unique(changed.flatMap(({ clientCodes = [] }) => clientCodes)),
  };
}

const unique = (values: readonly string[]) => [...new Set(values)];
