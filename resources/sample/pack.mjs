#!/usr/bin/env node
// Packs real places with their real postal codes into places.bin. Run it again after changing a version:
//     node resources/sample/pack.mjs
// It installs the two packages named in SOURCES.md into a temporary folder, reads their JSON and writes
// places.bin beside this file. Nothing else of the packages is kept.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const packages = ['@etalab/decoupage-administratif@6.0.0', 'zipcodes@8.0.0'];

// Inhabitants for one unit of a commune's weight; a weight says how often customers live there.
const inhabitantsPerWeight = 250;

// State codes of United States military mail, which name no places.
const militaryStates = new Set(['AA', 'AE', 'AP']);

const here = dirname(fileURLToPath(import.meta.url));
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function install() {
  const folder = mkdtempSync(join(tmpdir(), 'addressdesk-places-'));
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  execFileSync('npm', ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', ...packages],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

// Communes as they are today; the arrondissements of Paris, Lyon and Marseille are postal codes of their commune.
function frenchLines(folder) {
  const file = join(folder, 'node_modules/@etalab/decoupage-administratif/data/communes.json');
  return JSON.parse(readFileSync(file, 'utf8'))
    .filter((commune) => commune.type === 'commune-actuelle' && commune.codesPostaux?.length > 0)
    .map((commune) => [
      commune.departement,
      commune.nom.normalize('NFC'),
      Math.max(1, Math.round((commune.population ?? 0) / inhabitantsPerWeight)),
      [...new Set(commune.codesPostaux)].sort().join(','),
    ].join('\t'));
}

// Places of the fifty states, the district and the territories. Entries that are a company's own code are left out.
function americanLines(folder) {
  const { codes } = createRequire(import.meta.url)(join(folder, 'node_modules/zipcodes/lib/codes.js'));
  const zipsOfPlace = new Map();
  for (const { zip, city, state } of Object.values(codes)) {
    if (militaryStates.has(state) || !/^\d{5}$/.test(zip) || !/^[\p{L} .'-]+$/u.test(city))
      continue;
    const place = `${state}\t${city.trim().normalize('NFC')}`;
    zipsOfPlace.set(place, (zipsOfPlace.get(place) ?? new Set()).add(zip));
  }
  return [...zipsOfPlace].map(([place, zips]) => `${place}\t${zips.size}\t${[...zips].sort().join(',')}`);
}

function packed(text) {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, deflateSync(bytes, { level: 9, memLevel: 9 })]);
}

const folder = install();
try {
  const french = [...new Set(frenchLines(folder))].sort(byText);
  const american = [...new Set(americanLines(folder))].sort(byText);
  const text = ['FR', ...french, 'US', ...american].join('\n') + '\n';
  const result = packed(text);
  writeFileSync(join(here, 'places.bin'), result);
  console.log(`${french.length} French and ${american.length} American places, ${result.length} bytes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
