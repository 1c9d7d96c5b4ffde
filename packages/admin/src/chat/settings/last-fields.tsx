/** The end of the chat's form: how long visitors wait, and e-mail. */
import { MailFields } from './mail-fields.tsx';
import type { SavedPart } from './settings-part.ts';
import { WaitingFields } from './waiting-fields.tsx';

export function LastFields({ counter, savedTeam, ...part }: SavedPart) {
  return (
    <>
      <WaitingFields {...part} />
      <MailFields {...part} counterId={counter.id} saved={savedTeam} />
    </>
  );
}
