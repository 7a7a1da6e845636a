/** Letters. No subject names anyone or anything personal: it is seen on locked telephones. */
export const letters = {
  greeting: 'Hej,',
  'greeting-to': 'Hej {name},',
  footer:
    'Du får det här brevet för att din adress finns i Parvis, där kommuner parar ihop den som är ny i Sverige med den som har bott här länge. Det går inte att svara på brevet.',
  'sign-in-code.subject': 'Din kod till Parvis',
  'sign-in-code.code': 'Din kod är {code}',
  'sign-in-code.holds': {
    one: 'Skriv in koden i samma webbläsare som du bad om den i. Den gäller i en minut och bara en gång.',
    other:
      'Skriv in koden i samma webbläsare som du bad om den i. Den gäller i {count} minuter och bara en gång.',
  },
  'sign-in-code.not-you':
    'Har du inte bett om någon kod? Då behöver du inte göra något. Lämna aldrig ut koden till någon, inte heller till oss.',
  'proposal.subject': 'Vi har ett förslag till dig',
  'proposal.what':
    'Det finns ett förslag till dig i {program}. På sidan ser du vem det är och varför vi tror att ni två passar ihop.',
  'proposal.answer': {
    one: 'Svara ja eller nej inom en dag. Det går bra att tacka nej, och du behöver inte förklara dig för den andra.',
    other:
      'Svara ja eller nej inom {count} dagar. Det går bra att tacka nej, och du behöver inte förklara dig för den andra.',
  },
  'pair-accepted.subject': 'Ni har båda tackat ja',
  'pair-accepted.what': 'Nu är ni ett par i {program}. På sidan ser ni hur ni når varandra.',
  'pair-accepted.next':
    'Nästa steg är att bestämma en första träff. Skriv eller ring redan i dag, så är det gjort.',
  'proposal-declined.subject': 'Det blev inte den här gången',
  'proposal-declined.what': 'Det par som föreslogs i {program} blir inte av. Det säger inget om dig.',
  'proposal-declined.next': 'Du är kvar i kön, och vi hör av oss när vi har ett nytt förslag.',
  'pair-ended.subject': 'Ert par är avslutat',
  'pair-ended.what': 'Ditt par i {program} är avslutat. Tack för tiden ni gav varandra.',
  'pair-ended.next': 'På sidan ser du vad som händer nu och vem du kan fråga.',
} as const;
