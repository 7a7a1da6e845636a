import { localityFixes, townMunicipalities } from './place-fixes.ts';
import { groupBy, readSource, writeTable } from './table.ts';
import type { Folders, SourceRow } from './table.ts';

interface PostalCode {
  readonly code: string;
  readonly locality: string;
  readonly municipality: string;
  readonly latitude: string;
  readonly longitude: string;
  /** Its municipality comes from a source that knows municipalities, not from GeoNames alone. */
  readonly sure: boolean;
}
interface Locality {
  readonly name: string;
  readonly municipality: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly precision: string;
}

export function compactPlaces(folders: Folders): void {
  writeMunicipalities(folders);
  const localities = readSource(folders, '04_geography/localities.csv').map(readLocality);
  const postalCodes = mendMunicipalities(
    readSource(folders, '04_geography/postal_codes.csv').map(readPostalCode),
    localities,
  );
  const used = new Set(postalCodes.map(localityKey));
  const kept = dropRepeats(localities).filter(({ name, municipality }) =>
    used.has(`${name}|${municipality}`),
  );
  const all = [...kept, ...listTowns(folders, kept, postalCodes)];
  writeTable(
    folders,
    'localities.tsv',
    ['name', 'municipality', 'latitude', 'longitude', 'precision'],
    all.map((row) => [row.name, row.municipality, row.latitude, row.longitude, row.precision]),
  );
  writePostalCodes(folders, postalCodes, all);
}

function writeMunicipalities(folders: Folders): void {
  writeTable(
    folders,
    'municipalities.tsv',
    ['code', 'name', 'short', 'county_code', 'county', 'main_locality', 'latitude', 'longitude'],
    readSource(folders, '04_geography/municipalities.csv').map((row) => {
      const fix = localityFixes[row('main_locality')];
      const known = ['code', 'name', 'name_short', 'county_code', 'county', 'main_locality'].map(row);
      return [...known, fix?.latitude ?? row('main_lat'), fix?.longitude ?? row('main_lon')];
    }),
  );
}

function readLocality(row: SourceRow): Locality {
  return {
    name: row('postort'),
    municipality: row('municipality_code'),
    latitude: row('lat'),
    longitude: row('lon'),
    precision: row('precision'),
    ...localityFixes[row('postort')],
  };
}

function readPostalCode(row: SourceRow): PostalCode {
  return {
    code: row('postal_code'),
    locality: row('postort'),
    municipality: row('municipality_code'),
    latitude: row('lat'),
    longitude: row('lon'),
    sure: row('src').startsWith('S'),
    ...localityFixes[row('postort')],
  };
}

function localityKey(postal: PostalCode): string {
  return `${postal.locality}|${postal.municipality}`;
}

/** A mended locality can come to stand twice. */
function dropRepeats(localities: readonly Locality[]): Locality[] {
  return [...new Map(localities.map((row) => [`${row.name}|${row.municipality}`, row])).values()];
}

/**
 * Codes known to GeoNames alone can carry a wrong municipality (930 61 Bastuträsk, which is in Norsjö). When no
 * sure code of the same locality lies there, and all sure ones lie in one other municipality, that one is taken, and
 * the locality's point with it.
 */
function mendMunicipalities(
  postalCodes: readonly PostalCode[],
  localities: readonly Locality[],
): PostalCode[] {
  const sure = groupBy(
    postalCodes.filter((postal) => postal.sure),
    (postal) => postal.locality,
  );
  return postalCodes.map((postal) => {
    const municipalities = new Set(sure.get(postal.locality)?.map((other) => other.municipality));
    const [only] = municipalities;
    if (postal.sure || municipalities.size !== 1 || only === undefined || only === postal.municipality)
      return postal;
    const point = localities.find((row) => row.name === postal.locality && row.municipality === only);
    return {
      ...postal,
      municipality: only,
      latitude: point?.latitude ?? postal.latitude,
      longitude: point?.longitude ?? postal.longitude,
    };
  });
}

/**
 * Towns and city districts that are no postal locality (Rinkeby), in the municipality of the nearest sure postal code. A
 * town with none within 1.5 km is left out unless its municipality is known by hand.
 */
function listTowns(
  folders: Folders,
  localities: readonly Locality[],
  postalCodes: readonly PostalCode[],
): Locality[] {
  const sure = postalCodes.filter(
    (postal) => postal.sure && postal.municipality !== '' && postal.latitude !== '',
  );
  const known = new Set(localities.map((row) => row.name.toLowerCase()));
  const towns = readSource(folders, '04_geography/places_over_1000.csv').flatMap((row): Locality[] => {
    const municipality =
      townMunicipalities[row('name')] ??
      findNearest(Number(row('lat')), Number(row('lon')), sure)?.municipality;
    if (municipality === undefined || known.has(row('name').toLowerCase())) return [];
    return [
      { name: row('name'), municipality, latitude: row('lat'), longitude: row('lon'), precision: 'town' },
    ];
  });
  return dropRepeats(towns);
}

/** Nearest within 1.5 km on a flat map. */
function findNearest(
  latitude: number,
  longitude: number,
  postalCodes: readonly PostalCode[],
): PostalCode | undefined {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let best: PostalCode | undefined;
  let least = 1.5 / kilometresPerDegree;
  for (const postal of postalCodes) {
    const distance = Math.hypot(
      Number(postal.latitude) - latitude,
      (Number(postal.longitude) - longitude) * shrink,
    );
    if (distance >= least) continue;
    least = distance;
    best = postal;
  }
  return best;
}

const kilometresPerDegree = 111.2;

/** The locality by its row number; coordinates only where they differ from the locality's. */
function writePostalCodes(
  folders: Folders,
  postalCodes: readonly PostalCode[],
  localities: readonly Locality[],
): void {
  const rowOf = new Map<string, number>();
  for (const [row, locality] of localities.entries()) {
    const key = `${locality.name}|${locality.municipality}`;
    if (!rowOf.has(key)) rowOf.set(key, row);
  }
  writeTable(
    folders,
    'postal-codes.tsv',
    ['code', 'locality', 'latitude', 'longitude', 'name'],
    postalCodes.map((postal) => {
      const row = rowOf.get(localityKey(postal));
      const locality = row === undefined ? undefined : localities[row];
      const same = locality?.latitude === postal.latitude && locality.longitude === postal.longitude;
      return [
        postal.code,
        row === undefined ? '' : String(row),
        same ? '' : postal.latitude,
        same ? '' : postal.longitude,
        row === undefined ? postal.locality : '',
      ];
    }),
  );
}
