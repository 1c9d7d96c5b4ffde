/** By what costs are known beside days, as the field calls it [M97]. UTM marks stand with the sources of visits. */
import { defineDimension, type Dimension } from '../dimension.ts';
import { sourcePrefix } from '../parse/attribution.ts';

export const costDimensions: readonly Dimension[] = ['Source', 'Medium', 'Campaign'].map((name) =>
  defineDimension({
    id: `<attribution>Expense${name}`,
    scopes: ['costs'],
    kind: 'text',
    sql: ({ args, visit }) => visit(`${sourcePrefix(args.attribution)}utm_${name.toLowerCase()}`),
  }),
);
