/** `jivo_api` and `goalpost.chat` from the first moment: what is called before the link has come waits for it. */
import { type Bag, bag, globals } from '../shared/globals.ts';

const METHODS =
  'open close showProactiveInvitation setRules setWidgetColor chatMode isCallbackEnabled startCall sendOfflineMessage sendPageTitle setContactInfo setClientAttributes setCustomData setUserToken getContactInfo getVisitorNumber getUnreadMessagesCount getUtm clearHistory';

const OURS = 'on off open close invite contact attributes state';

/** The old names are left to another chat that has them. */
export const shareApi = (call: (method: string, args: unknown[]) => unknown): void => {
  const page = globals();
  const methods = (names: string, prefix = ''): Bag =>
    Object.fromEntries(
      names.split(' ').map((name) => [name, (...args: unknown[]) => call(prefix + name, args)]),
    );
  page['goalpost'] = { ...bag(page['goalpost']), chat: methods(OURS, 'chat.') };
  if (page['jivo_api']) return;
  Object.assign(
    page,
    { jivo_api: methods(METHODS), jivo_config: page['jivo_config'] ?? {} },
    methods('jivo_init jivo_destroy'),
  );
};
