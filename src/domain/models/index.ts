/**
 * The models by which providers are assessed, and which of them is the present one. A model is a ladder and a scorecard:
 * change a limit, a band or a cut, and it is another model. Assessments of several models stand side by side, told apart by
 * their version; what people see without asking is the present model.
 */
import { KRUGER, type Ladder } from '../ladder/ladder';
import type { Said } from '../language';
import { SCORECARD_1, SCORECARD_2, type Scorecard } from '../scorecard';

export interface Model {
  /** Names the ladder and the scorecard: "kruger-1+scorecard-1". */
  readonly version: string;
  readonly label: Said;
  readonly ladder: Ladder;
  readonly scorecard: Scorecard;
}

const modelOf = (ladder: Ladder, scorecard: Scorecard): Model => ({
  version: `${ladder.version}+${scorecard.version}`,
  label: scorecard.label,
  ladder,
  scorecard,
});

/** The model that deliveries refresh, and that lists show unless another one is asked for. */
export const PRESENT: Model = modelOf(KRUGER, SCORECARD_1);

export const MODELS: readonly Model[] = [PRESENT, modelOf(KRUGER, SCORECARD_2)];

/** Undefined when there is no model of that version. */
export const modelCalled = (version: string): Model | undefined => MODELS.find((model) => model.version === version);
