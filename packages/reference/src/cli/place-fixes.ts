/** What is known to be wrong or missing in the sources on places, mended by hand. */

/**
 * Järfälla: the point lies in Sundbyberg, 10 km off, and some of its postal codes stand under Upplands-Bro. All codes
 * of the locality lie in the municipality; the point is Jakobsberg's (GeoNames), its centre.
 */
export const localityFixes: Readonly<
  Record<string, { readonly municipality: string; readonly latitude: string; readonly longitude: string }>
> = { Järfälla: { municipality: '0123', latitude: '59.4227', longitude: '17.8351' } };

/** Municipality of towns that lie far from the point of any postal code, so that the nearest code would mislead. */
export const townMunicipalities: Readonly<Record<string, string>> = {
  Akalla: '0180',
  Barkarö: '1980',
  Björboholm: '1441',
  Björlanda: '1480',
  Bollmora: '0138',
  Boo: '0182',
  Dingtuna: '1980',
  Fisksätra: '0182',
  Fittja: '0127',
  'Gamla Uppsala': '0380',
  Hammarkullen: '1480',
  Hemmesta: '0120',
  Hovsta: '1880',
  Hökåsen: '1980',
  Ingared: '1489',
  Jakobsberg: '0123',
  Kopparmora: '0120',
  Lindsdal: '0880',
  Malmslätt: '0580',
  Mörtnäs: '0120',
  Olstorp: '1441',
  Rinkabyholm: '0880',
  Skultorp: '1496',
  Stöpen: '1496',
  Sävja: '0380',
  Tallboda: '0580',
  Tillberga: '1980',
  Vårsta: '0127',
};
