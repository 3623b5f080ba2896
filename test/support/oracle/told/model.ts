/** What the language says of the models, and of what was scored by them. */
import type { Arguments, Told } from '../told';
import type { Row } from '../world';

const languageOf = ({ language }: Arguments) => (language === 'EN' ? 'en' : 'nl');
const inLanguage = (property: string) => (row: Row, _see: unknown, args: Arguments) =>
  (row[property] as Record<string, string>)[languageOf(args)];

export const RiskModel: Told = { values: { label: inLanguage('label') } };
export const ScorecardIndicator: Told = { values: { name: inLanguage('name') } };
export const ScorecardBand: Told = { values: { says: inLanguage('says') } };
export const LadderCriterion: Told = {
  values: { says: inLanguage('says'), formula: inLanguage('formula') },
};

export const IndicatorDefinition: Told = {
  values: {
    ...{ name: inLanguage('name'), formula: inLanguage('formula'), basis: inLanguage('basis') },
    note: (row, see, args) => (row.note ? inLanguage('note')(row, see, args) : null),
  },
};
export const IndicatorLimit: Told = { values: { says: inLanguage('says') } };
export const AssessmentCriterion: Told = { values: { says: inLanguage('says') } };

const told = (row: Row) => row.told as Row & { bands: readonly Row[] };
export const ScoredIndicator: Told = {
  values: {
    name: (row, see, args) => inLanguage('name')(told(row), see, args),
    unit: (row) => told(row).unit,
    pointsMax: (row) => told(row).pointsMax,
    band: (row, see, args) => {
      const band = told(row).bands.find(({ points }) => points === row.points);
      return band ? inLanguage('says')(band, see, args) : null;
    },
  },
};
