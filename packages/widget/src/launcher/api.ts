/** `jivo_api` and `goalpost.chat` from the first moment: what is called before the link has come waits for it. */
import { type Bag, bag, globals } from '../shared/globals.ts';

const METHODS =
  'open close showProactiveInvitation setRules setWidgetColor chatMode isCallbackEnabled startCall sendOfflineMessage sendPageTitle setContactInfo setClientAttributes setCustomData setUserToken getContactInfo getVisitorNumber getUnreadMessagesCount getUtm clearHistory';

const OURS = 'on off open close invite contact attributes state consent';

/** The old names are left to another chat that has them. */
export const shareApi = (call: (method: string, args: unknown[]) => unknown): void => {
  const page = globals();
  /** By syntax alone: pages replace `Object.assign` and its like. */
  const put = (at: Bag, names: string, prefix = ''): Bag => {
    for (const name of names.split(' ')) at[name] = (...args: unknown[]) => call(prefix + name, args);
    return at;
  };
  page['goalpost'] = { ...bag(page['goalpost']), chat: put({}, OURS, 'chat.') };
  if (page['jivo_api']) return;
  page['jivo_api'] = put({}, METHODS);
  page['jivo_config'] ??= {};
  put(page, 'jivo_init jivo_destroy');
};
