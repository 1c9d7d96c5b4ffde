/** What other screens use of the counters feature. */
export { currencies, timeZones } from './choices.ts';
export { CounterFields, useCounterForm } from './counter-form.tsx';
