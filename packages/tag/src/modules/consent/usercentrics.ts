/** Usercentrics: a service by the name of Goalpost, or else consent to all. */
import { each } from '../../shared/values.ts';
import type { Module } from '../../shared/model.ts';

interface Service {
  readonly name?: string;
  readonly consent?: { readonly status?: boolean };
}
interface Manager {
  isInitialized(): boolean;
  areAllConsentsAccepted?(): boolean;
  getServicesBaseInfo?(): readonly Service[];
}

export const usercentrics: Module = (counter) =>
  counter._heard!(
    'UC_UI',
    ['UC_UI_INITIALIZED', 'UC_UI_CMP_EVENT', 'UC_UI_VIEW_CHANGED'],
    (manager: Manager) => {
      if (!manager.isInitialized()) return undefined;
      let agreed = manager.areAllConsentsAccepted?.() ?? false;
      each(manager.getServicesBaseInfo?.() ?? [], ({ name, consent }) => {
        if (name === 'Goalpost') agreed = !!consent?.status;
      });
      return agreed;
    },
  );
