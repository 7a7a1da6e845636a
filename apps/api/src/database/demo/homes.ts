import type { Random } from './random.ts';

/** Where people live: localities of each municipality with some of their postal codes (GeoNames), the larger ones more often. */
const HOMES = {
  '0162': [
    ['Danderyd', '18231 18233 18235 18236 18252', 10],
    ['Djursholm', '18260 18263 18265 18268', 7],
    ['Stocksund', '18273 18275 18277', 5],
    ['Enebyberg', '18245 18246 18248', 6],
  ],
  '0123': [['Järfälla', '17531 17541 17543 17545 17552 17556 17561 17562', 1]],
  '1441': [
    ['Lerum', '44330 44331 44333 44334 44335', 10],
    ['Floda', '44830 44831 44833 44835', 6],
    ['Gråbo', '44340 44341 44342', 5],
    ['Stenkullen', '44360 44361', 3],
    ['Tollered', '44850', 1],
    ['Sjövik', '44374', 1],
  ],
  '2417': [
    ['Norsjö', '93521 93531 93532', 5],
    ['Bastuträsk', '93570', 1],
  ],
  '2418': [
    ['Malå', '93931 93932', 6],
    ['Rentjärn', '93991', 1],
  ],
  '2505': [
    ['Arvidsjaur', '93331 93332 93333 93334', 8],
    ['Glommersträsk', '93394', 2],
    ['Moskosel', '93390', 1],
    ['Abborrträsk', '93393', 1],
  ],
} as const satisfies Readonly<
  Record<string, readonly (readonly [locality: string, codes: string, weight: number])[]>
>;
export type DemoMunicipality = keyof typeof HOMES;

export interface Home {
  readonly municipality: string;
  readonly locality: string;
  readonly postalCode: string;
}

export function drawHome(random: Random, municipality: DemoMunicipality): Home {
  const [locality, codes] = random.weigh(HOMES[municipality].map((home) => [home, home[2]] as const));
  return { municipality, locality, postalCode: random.pick(codes.split(' ')) };
}
