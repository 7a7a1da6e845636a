/** The mentors who are missing: the board, and the text that may be written to find them. */
export const missing = {
  title: 'Vilka saknas',
  lead: {
    one: 'En av {newcomers} nyanlända som väntar skulle bli utan par i en omgång nu. De här skulle hjälpa mest.',
    other:
      '{count} av {newcomers} nyanlända som väntar skulle bli utan par i en omgång nu. De här skulle hjälpa mest.',
  },
  'nobody-waits': 'Ingen nyanländ väntar just nu.',
  none: 'Alla nyanlända som väntar skulle få ett par i en omgång nu. Ingen saknas.',
  'none-helps': {
    one: 'En nyanländ skulle bli utan par i en omgång nu, och ingen ny mentor skulle ändra det. Se vad som skulle hjälpa henne eller honom i stället.',
    other:
      '{count} nyanlända skulle bli utan par i en omgång nu, och ingen ny mentor skulle ändra det. Se vad som skulle hjälpa var och en i stället.',
  },
  'too-large': 'Det är för många som väntar för att prova medan du väntar.',
  exact: 'Varje siffra är räknad genom att göra omgången med och utan dem. Rad för rad, inte tillsammans.',

  profile: '{who} i {place}',
  'profile-who': '{who} i {place} som {details}',
  'who.woman': 'En kvinna',
  'who.man': 'En man',
  'who.other': 'Någon som varken är kvinna eller man',
  'who.anyone': 'Någon',
  'is.language': 'talar {language}',
  'is.time': 'kan ses {time}',
  'is.age': 'är omkring {years} år',
  'is.occupation': 'hör till yrkesgruppen {occupation}',
  'is.field': 'har utbildning i {field}',
  'is.level': 'har utbildningen {level}',
  'time.weekday-evenings': 'vardagskvällar',
  'time.weekday-daytimes': 'vardagar på dagen',
  'time.weekends': 'på helger',

  'gain-caption': 'Så många fler nyanlända får ett par',
  mentors: { one: 'En till', other: '{count} till' },
  gain: { one: 'en nyanländ till i par', other: '{count} nyanlända till i par' },
  'gain-short': '+{count}',
  whom: { one: 'Den som passar', other: 'De {count} som passar' },
  'text-open': 'Text att annonsera med',
  'text-of': 'Text på {language}',
  copy: 'Kopiera texten',
  copied: 'Kopierad',
  'copy-failed': 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
  'to-program': 'Till programmet',

  text: 'Vill du träffa någon som är ny i {place}?\n\nI {program} lär två människor känna varandra. {cadence}. Ni bestämmer själva vad ni gör.\n\nJust nu söker vi dig som {details}.\n\nLäs mer och anmäl dig: {link}',
  'text-anyone':
    'Vill du träffa någon som är ny i {place}?\n\nI {program} lär två människor känna varandra. {cadence}. Ni bestämmer själva vad ni gör.\n\nJust nu är det fler som väntar än vi är. Vi behöver dig.\n\nLäs mer och anmäl dig: {link}',
  'you.woman': 'är kvinna',
  'you.man': 'är man',
  'you.other': 'varken är kvinna eller man',
  'you.language': 'talar {language}',
  'you.time': 'kan ses {time}',
  'you.age': 'är omkring {years} år',
  'you.occupation': 'hör till yrkesgruppen {occupation}',
  'you.field': 'har utbildning i {field}',
  'you.level': 'har utbildningen {level}',
} as const;
