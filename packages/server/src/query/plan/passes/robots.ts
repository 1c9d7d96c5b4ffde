/** Pass: whether robots count: where the question names them [V13]. */
import { isRobot } from '../../dimensions/visit.ts';
import { dimensionsIn } from '../filters.ts';
import type { Pass } from '../pass.ts';

export const robots: Pass = ({ dimensions, metrics, where }) => ({
  robots:
    [...dimensions.map(({ definition }) => definition), ...dimensionsIn(where)].includes(isRobot) ||
    metrics.some(({ definition }) => definition.ofRobots === true),
});
