/** The middle of the chat's form: places, hours, operators, departments. */
import { Suspense } from 'react';
import { Departments } from './departments.tsx';
import { Operators } from './operators.tsx';
import { PlacementFields } from './placement-fields.tsx';
import type { SavedPart } from './settings-part.ts';
import { WorkingHoursFields } from './working-hours-fields.tsx';
import { withWords } from '../../i18n/i18n.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';

const LastFields = lazyPart(
  withWords(['chatSettings'], () => import('./last-fields.tsx')),
  'LastFields',
);

export function LaterFields({ counter, savedTeam, ...part }: SavedPart) {
  return (
    <>
      <PlacementFields {...part} />
      <WorkingHoursFields {...part} timeZone={counter.time_zone_name} />
      <Operators {...part} counterId={counter.id} />
      <Departments {...part} counterId={counter.id} timeZone={counter.time_zone_name} />
      <Suspense>
        <LastFields {...part} counter={counter} savedTeam={savedTeam} />
      </Suspense>
    </>
  );
}
