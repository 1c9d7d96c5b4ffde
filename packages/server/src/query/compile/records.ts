/** Rows of the answer that are made of records: packed into texts, which are exploded like items of a list. */
import { explodedRecords, RECORD, type RecordList } from '../lists/records.ts';
import { dimensionSql, fieldsOf, recordsScope, type Compilation, type Field } from './scope.ts';

const PACKED = 'Array(Nullable(String))';

/** The fields asked for, as one text. */
function packSql(compilation: Compilation, fields: readonly Field[]): string {
  const values = fields.map(({ dimension }) => `toString(${dimensionSql(compilation, dimension)})`);
  return `toJSONString(CAST([${values.join(', ')}], '${PACKED}'))`;
}

/** Columns of the fields in exploded rows. */
export function fieldColumns({ plan }: Compilation): string[] {
  return fieldsOf(plan).map(({ dimension, records, index }, at) => {
    const { item, form } = explodedRecords(records);
    const text = `JSONExtract(${form.unpack(item)}, '${PACKED}')[${at + 1}]`;
    return `${dimension.definition.kind === 'number' ? `toFloat64OrNull(${text})` : text} AS d${index}`;
  });
}

/** Different records that a row of the scope has, by the fields asked for. */
export function shownRecordsSql(compilation: Compilation, list: RecordList): string {
  const { plan, binder } = compilation;
  const fields = fieldsOf(plan);
  const conditions = fields.flatMap(({ dimension, index }) => {
    const value = dimensionSql(compilation, dimension);
    const opened = plan.opened[index];
    if (opened === null) return [`isNull(${value})`];
    if (opened !== undefined) return [`ifNull(toString(${value}) = ${binder.bind('String', opened)}, 0)`];
    return index === 0 && !plan.includeUndefined ? [`isNotNull(${value})`] : [];
  });
  const all = list.sql(recordsScope(compilation));
  const some =
    conditions.length === 0 ? all : `arrayFilter(${RECORD} -> ${conditions.join(' AND ')}, ${all})`;
  return `arrayDistinct(arrayMap(${RECORD} -> ${packSql(compilation, fields)}, ${some}))`;
}

/** In exploded rows: of an answer's row its own records, of the totals those of all its rows. */
export function rowRecordsSql(compilation: Compilation, list: RecordList): string {
  const all = list.sql(recordsScope(compilation));
  const fields = fieldsOf(compilation.plan);
  if (fields[0]?.records !== list) return all;
  const { item, shown, form } = explodedRecords(list);
  const packed = packSql(compilation, fields);
  const isOfRow = `if(${form.isItem(item)}, ${form.pack(packed)} = ${item}, has(${shown}, ${packed}))`;
  return `arrayFilter(${RECORD} -> ${isOfRow}, ${all})`;
}
