/** The tag is silent: nothing at all comes where page views are usual. */
import { watch, type Rule } from '../detect/watch.ts';
import { ofTraffic, type AlertKind, type History } from './kind.ts';

const NOTHING: Rule = { direction: 'low', ratio: 0, least: 1, longest: 144, overRatio: 0.3, overHours: 1 };

export const tagSilent: AlertKind = {
  id: 'tag_silent',
  explainedBy: [],
  find: (history) => watch(ofTraffic(history, seen(history)), NOTHING),
};

/** Visits, whose number scatters less than that of their pages; one that goes on is a sign of life, too. */
const seen = ({ visits, pageViews }: History): number[] =>
  visits.map((count, hour) => Math.max(count, Math.min(1, pageViews[hour] ?? 0)));
