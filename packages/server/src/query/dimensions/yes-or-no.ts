/** Labels of dimensions that are either so or not. */
import { fromTable } from '../shape/words.ts';

export const yesOrNo = fromTable({ yes: { en: 'Yes', ru: 'Да' }, no: { en: 'No', ru: 'Нет' } });
