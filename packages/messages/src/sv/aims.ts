/** The aims of a round side by side, and the mentors kept for those who will come. */
export const aims = {
  title: 'Jämför målen',
  lead: 'Samma personer, regler, lås och spärrar, räknade efter vart och ett av målen. Inget ändras av att du tittar.',
  'to-round': 'Till omgången',
  figure: 'Siffra',
  people: 'Personer som får någon',
  pairs: 'Par',
  total: 'Poäng sammanlagt',
  mean: 'Poäng i snitt, av 100',
  weakest: 'Svagaste paret, av 100',
  wait: 'Längsta väntan bland dem utan par',
  swaps: 'Gånger två hellre vill ha varandra',
  none: 'ingen',
  best: 'bäst',
  'own-aim': 'omgångens mål',
  'cost-people': { one: '{count} färre än som mest', other: '{count} färre än som mest' },
  'cost-points': '{points} lägre än som bäst',
  'cost-wait': { one: '{count} vecka längre än som kortast', other: '{count} veckor längre än som kortast' },
  'cost-swaps': { one: '{count} fler än som minst', other: '{count} fler än som minst' },
  gained: 'Får någon här, men inte i omgången som den är:',
  lost: 'Får någon i omgången som den är, men inte här:',
  'nobody-else': 'Samma personer som i omgången som den är.',
  'the-pair': '{newcomer} och {mentor}',
  'waits-longest': '{name} har väntat {weeks}.',
  'more-swaps': { one: 'och ett par till', other: 'och {count} par till' },
  'swaps-mean':
    'Två hellre vill ha varandra när båda får fler egna önskemål uppfyllda, eller högre poäng, med varandra än med dem de fick. Det viktigaste önskemålet räknas först.',
  use: 'Räkna omgången så',
  'too-large': 'Omgången är för stor för att räknas fyra gånger medan du väntar.',

  'keep-title': 'Spara på dem som få kan ersätta',
  'keep-label': 'Spara på dem som är de enda möjliga för några som brukar komma',
  'keep-what':
    'Vi ser på de nyanlända som har kommit till programmet det senaste halvåret. Om några av dem bara hade kunnat få en viss person räknas ett par med den personen lägre, och den personens egen väntan räknas inte. Personen paras ändå ihop om fler får någon då. Gäller inte målet ”{stable}”.',
  kept: 'Sparas för dem som kommer',
  'kept-off': 'Är inte påslaget i den här omgången.',
  'kept-none': 'Ingen behöver sparas: alla som har kommit på sista tiden hade kunnat få fler än en.',
  'kept-nobody-came':
    'Ingen ny har kommit till programmet det senaste halvåret, så det finns inget att räkna på.',
  'kept-one': {
    one: '{count} av de {of} senaste hade bara kunnat få {name}.',
    other: '{count} av de {of} senaste hade bara kunnat få {name}.',
  },
  'kept-for': 'Det de har gemensamt: {what}.',
  'kept-points': 'Ett par räknas därför {points} poäng lägre i omgångens summa.',
  'to-rules': 'Ändra i reglerna',

  'proof-why.most-people':
    'Ingen annan lösning är bättre: först flest i par, sedan längst väntan, sedan poängen.',
  'proof-why.best-pairs': 'Ingen annan lösning ger högre poäng sammanlagt.',
  'proof-why.no-weak-pair':
    'Ingen annan lösning med lika många i par, som väntat lika länge, har ett starkare svagaste par.',
  'proof-why.stable': 'Vi har sett efter: inga två vill båda hellre ha varandra än dem de fick.',
} as const;
