/** Area codes of two digits beside Stockholm's 8; every other has three. The mobile ones are 70, 72, 73, 76 and 79. */
const TWO_DIGITS = /^(10|11|13|16|18|19|21|23|26|31|33|35|36|40|42|44|46|54|60|63|70|72|73|76|79|90)/;
const GROUPS: Readonly<Record<number, RegExp>> = {
  5: /^(\d{3})(\d{2})$/,
  6: /^(\d{2})(\d{2})(\d{2})$/,
  7: /^(\d{3})(\d{2})(\d{2})$/,
  8: /^(\d{3})(\d{3})(\d{2})$/,
};

/** A number as it is said in Sweden: `+4684650 0412` is "08-465 004 12". A foreign number is left in E.164. */
export function phoneWords(number: string): string {
  const national = /^\+46([1-9]\d{6,9})$/.exec(number)?.[1];
  if (national === undefined) return number;
  const area = national.startsWith('8') ? 1 : TWO_DIGITS.test(national) ? 2 : 3;
  const subscriber = national.slice(area);
  const groups = GROUPS[subscriber.length]?.exec(subscriber)?.slice(1);
  return `0${national.slice(0, area)}-${groups?.join(' ') ?? subscriber}`;
}
