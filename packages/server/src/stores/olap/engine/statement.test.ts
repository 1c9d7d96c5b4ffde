/** What may and may not be said to the engine. */
import { describe, expect, it } from 'vitest';
import {
  insertFile,
  insertTarget,
  isJsonLines,
  quote,
  setStatement,
  singleStatement,
  StatementRefused,
  useStatement,
} from './statement.ts';

describe('singleStatement', () => {
  it('takes one statement, with or without a semicolon at its end', () => {
    expect(singleStatement('SELECT 1')).toBe('SELECT 1');
    expect(singleStatement('SELECT 1 ; ;\n')).toBe('SELECT 1');
    expect(singleStatement('INSERT INTO db.t (a, b) SELECT 1, 2')).toMatch(/^INSERT/);
  });

  it.each([
    'SELECT 1; DROP TABLE hits',
    "SELECT ';'",
    'SELECT 1 /* ; */',
    'INSERT INTO t VALUES (1)',
    'INSERT INTO t FORMAT JSONEachRow {"a":1}',
    'insert into t (a) values (1)',
    "INSERT INTO t FROM INFILE '/etc/passwd' FORMAT LineAsString",
    ' ; ',
    '',
  ])('refuses %j', (sql) => {
    expect(() => singleStatement(sql)).toThrow(StatementRefused);
  });
});

describe('insertTarget', () => {
  it('names the table', () => {
    const lines = { table: 'hits', isBinary: false };
    expect(insertTarget('INSERT INTO hits FORMAT JSONEachRow')).toEqual(lines);
    expect(insertTarget('insert into db.hits format jsoneachrow\n')).toEqual({ ...lines, table: 'db.hits' });
    const binary = { table: 'hits', isBinary: true };
    expect(insertTarget('INSERT INTO hits FORMAT RowBinaryWithNamesAndTypes')).toEqual(binary);
  });
  it('says where binary rows are', () => {
    expect(insertFile('hits', "/it's")).toBe(
      String.raw`INSERT INTO hits FROM INFILE '/it\'s' COMPRESSION 'none' FORMAT RowBinaryWithNamesAndTypes`,
    );
  });
  it.each([
    'SELECT 1',
    'INSERT INTO hits FORMAT CSV',
    'INSERT INTO hits FORMAT RowBinary',
    'INSERT INTO hits SELECT 1 FORMAT JSONEachRow',
    'INSERT INTO a;b FORMAT JSONEachRow',
  ])('refuses %j', (sql) => {
    expect(() => insertTarget(sql)).toThrow(StatementRefused);
  });
});

describe('setStatement', () => {
  it('quotes every value, and puts readonly last', () => {
    expect(setStatement({ readonly: '2', max_threads: '3', param_x: "it's \\" })).toBe(
      String.raw`SET max_threads = '3', param_x = 'it\'s \\', readonly = '2'`,
    );
    expect(setStatement({})).toBe('');
    expect(quote(String.raw`\'`)).toBe(String.raw`'\\\''`);
  });
  it('refuses what is no name', () => {
    expect(() => setStatement({ 'a = 1; DROP TABLE hits; SET b': '1' })).toThrow(StatementRefused);
    expect(() => useStatement('a; DROP TABLE hits')).toThrow(StatementRefused);
  });
});

describe('isJsonLines', () => {
  it.each([
    '{"a":1}\n',
    '{"a":"; DROP TABLE hits"}\n{"b":[true,false,null,-1.5e+3]}',
    String.raw`{"a":"\\"}`,
    String.raw`{"a":"\"; DROP"}`,
    '',
  ])('takes %j', (body) => {
    expect(isJsonLines(Buffer.from(body))).toBe(true);
  });
  it.each([
    '{"a":1}\n;DROP TABLE hits',
    '{"a":1}\n\nDROP TABLE hits',
    '{"a":"open}\n',
    String.raw`{"a":"\\"; DROP TABLE hits; "}`,
    '{"a":1} -- x',
    "{'a':1}",
  ])('refuses %j', (body) => {
    expect(isJsonLines(Buffer.from(body))).toBe(false);
  });
});
