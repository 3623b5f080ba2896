import { KRUGER } from './ladder/ladder';
import { SCORECARD } from './scorecard';

/** What a stored assessment was made with: the ladder and the scorecard. Change a limit, a band or a cut, and it changes. */
export const MODEL_VERSION = `${KRUGER.version}+${SCORECARD.version}`;
