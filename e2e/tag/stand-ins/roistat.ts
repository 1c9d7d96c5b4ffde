/** Roistat as its public facts describe it. Calls one function that the site may set, when a lead is sent. */
import type { StandIn } from './stand-in.ts';

export const roistat: StandIn = {
  id: 'roistat',
  prefix: 'Roistat',
  address: 'https://cloud.roistat.com/api/site/1.0/x/init',
  stub: `window.roistatProjectId = 'x'; window.roistatHost = 'cloud.roistat.com';`,
  script: `
    window.roistat = { leadHunter: { onAfterSubmit: () => 5 }, getVisit: () => 1 };
    if (typeof window.onRoistatAllModulesLoaded === 'function') window.onRoistatAllModulesLoaded();
    const own = window.roistat.leadHunter.onAfterSubmit;
    return { heard: () => window.roistat.leadHunter.onAfterSubmit !== own, lead: () => { if (window.roistat.leadHunter.onAfterSubmit({ phone: '+7' }) !== 5) throw new Error('the site’s function was lost'); } };`,
  stories: [
    ['lead', ['Form_sent']],
    ['', []],
  ],
};
