import { LIMITS } from '@parvis/contracts';
import type { CellReading } from './reading.ts';
import { sure, wrong } from './reading.ts';

/** `10`, `2,5 km`, `1 mil` (ten kilometres). */
export function readKilometres(text: string): CellReading<number> {
  const found =
    /^(?:max\.?|högst|upp till|up to|<)?\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*(km|kilometer|kilometre|kilometers|kilometres|mil)?\.?$/i.exec(
      text,
    );
  const kilometres =
    Number((found?.[1] ?? 'x').replace(',', '.')) * (found?.[2]?.toLowerCase() === 'mil' ? 10 : 1);
  return kilometres >= 0 && kilometres <= LIMITS.kilometres
    ? sure(kilometres)
    : wrong('not-kilometres', { maximum: LIMITS.kilometres });
}

/** How many pairs at a time. */
export function readCapacity(text: string): CellReading<number> {
  const found = /^(\d{1,3})(?:[.,]0+)?(?:\s*(?:st|par|personer|people|pairs?|adepter))?$/i.exec(text);
  const capacity = Number(found?.[1] ?? 0);
  return capacity >= 1 && capacity <= LIMITS.capacity
    ? sure(capacity)
    : wrong('not-capacity', { maximum: LIMITS.capacity });
}
