#!/usr/bin/env node
// A second, independent verifier of exported transcripts, written from ../transcript-format.md alone (Node, no package).
// node verify.mjs FILE VERIFIERKEY...      prints "genuine" (exit 0), "altered: where" (1) or "unknown" (2)
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts.map((p) => Buffer.from(p)))).digest();
const node = (left, right) => sha256([1], left, right);
const end = (code, word) => { console.log(word); process.exit(code); };
const altered = (where) => end(1, `altered: ${where}`);

/** RFC 8785 for objects, arrays, strings, integers, booleans and null: JSON.stringify with sorted names. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') return `{${Object.keys(value).sort().map((k) => `${JSON.stringify(k)}:${canonical(value[k])}`).join(',')}}`;
  return JSON.stringify(value);
}

const [path, ...keys] = process.argv.slice(2);
const bytes = readFileSync(path);
let file;
try { file = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)); } catch { altered('formatting'); }
if (!Buffer.from(canonical(file)).equals(bytes)) altered('formatting');

// The tree of the entries before the first one exported, as the roots of its complete subtrees, largest first.
const peaks = file.before.map((hex) => Buffer.from(hex, 'hex'));
let size = file.from - 1;
if (size.toString(2).replaceAll('0', '').length !== peaks.length) altered('header');
let head = size === 0 ? sha256(`nonlitigation-odr/room/1\n${file.room.id}`) : null;
const withheld = [];

for (const { entry, body, salt, hash } of file.entries) {
  const where = `entry ${size + 1}`;
  const leaf = sha256([0], canonical(entry));
  if (leaf.toString('hex') !== hash) altered(`${where}: its hash does not fit`);
  if (entry.v !== 1 || entry.room !== file.room.id || entry.sequence !== size + 1) altered(`${where}: order`);
  if (head && entry.previous !== head.toString('hex')) altered(`${where}: link`);
  if (body === null && salt === null) withheld.push(entry.sequence);
  else if (sha256([2], Buffer.from(salt, 'hex'), canonical(body)).toString('hex') !== entry.commitment) altered(`${where}: body`);
  let peak = (head = leaf);
  for (let s = size; s % 2 === 1; s = (s - 1) / 2) peak = node(peaks.pop(), peak);
  peaks.push(peak);
  size++;
}
if (canonical(withheld) !== canonical(file.withheld)) altered('header');

const root = peaks.reduceRight((right, left) => node(left, right));
const { entries, checkpoint, ...header } = file;
const text = [`nonlitigation-odr/room/${file.room.id}`, size, root.toString('base64'), `header ${sha256(canonical(header)).toString('base64')}`, ''].join('\n');
if (!checkpoint.startsWith(`${text}\n`)) altered('checkpoint, header or order');

const line = /^— ([^ +\n]+) ([A-Za-z0-9+/]+=*)\n$/u.exec(checkpoint.slice(text.length + 1));
const signature = Buffer.from(line?.[2] ?? '', 'base64');
if (!line || signature.length !== 68 || signature.toString('base64') !== line[2]) altered('checkpoint');
for (const key of keys) {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key);
  const raw = Buffer.from(base64, 'base64').subarray(1);
  const holds = verify(null, Buffer.from(text), createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' }), signature.subarray(4));
  const named = line[1] === name && signature.subarray(0, 4).toString('hex') === id;
  if (holds && named) end(0, 'genuine');
  if (holds || named) altered('checkpoint signature');
}
end(2, 'unknown: no trusted key signed this');
