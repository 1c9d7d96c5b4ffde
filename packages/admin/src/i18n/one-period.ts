/** Ends a sentence in one period where its last value has its own, as Russian dates do. */
import type { PostProcessorModule } from 'i18next';

/** Three are no mistake, and two within a path neither. */
export const oneEnd = (text: string): string => text.replaceAll(/(?<!\.)\.\.(?=\s|$)/g, '.');

export const onePeriod: PostProcessorModule = {
  type: 'postProcessor',
  name: 'one-period',
  process: (text: unknown) => (typeof text === 'string' ? oneEnd(text) : text) as string,
};
