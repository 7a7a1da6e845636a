import { LIMITS } from '@parvis/contracts';
import { findEducationLevel, findField, resolveEducationLevel, resolveField } from '@parvis/reference';
import type { CellReading, EducationFieldRead, ReadingContext } from './reading.ts';
import { guessed, readEach, splitParts, sure, wrong } from './reading.ts';

/** How long someone has studied, as SCB's seven steps; several between `;`. */
export function readEducationLevels(
  text: string,
  { locale }: ReadingContext,
): CellReading<readonly number[]> {
  return readEach(splitParts(text).slice(0, LIMITS.educations), (part) => {
    const found = resolveEducationLevel(part);
    if (found === null) return wrong('unknown-education-level');
    return found.confidence === 'exact'
      ? sure(found.step)
      : guessed(found.step, findEducationLevel(found.step)?.[locale] ?? String(found.step));
  });
}

/** What someone has studied, as fields of SUN 2020; several between `;`. */
export function readEducationFields(
  text: string,
  { locale }: Pick<ReadingContext, 'locale'>,
): CellReading<readonly EducationFieldRead[]> {
  return readEach(splitParts(text).slice(0, LIMITS.educations), (part): CellReading<EducationFieldRead> => {
    const coded = /\[(\d{1,3}[a-z]?)\]$/i.exec(part)?.[1];
    const found = resolveField(coded ?? part);
    const level = resolveEducationLevel(part)?.step ?? null;
    if (found === null) {
      return level === null
        ? wrong('unknown-education-field', { word: part.slice(0, 80) })
        : guessed({ field: null, level }, findEducationLevel(level)?.[locale] ?? String(level));
    }
    const value = { field: found.field, level };
    return found.confidence === 'exact'
      ? sure(value)
      : guessed(value, findField(found.field)?.sv ?? found.label);
  });
}
