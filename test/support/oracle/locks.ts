/** The product with some of its locks taken off, to see what the others hold. */
import { openProduct, type Product } from './product';
import type { Stage } from './stage';

/** The owner of the test database is bound by no policy: for it the third lock is off. */
const asOwner = ({ database }: Stage) => ({ ...database, app: database.owner, appUrl: database.ownerUrl });

export const withAllLocks = (stage: Stage): Promise<Product> => openProduct(stage.database);

export const withPlannerAlone = (stage: Stage): Promise<Product> =>
  openProduct(asOwner(stage), { shield: false, planner: true, database: false });

export const withDatabaseAlone = (stage: Stage): Promise<Product> =>
  openProduct(stage.database, { shield: false, planner: false, database: true });

/** Only to see that the locks are really off. */
export const withNoLock = (stage: Stage): Promise<Product> =>
  openProduct(asOwner(stage), { shield: false, planner: false, database: false });
