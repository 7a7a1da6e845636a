import { translateTo } from '@parvis/messages/all';
import { findMunicipality, resolveMunicipality, resolvePlace } from '@parvis/reference';
import { LIMITS } from '@parvis/contracts';
import type { CellReading, ReadingContext, SheetFields } from './reading.ts';
import { guessed, sure, wrong } from './reading.ts';

/** A municipality by name or four-digit code, as its code. */
export function readMunicipality(text: string): CellReading<string> {
  const found = resolveMunicipality(text);
  if (found === null) return wrong('unknown-municipality');
  return found.confidence === 'exact'
    ? sure(found.code)
    : guessed(found.code, findMunicipality(found.code)?.nameShort ?? found.code);
}

/** A postal code or a locality. One that no list knows is kept as it is written, told as a guess: its distance is not known. */
export function readPlace(
  text: string,
  { municipality, locale }: ReadingContext,
): CellReading<SheetFields['place']> {
  if (text.length > LIMITS.name) return wrong('too-long', { maximum: LIMITS.name });
  const digits = /^(?:se?\s*-?\s*)?(\d{3})\s?(\d{2})(?!\d)\s*(.*)$/i.exec(text);
  const postalCode = digits === null ? null : `${digits[1] ?? ''}${digits[2] ?? ''}`;
  const found = resolvePlace(municipality === null ? { text } : { municipality, text });
  const written = postalCode === null ? text : (digits?.[3] ?? '') || null;
  if (found === null || (postalCode !== null && found.kind !== 'postal-code')) {
    const place = { postalCode, locality: written, municipality: found?.municipality ?? null };
    return guessed(place, translateTo(locale)('sheets.guess.place-unknown'));
  }
  const locality =
    found.kind === 'postal-code' ? (written ?? found.label.replace(/^[\d\s]+/, '')) || null : found.label;
  const place = { postalCode, locality, municipality: found.municipality };
  return found.confidence === 'exact' ? sure(place) : guessed(place, found.label);
}
