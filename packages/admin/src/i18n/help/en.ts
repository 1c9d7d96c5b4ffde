/** English: a sentence on each metric and dimension. The build writes them out, so that nothing else comes with them. */
import { enNames } from '@goalpost/contract/reports/names/en';

const { metricHelp, dimensionHelp } = enNames;
export const words = { metricHelp, dimensionHelp };
