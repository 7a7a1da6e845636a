import type { Gender, Side } from '@parvis/matching';
import { searchKey } from '@parvis/reference';
import type { CellReading } from './reading.ts';
import { guessed, sure, wrong } from './reading.ts';

const NEWCOMER = words(`
  newcomer newcomers ny nya nyanland nyanlanda nyanland_kvinna nyanlanda_kvinnor adept adepter mentee mentees ny_i_sverige
  ny_svensk nysvensk deltagare participant refugee flykting immigrant invandrare migrant new_arrival newly_arrived new_woman
  ny_kvinna praktikant larling sfi_elev elev student n
  nyanlant nyanland_man`);
const MENTOR = words(`
  mentor mentors mentorer sprakvan sprakvanner vanner van kompis kompisar jarfallakompis buddy buddies volontar volontarer volunteer
  volunteers etablerad etablerade etablerad_kvinna etablerade_kvinnor established established_resident established_woman
  language_friend language_friends svensk svenskar swede host vard faddrar fadder handledare coach m`);

/** Which side a row is on, by the words of the five programs and their kin. */
export function readSide(text: string): CellReading<Side> {
  const key = searchKey(text);
  if (NEWCOMER.has(key)) return sure('newcomer');
  if (MENTOR.has(key)) return sure('mentor');
  const newcomer = /\b(?:nyanland|newcomer|adept|mentee|flykting|refugee)/.test(key);
  const mentor = /\b(?:mentor|sprakvan|kompis|volontar|volunteer|etablerad|established|fadder)/.test(key);
  if (newcomer === mentor) return wrong('unknown-side');
  return newcomer ? guessed('newcomer', key) : guessed('mentor', key);
}

const GENDERS: readonly (readonly [Gender | null, ReadonlySet<string>])[] = [
  ['woman', words('kvinna kvinnor k kv female f woman women w tjej flicka dam hon she her ona امراه انثي')],
  ['man', words('man m male men kille pojke herre han he mannar karl رجل ذكر')],
  ['other', words('annat annan other x ickebinar icke_binar nonbinary non_binary hen they o')],
  [
    null,
    words(
      'okand okant unknown vet_ej vill_inte_svara vill_ej_svara inte_sagt ej_angivet vill_inte_saga prefer_not_to_say not_said',
    ),
  ],
];

/** A gender; `unknown` and its like say nothing, as an empty cell does. */
export function readGender(text: string): CellReading<Gender | null> {
  const key = searchKey(text);
  const found = GENDERS.find(([, known]) => known.has(key));
  return found === undefined ? wrong('unknown-gender') : sure(found[0]);
}

function words(list: string): ReadonlySet<string> {
  return new Set(
    list
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', ' ')),
  );
}
