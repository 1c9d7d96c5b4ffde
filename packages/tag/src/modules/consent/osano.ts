/** Osano: consent to analytics. */
import type { Module } from '../../shared/model.ts';

interface Manager {
  getConsent(): { readonly ANALYTICS?: string };
  addEventListener(type: string, run: () => void): void;
}

export const osano: Module = (counter) =>
  counter._until!(
    () => (window as { Osano?: { readonly cm?: Manager } }).Osano?.cm,
    (manager: Manager) => {
      const look = (): void => counter._consent!(manager.getConsent().ANALYTICS === 'ACCEPT');
      manager.addEventListener('osano-cm-consent-saved', look);
      look();
    },
  );
