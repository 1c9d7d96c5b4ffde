/** Russian: a sentence on each metric and dimension. The build writes them out, so that nothing else comes with them. */
import { ruNames } from '@goalpost/contract/reports/names/ru';

const { metricHelp, dimensionHelp } = ruNames;
export const words = { metricHelp, dimensionHelp };
