/** For tests: the process behind `test-clickhouse.ts`. Blocks for good in libchdb's own ClickHouse server. */
import { libchdbPath } from 'chdb/libchdb';
import { DataType, load, open } from 'ffi-rs';

const [folder = '', port = '', configFile = ''] = process.argv.slice(2);
// The last statement never ends: the listeners live as long as it does.
const script = `SYSTEM START LISTEN HTTP;
  SELECT sleepEachRow(1) FROM system.numbers FORMAT Null
  SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0`;
const args = [
  'clickhouse',
  `--path=${folder}`,
  `--http_port=${port}`,
  '--listen_host=127.0.0.1',
  `--config-file=${configFile}`,
  `--query=${script}`,
];

open({ library: 'chdb', path: libchdbPath() });
// Comes back only if the server could not be started.
const result = load({
  library: 'chdb',
  funcName: 'chdb_query_cmdline',
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [args.length, args],
});
const error = load({
  library: 'chdb',
  funcName: 'chdb_result_error',
  retType: DataType.String,
  paramsType: [DataType.External],
  paramsValue: [result],
});
process.stderr.write(`${error}\n`);
process.exitCode = 1;
