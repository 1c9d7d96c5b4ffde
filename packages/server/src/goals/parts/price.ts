/** Condition `price`: the hit brings a price within bounds [G71]. */
import { whenever, type PartType } from './part-type.ts';

export const pricePart: PartType = {
  id: 'price',
  compile({ fields: { price_from: from = 0, price_to: to = Infinity } }) {
    return whenever(({ fact: { price } }) => price !== undefined && price >= from && price <= to);
  },
};
