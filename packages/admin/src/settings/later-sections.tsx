/** The lower half of a counter's settings: own visits, exchange rates, uploads, and the end of the counter. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { CostsSection } from './costs/costs-section.tsx';
import { DeleteCounter } from './delete-counter.tsx';
import { OwnVisits } from './own-visits.tsx';
import { RateSourceSection } from './rates/rate-source.tsx';
import { Rates } from './rates/rates.tsx';
import { UploadsSection } from './uploads/uploads-section.tsx';

export function LaterSections({ counter }: { readonly counter: Counter }) {
  return (
    <>
      <OwnVisits counter={counter} />
      <Rates counter={counter} />
      <RateSourceSection counter={counter} />
      <UploadsSection counter={counter} />
      <CostsSection counter={counter} />
      {may(counter.permission, 'own') && <DeleteCounter counter={counter} />}
    </>
  );
}
