/** The grammar of `filters`, one for the server that answers it and the screens that write it. */
export {
  conditionsOf,
  FilterFault,
  OPERATORS,
  overLimit,
  type Condition,
  type Filter,
  type FilterOperator,
  type FilterValue,
  type RowKey,
  type Some,
} from './filters/ast.ts';
export { parseFilter } from './filters/parser.ts';
export { printFilter } from './filters/print.ts';
export { FILTER_FIELDS, FILTER_GROUPS, type FieldKind, type FilterField } from './filters/fields.ts';
