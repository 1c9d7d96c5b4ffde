/** Columns of what an agent string says, and what the browser says of itself. */
import type { ClientFields } from '../decode/client.ts';
import type { AgentFields } from '../steps/device/agent-fields.ts';
import { column, type Column } from './columns.ts';
import { FLOAT32, INT16, UINT16, UINT8, WORD } from './types.ts';

export const AGENT_COLUMNS: readonly Column<AgentFields>[] = [
  column('device_category', WORD, ({ category }) => category),
  column('browser', WORD, ({ browser }) => browser),
  column('browser_version', WORD, ({ browserVersion }) => browserVersion),
  column('os', WORD, ({ os }) => os),
  column('os_version', WORD, ({ osVersion }) => osVersion),
  column('engine', WORD, ({ engine }) => engine),
  column('engine_version', WORD, ({ engineVersion }) => engineVersion),
  column('phone_make', WORD, ({ phoneMake }) => phoneMake),
  column('phone_model', WORD, ({ phoneModel }) => phoneModel),
];

export const CLIENT_COLUMNS: readonly Column<ClientFields>[] = [
  column('window_width', UINT16, ({ windowWidth }) => windowWidth),
  column('window_height', UINT16, ({ windowHeight }) => windowHeight),
  column('screen_colors', UINT8, ({ screenColors }) => screenColors),
  column('pixel_ratio', FLOAT32, ({ pixelRatio }) => pixelRatio),
  column('client_zone', INT16, ({ zone }) => zone),
  column('cookies', WORD, ({ cookies }) => cookies),
  column('javascript', WORD, ({ javascript }) => javascript),
  column('third_party_cookies', WORD, ({ thirdPartyCookies }) => thirdPartyCookies),
  column('region', WORD, ({ region }) => region),
  column('city', WORD, ({ city }) => city),
];
