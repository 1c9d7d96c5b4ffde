#!/usr/bin/env node
/** `goalpost …`: runs the program in a Node that is new enough: the one that came along, or this one. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
const FLAG = '--disable-warning=ExperimentalWarning';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'packages', 'server', 'src');
const program = [join(source, 'goalpost.js'), join(source, 'goalpost.ts')].find((path) => existsSync(path));

const node = nodeOf();
if (node === null) {
  process.stderr.write(
    `Goalpost needs Node ${WANTED} or newer, and this is Node ${process.versions.node}: install it from https://nodejs.org.\n`,
  );
  process.exit(1);
}

const child = spawn(node, [FLAG, program, ...process.argv.slice(2)], { stdio: 'inherit' });
// At a terminal, Ctrl-C reaches the child by itself; twice would mean "at once".
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGHUP', () => child.kill('SIGTERM'));
child.once('error', (error) => {
  process.stderr.write(`${node} cannot be run: ${error.message}\n`);
  process.exit(1);
});
child.once('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));

/** This Node, if it is new enough, or the one that the package brings along; null: neither. */
function nodeOf() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath;
  try {
    const brought = createRequire(import.meta.url).resolve(
      `node-${process.platform}-${process.arch}/package.json`,
    );
    const path = join(dirname(brought), 'bin', 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}
