/** Russian: the words of a first report. The build writes them out, so that nothing else comes with them. */
import { firstOf } from '../first.ts';
import { ru } from '../ru.ts';

export const words = firstOf(ru);
