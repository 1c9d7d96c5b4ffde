/** The console's screen Invitations. */
import { Console } from '../console.tsx';
import { Invitations } from '../invitations/invitations.tsx';

export const InvitationsPage = () => <Console tab="invitations" screen={<Invitations />} />;
