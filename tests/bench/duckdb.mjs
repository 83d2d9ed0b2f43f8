// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks DuckDB, on one thread, what the benchmark "questions" asks a library, on the same data, and says how many times
// as long it takes: at least 50 times for all pairs, 10 times for those of five years and a region. Run by hand, with
// Node and the package @duckdb/node-api in a folder of its own:
//
//   npm install --prefix FOLDER @duckdb/node-api
//   TL_NODE_MODULES=FOLDER/node_modules node tests/bench/duckdb.mjs build-bench/tests/bench/bench-questions
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const ROUNDS = 3;
const modules = process.env.TL_NODE_MODULES;
const require = createRequire (modules ? path.join (modules, 'x.js') : import.meta.url);
const { DuckDBInstance } = require ('@duckdb/node-api');

const pairs = (where) => `
  SELECT sum (n) FROM (SELECT count (*) n FROM review r JOIN coded a ON a.review = r.id
                       JOIN coded b ON b.review = a.review AND b.code > a.code ${where} GROUP BY a.code, b.code)`;
const questions = [
  { line: /^# all pairs against a bare loop: ours ([\d.]+) ms.*sum (\d+)/m, least: 50,
    sql: 'SELECT sum (n) FROM (SELECT count (*) n FROM coded a JOIN coded b ON b.review = a.review AND b.code > a.code ' +
         'GROUP BY a.code, b.code)' },
  { line: /^# pairs of five years and a region against a bare loop: ours ([\d.]+) ms.*sum (\d+)/m, least: 10,
    sql: 'SELECT sum (n) FROM (SELECT count (*) n FROM review r JOIN coded a ON a.review = r.id ' +
         'JOIN coded b ON b.review = a.review AND b.code > a.code WHERE r.year BETWEEN 2012 AND 2016 ' +
         "AND r.region = 'yorkshire_humber' GROUP BY a.code, b.code)" },
  { line: /^# year, region, code: ours ([\d.]+) ms/m, least: 1,
    sql: 'SELECT sum (n) FROM (SELECT count (*) n FROM tag JOIN review ON id = review GROUP BY year, region, code)' },
];

const folder = fs.mkdtempSync (path.join (os.tmpdir (), 'throughline-duckdb-'));
let failed = false;
try
  {
    const said = execFileSync (process.argv[2], { env: { ...process.env, TL_QUESTIONS_DATA: folder }, encoding: 'utf8' });
    const instance = await DuckDBInstance.create (path.join (folder, 'duckdb'), {});
    const connection = await instance.connect ();
    process.stdout.write (said);
    await connection.run (`CREATE TABLE review AS SELECT * FROM read_csv ('${folder}/review.csv')`);
    await connection.run (`CREATE TABLE tag AS SELECT * FROM read_csv ('${folder}/tag.csv')`);
    await connection.run ('CREATE TABLE coded AS SELECT DISTINCT review, code FROM tag ORDER BY ALL');
    await connection.run ('SET threads = 1');
    for (const { line, least, sql } of questions)
      {
        const [told, ours, sum] = said.match (line);
        let best = Infinity, answer;
        for (let i = 0; i < ROUNDS; i++)
          {
            const start = performance.now ();
            answer = (await connection.runAndReadAll (sql)).getRows ()[0][0];
            best = Math.min (best, performance.now () - start);
          }
        const ratio = best / ours, right = ratio >= least && (sum === undefined || BigInt (sum) === BigInt (answer));
        failed ||= !right;
        console.log (`${right ? 'ok' : 'not ok'} - ${told.slice (2).split (':')[0]}: DuckDB ${best.toFixed (1)} ms, ` +
                     `${ratio.toFixed (0)} times ours of ${ours} ms, at least ${least}; sum ${answer}`);
      }
  }
finally
  {
    fs.rmSync (folder, { recursive: true });
  }
process.exit (failed ? 1 : 0);
