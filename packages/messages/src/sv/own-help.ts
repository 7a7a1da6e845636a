/** Why one who waits waits, and what would make a match likelier: said to herself. `if.` are clauses after "Om". `{word}` is one of the other side, `{words}` several. */
export const ownHelp = {
  title: 'Varför du väntar',
  'no-round': 'Nästa omgång är inte gjord än. Efter den ser du här hur det gick för dig.',
  'reason.nobody-there': 'I den senaste omgången du var med i fanns det ingen {word} att föreslå.',
  'reason.no-allowed-partner':
    'I den senaste omgången du var med i passade ingen {word} med både svaren och programmets regler.',
  'reason.partners-better-used': 'I den senaste omgången du var med i räckte platserna inte till alla.',
  'changed-since': 'Något har ändrats för dig sedan dess. Nästa omgång räknar med hur det är nu.',

  helps: 'Det här hade hjälpt',
  pair: 'Om {changes} hade du fått ett förslag i den omgången.',
  'now-and-then': 'Dina svar passade med {now} personer. Då hade det varit {then}.',
  now: 'Dina svar passade med {now} personer.',
  then: 'Då hade dina svar passat med {then} personer.',
  'no-promise':
    'Det är inget löfte om nästa omgång, och du bestämmer själv. Vill du ändra ett svar? Säg till {name}.',

  'if.time': 'du också kan ses {time}',
  'if.ways': 'du också kan ses {ways}',
  'if.kilometres': 'du kan resa upp till {kilometres} km',
  'if.any-distance': 'du kan resa hur långt som helst',
  'if.wish': 'ditt krav ”{wish}” blir ett önskemål',

  'none.nobody-there': 'Det behövs fler {words}. Det beror inte på dig.',
  'none.opens-nobody':
    'Inget annat svar från dig hade hjälpt. Det behövs fler {words}: det beror inte på dig.',
  'none.places-go-to-others':
    'Inget annat svar från dig hade räckt. Det behövs fler {words}: det beror inte på dig.',
  'none.too-many-to-try':
    'Inget av de svar vi har hunnit prova hade räckt. Det behövs fler {words}: det beror inte på dig.',
} as const;
