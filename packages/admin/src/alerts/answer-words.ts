/** What came of a channel's last message, in the reader's language; the other side's own words as they are [M148]. */
import { NO_MAIL_SERVER, WEBHOOK_FAULTS, type WebhookFault } from '@goalpost/contract/chat';
import { useTranslation } from 'react-i18next';

type Known = WebhookFault | 'no_mail';

const KNOWN = Object.entries({ ...WEBHOOK_FAULTS, no_mail: NO_MAIL_SERVER }) as [Known, string][];

/** @returns `rest` as the server wrote it; null where the answer is another one's */
export function ownFault(answer: string): { readonly fault: Known; readonly rest: string } | null {
  const found = KNOWN.find(([, words]) => answer.startsWith(words));
  return found === undefined ? null : { fault: found[0], rest: answer.slice(found[1].length) };
}

export function useAnswerWords(): (answer: string) => string {
  const { t } = useTranslation();
  return (answer) => {
    const own = ownFault(answer);
    return own === null ? answer : `${t(`alerts.fault.${own.fault}`)}${own.rest}`;
  };
}
