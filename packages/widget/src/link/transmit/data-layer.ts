/** Tells tag managers and Google's analytics, in the words that sites which count chats know. */
import { globals } from '../../shared/globals.ts';
import { callBack } from '../../shared/guard.ts';

/** `Jivo_Client_initiate_chat` is `Client initiate chat` there. */
const actionOf = (event: string): string => event.replace(/^Jivo_/, '').replace(/_/g, ' ');

export function pushToDataLayer(event: string): void {
  const { gtag, dataLayer } = globals();
  const action = actionOf(event);
  if (typeof gtag === 'function')
    callBack(gtag, 'event', event, { event_category: 'JivoSite', event_action: action });
  if (Array.isArray(dataLayer))
    callBack(() => dataLayer.push({ event, eventCategory: 'JivoSite', eventAction: action }));
}
