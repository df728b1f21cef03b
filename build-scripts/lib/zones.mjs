// Which country a time zone is in, as one short text for the page's script: "Europe:ESMad,FRPa;…". Made of a table that
// follows the IANA's (with its links, so that Asia/Calcutta, Europe/Kiev and America/Buenos_Aires are known too), for the
// regions that have a number to call. A name stands there by its first letters, as many as no zone of another country
// begins with: at least two.
import { createRequire } from "node:module";

import { read } from "./files.mjs";

const least = 2;
// Offsets with a name, and no place; and a place that two countries claim.
const no_place = /^(EST|MST|HST|CET|EET|MET|WET|[A-Z]{3}\d[A-Z]{3}|Europe\/Simferopol)$/;

/** Every zone that is in a country, by its whole name. */
export function zones_of_the_world() {
  const { getAllTimezones } = createRequire(import.meta.url)("countries-and-timezones");
  return new Map(
    Object.values(getAllTimezones({ deprecated: true }))
      .filter(({ name, countries }) => countries.length > 0 && !no_place.test(name))
      .map(({ name, countries }) => [name, countries[0]]),
  );
}

const split = (zone) => [zone.slice(0, Math.max(zone.indexOf("/"), 0)), zone.slice(zone.indexOf("/") + 1)];

export function zone_table() {
  const { regions } = JSON.parse(read("content/emergency-numbers.json"));
  const known = new Set(regions.map(({ region }) => region));
  const world = zones_of_the_world();
  const short = (zone, region) => {
    const [area, name] = split(zone);
    for (let length = least; length < name.length; ++length) {
      const begins = (area && `${area}/`) + name.slice(0, length);
      if ([...world].every(([other, where]) => where === region || !other.startsWith(begins)))
        return name.slice(0, length);
    }
    return name;
  };
  const areas = {};
  for (const [zone, region] of world)
    if (known.has(region)) ((areas[split(zone)[0]] ??= {})[region] ??= new Set()).add(short(zone, region));
  return Object.entries(areas)
    .map(
      ([area, places]) =>
        `${area}:${Object.entries(places)
          .map(([region, names]) => region + [...names].join(" "))
          .join(",")}`,
    )
    .join(";");
}
