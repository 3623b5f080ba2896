import { fraction } from '../../../src/domain/ratio';
import { type Explained, explainImpact } from '../../../src/domain/waterbed/explain-impact';

const largest: Explained['markets'][number] = {
  ...{ careForm: 'JH1221', region: 'JZ02', able: 0, share: fraction(45n, 100n), hhi: fraction(38n, 100n) },
  difficulty: {
    ...{ level: 'HIGH', code: 'NO_ALTERNATIVE' },
    ...{ en: 'nobody who is contracted could take over', nl: 'geen gecontracteerde aanbieder kan overnemen' },
  },
};
const easy: Explained['markets'][number] = {
  ...{ careForm: 'JH131', region: 'JZ03', able: 5, share: fraction(1n, 100n), hhi: fraction(1n, 10n) },
  difficulty: {
    level: 'LOW',
    code: null,
    en: 'several others could take over',
    nl: 'meerdere anderen kunnen overnemen',
  },
};
const said = (more: Partial<Explained> = {}) =>
  explainImpact({
    ...{ trede: 5, isDecided: false, riskClass: 'MIDDLE', points: 31, markets: [easy, largest] },
    ...more,
  });

describe('what moves when a provider stops, in words', () => {
  it('names both lenses with their figures, and where it is hardest', () => {
    expect(said()).toEqual({
      en:
        'Likelihood of failure: high. Trede 5 (as computed) counts as high and class middle of our own scorecard (31 points) as low; the graver of the two decides. ' +
        'Difficulty to replace: high. Forms of care per region of which that holds: 1 of 2; the largest is JH1221 in JZ02: nobody who is contracted could take over (45.0% of the euros, HHI 0.38, able to take over: 0). ' +
        'Together: high.',
      nl:
        'Kans op uitval: hoog. Trede 5 (berekend) telt als hoog en klasse middel van de eigen scorekaart (31 punten) als laag; de zwaarste van de twee beslist. ' +
        'Moeilijkheid om te vervangen: hoog. Zorgvormen per regio waarvoor dat geldt: 1 van 2; de grootste is JH1221 in JZ02: geen gecontracteerde aanbieder kan overnemen (45,0% van de euro’s, HHI 0,38, kunnen overnemen: 0). ' +
        'Samen: hoog.',
    });
  });

  it.each<[string, Partial<Explained>, string]>([
    [
      'a trede that people decided',
      { trede: 4, isDecided: true, riskClass: 'LOW', points: 3 },
      'Kans op uitval: hoog. Trede 4 (door mensen vastgesteld) telt als hoog en klasse laag van de eigen scorekaart (3 punten) als laag; de zwaarste van de twee beslist.',
    ],
    [
      'the scorecard that is graver than the trede',
      { trede: 1, riskClass: 'HIGH', points: 61 },
      'Kans op uitval: middel. Trede 1 (berekend) telt als laag en klasse hoog van de eigen scorekaart (61 punten) als middel; de zwaarste van de twee beslist.',
    ],
    [
      'nothing that is known',
      { trede: null, riskClass: null, points: null },
      'Kans op uitval: middel. Een trede die niet te beoordelen is, telt als middel; voor de eigen scorekaart is te weinig bekend.',
    ],
  ])('tells of %s', (_, more, begin) => {
    expect(said(more).nl).toContain(begin);
  });

  it('says that there is nothing to replace', () => {
    expect(said({ markets: [] }).nl).toMatch(
      /beslist\. Er is niets te vervangen: in deze vier kwartalen declareerde de aanbieder geen zorg\.$/,
    );
    expect(said({ markets: [] }).en).toMatch(
      /decides\. There is nothing to replace: the provider declared no care in these four quarters\.$/,
    );
  });
});
