import type { ProgramDefinition } from '@parvis/contracts';
import type { MentorProfile } from '@parvis/matching';
import { formatList } from './dates.ts';
import { cadenceSentence } from './rule.sentences.ts';
import type { Speaker } from './speaker.ts';

/** Whom one looks for: "En kvinna i Danderyd som talar tigrinska och kan ses vardagskvällar". */
export function profileSentence(speaker: Speaker, profile: MentorProfile): string {
  const { t, locale } = speaker;
  const details = detailWords(speaker, profile, 'is');
  const who = t(`missing.who.${whoIs(profile)}`);
  const place = placeWords(speaker, profile);
  if (details.length === 0) return t('missing.profile', { who, place });
  return t('missing.profile-who', { who, place, details: formatList(locale, details) });
}

interface Recruiting {
  readonly profile: MentorProfile;
  readonly program: Pick<ProgramDefinition, 'name' | 'cadence' | 'period'>;
  /** Where one reads more and signs up. */
  readonly link: string;
}

/** What one may write to find such a mentor, in several lines. Says nothing of those who wait. */
export function recruitingText(speaker: Speaker, { profile, program, link }: Recruiting): string {
  const { t, locale } = speaker;
  const who = whoIs(profile);
  const details = [
    ...(who === 'anyone' ? [] : [t(`missing.you.${who}`)]),
    ...detailWords(speaker, profile, 'you'),
  ];
  const facts = {
    place: placeWords(speaker, profile),
    program: program.name,
    cadence: cadenceSentence(t, program),
    link,
  };
  return details.length === 0
    ? t('missing.text-anyone', facts)
    : t('missing.text', { ...facts, details: formatList(locale, details) });
}

function whoIs({ gender }: MentorProfile): 'woman' | 'man' | 'other' | 'anyone' {
  return gender ?? 'anyone';
}

function placeWords({ labels }: Speaker, { municipality }: MentorProfile): string {
  return labels[`municipality:${municipality}`] ?? municipality;
}

function detailWords(
  { t, labels }: Speaker,
  { language, occupation, education, age, time }: MentorProfile,
  to: 'is' | 'you',
): readonly string[] {
  const named = (kind: string, code: string): string => labels[`${kind}:${code}`] ?? code;
  return [
    ...(language === null ? [] : [t(`missing.${to}.language`, { language: named('language', language) })]),
    ...(occupation === null
      ? []
      : [t(`missing.${to}.occupation`, { occupation: named('ssyk', occupation) })]),
    ...(education === null ? [] : [educationWords({ t, named }, education, to)]),
    ...(age === null ? [] : [t(`missing.${to}.age`, { years: age })]),
    ...(time === null ? [] : [t(`missing.${to}.time`, { time: t(`missing.time.${time}`) })]),
  ];
}

function educationWords(
  { t, named }: Pick<Speaker, 't'> & { readonly named: (kind: string, code: string) => string },
  { level, field }: NonNullable<MentorProfile['education']>,
  to: 'is' | 'you',
): string {
  return field === null
    ? t(`missing.${to}.level`, { level: named('education-level', String(level)) })
    : t(`missing.${to}.field`, { field: named('field', field) });
}
