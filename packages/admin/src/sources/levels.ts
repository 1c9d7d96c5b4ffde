/** What a row of the sources tree opens into, by the rows opened on the way to it; pure. */
import { dimensionOf, type Dimension } from '../report/dimensions.ts';

/** Sources that are nothing more than themselves. */
const PLAIN = new Set(['direct', 'internal', 'undefined', 'qrcode']);
/** Sources that come with campaigns. */
const WITH_CAMPAIGNS = new Set(['ad', 'email', 'social', 'messenger']);
const LAST: Dimension['id'] = 'startPath';

/**
 * @param path ids of the opened rows, outermost first
 * @returns null where there is nothing more to open
 */
export function levelAt(path: readonly string[]): Dimension | null {
  const levels: Dimension['id'][] = ['trafficSource'];
  const [source = ''] = path;
  if (!PLAIN.has(source)) levels.push('sourceEngine');
  if (WITH_CAMPAIGNS.has(source)) levels.push('utmCampaign');
  levels.push(LAST);
  const id = levels[path.length];
  return id === undefined ? null : dimensionOf(id);
}
