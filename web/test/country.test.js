import assert from 'node:assert/strict';
import { test } from 'node:test';

import { zone_table, zones_of_the_world } from '../../build-scripts/lib/zones.mjs';

const page = /** @type {any} */ (globalThis);
page.__ZONES__ = zone_table();
page.navigator ??= { languages: ['en'] };
const { countryLines, guessedRegion, regionOfZone } = await import('../host/country.js');

/** As browsers and systems name them: names of now, and the ones from before that many still say. */
const zones = {
  'Europe/Madrid': 'ES',
  'Atlantic/Canary': 'ES',
  'Africa/Ceuta': 'ES',
  'Europe/Kyiv': 'UA',
  'Europe/Kiev': 'UA',
  'Asia/Kolkata': 'IN',
  'Asia/Calcutta': 'IN',
  'America/Argentina/Buenos_Aires': 'AR',
  'America/Buenos_Aires': 'AR',
  'America/Argentina/Ushuaia': 'AR',
  'America/New_York': 'US',
  'US/Pacific': 'US',
  'America/Indianapolis': 'US',
  'America/Indiana/Knox': 'US',
  'Pacific/Honolulu': 'US',
  'America/Toronto': 'CA',
  'Canada/Atlantic': 'CA',
  'America/Mexico_City': 'MX',
  'America/Bahia_Banderas': 'MX',
  'America/Bahia': 'BR',
  'America/Sao_Paulo': 'BR',
  'Brazil/East': 'BR',
  'Asia/Katmandu': 'NP',
  'Asia/Saigon': 'VN',
  'Asia/Istanbul': 'TR',
  Turkey: 'TR',
  Japan: 'JP',
  Egypt: 'EG',
  'Africa/Cairo': 'EG',
  'Africa/Johannesburg': 'ZA',
  'Australia/ACT': 'AU',
  NZ: 'NZ',
  'GB-Eire': 'GB',
  Eire: 'IE',
  PRC: 'CN',
  'Asia/Muscat': 'OM',
  'Asia/Dubai': 'AE',
  'Asia/Kuwait': 'KW',
  'Europe/Vaduz': 'LI',
  'Atlantic/Reykjavik': 'IS',
  'America/Lima': 'PE',
  'America/Puerto_Rico': 'PR',
  'America/Coral_Harbour': 'CA',
};

test('A time zone says its country, old names included', () => {
  assert.ok(Object.keys(zones).length >= 30);
  for (const [zone, region] of Object.entries(zones)) assert.equal(regionOfZone(zone), region, zone);
});

test('A place without a number is a place; no language may name another country for it', () => {
  for (const zone of [
    'Africa/Algiers',
    'Africa/Kinshasa',
    'Asia/Aden',
    'America/La_Paz',
    'Europe/Simferopol',
    'Mars/Olympus_Mons',
  ]) {
    assert.equal(guessedRegion(zone, ['fr-FR', 'es-MX']), '', zone);
  }
});

test('Where the time zone says no place, the first language that names a country does', () => {
  for (const zone of ['UTC', 'Etc/UTC', 'Etc/GMT+5', 'EST', 'CET', 'GMT', '']) {
    assert.equal(guessedRegion(zone, ['es', 'es-MX', 'en-US']), 'MX', zone);
    assert.equal(guessedRegion(zone, ['zh-Hans-CN']), 'CN', zone);
    assert.equal(guessedRegion(zone, ['en', 'ar']), '', zone);
  }
});

test('No zone of the world is given to another country than its own', () => {
  const world = zones_of_the_world();
  assert.ok(world.size > 400);
  const found = [...world].map(([zone, region]) => [zone, region, regionOfZone(zone)]);
  assert.deepEqual(
    found.filter(([, region, guess]) => guess && guess !== region),
    [],
  );
  assert.ok(found.filter(([, , guess]) => guess).length > 300);
});

test('Countries are named in the page’s language and in its order, and in English', () => {
  const [decided, , ...names] = countryLines('es', 'PE').split('\n');
  assert.equal(decided, 'PE');
  assert.ok(names.includes('ES\tEspaña\tSpain'));
  const order = names.map((line) => line.split('\t')[1]);
  assert.deepEqual(order, [...order].sort(new Intl.Collator('es').compare));
});
