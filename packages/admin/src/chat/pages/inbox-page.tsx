/** The console's screen Inbox. */
import { Console } from '../console.tsx';
import { Inbox } from '../inbox/inbox.tsx';

export const InboxPage = () => <Console tab="inbox" screen={<Inbox />} />;
