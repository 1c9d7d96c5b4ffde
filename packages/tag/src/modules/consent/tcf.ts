/** IAB TCF v2: purposes 1 (storage) and 8 (measuring content), or no GDPR at all. */
import type { Module } from '../../shared/model.ts';

interface TcData {
  readonly eventStatus?: string;
  readonly gdprApplies?: boolean;
  readonly purpose?: { readonly consents?: Readonly<Record<number, boolean>> };
}
type Tcf = (command: string, version: number, told: (data: TcData, isGood: boolean) => void) => void;

export const tcf: Module = (counter) =>
  counter._until!(
    () => (window as { __tcfapi?: Tcf }).__tcfapi,
    (api: Tcf) =>
      api('addEventListener', 2, (data, isGood) => {
        const given = data?.purpose?.consents;
        if (isGood && data.eventStatus !== 'cmpuishown')
          counter._consent!(data.gdprApplies === false || (given?.[1] && given[8]));
      }),
  );
