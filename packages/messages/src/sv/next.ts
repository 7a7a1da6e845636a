/** Whom each of two could have had instead, what made the difference, and who has that partner's place. */
export const next = {
  'best-for': 'Näst bäst för {name}:',
  'higher-for': 'Högre poäng för {name}:',
  partner: '{name}, {score}',
  why: 'Vad skiljer?',
  difference: { one: '{what}: {count} poäng mer med {name}', other: '{what}: {count} poäng mer med {name}' },
  same: 'Ingenting skiljer så mycket som en halv poäng.',
  free: {
    one: '{name} har en plats ledig.',
    other: '{name} har {count} platser lediga.',
  },
  pinned: {
    one: '{name} är låst i ett annat par.',
    other: '{name} är låst i {count} andra par.',
  },
  'longer-waiting': {
    one: '{name} möter någon som har väntat längre.',
    other: '{name} möter {count} som har väntat längre.',
  },
  'better-together': {
    one: '{name} möter någon annan. Så blir hela omgången bäst.',
    other: '{name} möter {count} andra. Så blir hela omgången bäst.',
  },
  'nobody-would-swap': {
    one: '{name} möter någon annan. Så vill inga två hellre ha varandra.',
    other: '{name} möter {count} andra. Så vill inga två hellre ha varandra.',
  },
} as const;
