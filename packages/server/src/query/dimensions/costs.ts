/** By what costs are known beside days [M97]: the field's names; those of UTM marks stand with the sources of visits. */
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
