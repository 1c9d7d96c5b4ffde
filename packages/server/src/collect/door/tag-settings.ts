/** What a tag is told with the answer to its page view [W8]. */
import type { CounterConfig } from '../state/counter-config.ts';

const jsonOf = (more: string): string => `{"settings":{"pcs":"","webvisor":{}${more}},"userData":{}}`;

export const NO_SETTINGS = jsonOf('');

/** The genuine tag sends forms and buttons only where it is asked for them. */
export function tagSettings({ tagModules }: Pick<CounterConfig, 'tagModules'>): string {
  const asked = (['form', 'button'] as const).filter((kind) => tagModules?.includes(`${kind}s`));
  return jsonOf(asked.map((kind) => `,"${kind}_goals":1`).join(''));
}
