/** Where an address is: country, region, city. */
import { openPlace, type Place } from '../../collect/index.ts';
import type { Part } from '../part.ts';

export const place: Part<Place> = { name: 'place', open: ({ config, log }) => openPlace(config.geoDb, log) };
