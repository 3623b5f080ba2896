import type { MeldingMoment, MeldingReason } from '../../src/domain/vocabulary';

/** A melding as it could have been written; {name} is the provider or area that it is about. No melding names a person. */
export interface MeldingText {
  readonly reason: MeldingReason;
  readonly moment: MeldingMoment | null;
  readonly text: string;
  /** Whether it is about a provider or about the reporter's own area. */
  readonly about: 'PROVIDER' | 'AREA';
}

type Reporter = 'SELF' | 'MUNICIPALITY' | 'REGION' | 'OTHER';

// biome-ignore format: it is a table, and is read as one
export const MELDING_TEXTS: Readonly<Record<Reporter, readonly MeldingText[]>> = {
  SELF: [
    { reason: 'CONTINUITY',   moment: 'FORESEEN', about: 'PROVIDER', text: 'Wij voorzien dat de liquide middelen van {name} binnen zes maanden onvoldoende zijn. Wij zijn in gesprek met de bank en met onze opdrachtgevers.' },
    { reason: 'CARE_CHANGE',  moment: 'FORESEEN', about: 'PROVIDER', text: '{name} bouwt deze vorm van hulp af. Nieuwe aanmeldingen nemen wij niet meer aan; lopende trajecten ronden wij af of dragen wij over.' },
    { reason: 'CARE_CHANGE',  moment: 'ACTUAL',   about: 'PROVIDER', text: 'Een groep van {name} is gesloten wegens personeelstekort. Voor de jeugdigen is elders plaats gevonden.' },
    { reason: 'BOARD_CHANGE', moment: null,       about: 'PROVIDER', text: 'De samenstelling van de raad van bestuur van {name} wijzigt. De raad van toezicht werft opvolging.' },
  ],
  MUNICIPALITY: [
    { reason: 'CONTINUITY',             moment: null,       about: 'PROVIDER', text: 'Facturen van {name} blijven uit en onze contactpersonen wisselen vaak. Wij maken ons zorgen over de continuïteit.' },
    { reason: 'CONTINUITY',             moment: 'FORESEEN', about: 'PROVIDER', text: '{name} vraagt om bevoorschotting omdat de salarissen anders niet betaald kunnen worden.' },
    { reason: 'ALDERMAN_CHANGE',        moment: null,       about: 'AREA',     text: 'In onze gemeente is een andere wethouder verantwoordelijk geworden voor jeugdhulp.' },
    { reason: 'COOPERATION_BOTTLENECK', moment: null,       about: 'AREA',     text: 'Wij voorzien dat onze gemeente de regionale inkoop volgend jaar niet meer volledig kan meefinancieren.' },
  ],
  REGION: [
    { reason: 'CONTINUITY',          moment: 'FORESEEN', about: 'PROVIDER', text: '{name} heeft aangegeven de nieuwe tarieven niet kostendekkend te vinden en overweegt het contract te beëindigen.' },
    { reason: 'CONTINUITY',          moment: null,       about: 'PROVIDER', text: 'De wachttijd bij {name} loopt snel op en het verloop onder het personeel is hoog.' },
    { reason: 'COOPERATION_FORM',    moment: null,       about: 'AREA',     text: 'Onze samenwerking gaat over van een centrumregeling naar een gemeenschappelijke regeling.' },
    { reason: 'COOPERATION_CONTACT', moment: null,       about: 'AREA',     text: 'Het contactpunt van onze regio is verhuisd naar een andere gemeente.' },
    { reason: 'REGION_COMPOSITION',  moment: null,       about: 'AREA',     text: 'Een van onze gemeenten onderzoekt of zij bij een andere jeugdregio beter past.' },
  ],
  OTHER: [
    { reason: 'CONTINUITY', moment: null,       about: 'PROVIDER', text: 'Wij ontvingen signalen over de bedrijfsvoering van {name} die de continuïteit van hulp kunnen raken.' },
    { reason: 'CONTINUITY', moment: 'FORESEEN', about: 'PROVIDER', text: 'Uit de gegevens die wij verwerken blijkt dat het aantal declaraties van {name} sterk terugloopt.' },
  ],
};

export const CLOSED_REASONS = [
  'Besproken in het accountgesprek; geen verdere actie nodig.',
  'Herstelplan ontvangen en beoordeeld.',
  'De hulp is overgedragen aan een andere aanbieder.',
  'De melding betrof een wijziging die inmiddels is verwerkt.',
];
