/** What a goal would have counted, asked by the admin and by the picker on the site's own page. */
import type { Endpoint } from '../../kit/endpoint.ts';
import {
  createPicker,
  createPickerLinks,
  createPreviews,
  pickerEndpoints,
  previewEndpoints,
  type Picker,
} from '../../workbench/index.ts';
import type { Part } from '../part.ts';
import { analytics } from './analytics.ts';
import { counters } from './counters.ts';
import { secret } from './secret.ts';

export const workbench: Part<{ readonly endpoints: readonly Endpoint[]; readonly picker: Picker }> = {
  name: 'workbench',
  open({ clock, use }) {
    const { counters: store, goals, publisher } = use(counters);
    const previewGoal = createPreviews({
      counters: store,
      goals,
      publisher,
      olap: use(analytics).olap,
      clock,
    });
    const links = createPickerLinks(use(secret));
    const picker = createPicker({ links, previewGoal, counters: store, clock });
    return {
      picker,
      endpoints: [
        ...previewEndpoints(previewGoal),
        ...pickerEndpoints({ counters: store, links, picker, clock }),
      ],
    };
  },
};
