/** Ends a sentence in one period where its last value has its own, as Russian dates do. */
import type { PostProcessorModule } from 'i18next';

export const onePeriod: PostProcessorModule = {
  type: 'postProcessor',
  name: 'one-period',
  // Three are no mistake, and two within a path neither.
  process: (text: unknown) =>
    (typeof text === 'string' ? text.replaceAll(/(?<!\.)\.\.(?=\s|$)/g, '.') : text) as string,
};
