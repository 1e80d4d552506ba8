// chrono-node on the texts that stand, one JSON object a line, in the file it is given. For every line on standard
// input it reads all of them once and answers with the CPU seconds that took and how many times it found.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import * as chrono from "chrono-node";

const texts = readFileSync(process.argv[2], "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line))
  .map(({ text, published }) => ({ text, published: new Date(published) }));

for await (const _ of createInterface({ input: process.stdin })) {
  const started = process.cpuUsage();
  let found = 0;
  for (const { text, published } of texts) found += chrono.parse(text, published).length;
  const used = process.cpuUsage(started);
  console.log(JSON.stringify({ seconds: (used.user + used.system) / 1e6, found }));
}
