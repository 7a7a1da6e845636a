/** Every way the service says no: what happened, why, and what to do now. Keys are the codes of the contracts. */
export const refusals = {
  'signed-out': 'Du är inte inloggad längre. Logga in igen, så kan du fortsätta.',
  'code-wrong': 'Koden stämmer inte. Titta i brevet och skriv de åtta siffrorna igen.',
  'code-expired':
    'Koden gäller inte längre. Be om en ny kod och använd den inom tio minuter, i samma webbläsare.',
  'code-used-up': 'Koden har prövats för många gånger. Be om en ny kod.',
  'foreign-origin':
    'Det du skickade kom från en annan webbplats, så vi stoppade det. Gå till sidan här och försök igen.',
  'not-there': 'Det du söker finns inte, eller så får du inte se det. Gå tillbaka till startsidan.',
  'too-many-requests': 'Det var många försök på kort tid. Vänta en stund och försök igen.',
  'too-busy': 'Det är mycket att göra just nu. Vänta några sekunder och försök igen. Inget är förlorat.',
  'too-large': 'Det du skickade är för stort. Skicka mindre åt gången.',
  'not-json': 'Det som skickades hade ett format som inte går att läsa. Skicka JSON.',
  'key-reused':
    'Samma nyckel har redan använts för något annat. Ladda om sidan och gör om det du ville göra.',
  'rules-contradict': 'Två regler säger emot varandra. Ändra den ena.',
  'changed-meanwhile':
    'Någon annan har ändrat under tiden. Inget är sparat över. Ladda om sidan, se vad som är nytt och gör om din ändring.',
  'person-in-live-pair': 'Personen är med i ett par eller ett förslag just nu. Avsluta det först.',
  'already-enrolled': 'Personen är redan med i programmet. Sök upp personen i listan och ändra där.',
  'status-does-not-allow': 'Det går inte i det läge som är nu. Ladda om sidan och se vad som har hänt.',
  'file-unreadable': 'Filen går inte att läsa. Spara den som Excel (.xlsx) eller CSV och försök igen.',
  'file-too-large':
    'Filen är för stor. Den får vara högst {megabytes} MB. Ta bort bilder och blad som inte behövs.',
  'file-too-many-rows': 'Filen har för många rader. Högst {rows} kan läsas åt gången. Dela upp filen.',
  'file-no-side':
    'Det går inte att se vem som är ny och vem som är etablerad. Lägg till en kolumn "Sida", eller välj vilken kolumn som är det.',
  'import-already-applied': 'Filen är redan inläst. Läs in den igen om du har ändrat i den.',
  'import-outdated': 'Någon i filen har ändrats sedan du läste in den. Läs in filen igen.',
  'round-open': 'Det finns redan en öppen omgång. Publicera den eller släng den först.',
  'round-not-draft':
    'Omgången är redan publicerad eller slängd, så den går inte att ändra. Gör en ny omgång.',
  'round-still-solving': 'Omgången räknas fortfarande. Vänta tills den är klar.',
  'round-not-solving': 'Omgången räknas inte längre. Ladda om sidan och se vad som har hänt.',
  'round-not-solved':
    'Omgången är inte färdigräknad, så det finns inget att ladda ned än. Vänta tills den är klar.',
  'round-outdated':
    'Någon i omgången har ändrats, slutat eller fått ett par sedan du räknade. Räkna om, se vad som är nytt och publicera sedan.',
  'round-too-large': 'Det är för många som väntar för en enda omgång. Högst {people} åt gången.',
  'round-empty': 'Omgången har inga par att publicera. Se varför ingen passar, eller släng omgången.',
  'variant-name-taken':
    'Det finns redan en variant med det namnet. Välj ett annat namn, eller ta bort den gamla.',
  'too-many-variants': 'Du har redan sparat {most} varianter. Ta bort någon som du inte behöver.',
  'pin-unknown-person': 'En av de låsta är inte längre med i omgången. Ta bort låset.',
  'pin-breaks-requirement':
    'Paret bryter mot ett krav. Skriv varför det ändå ska gälla, eller låt bli att låsa.',
  'pin-over-capacity': 'Låset ger någon fler par än den har sagt ja till. Ta bort ett annat lås först.',
  'pin-also-banned': 'Paret är spärrat. Ta bort spärren först.',
  'pair-not-proposed': 'Förslaget går inte att svara på längre. Gå till din sida och se vad som gäller nu.',
  'pair-other-declined':
    'Den andra har tackat nej, så det blir inget par den här gången. Ditt svar är inte sparat, och du står kvar i kön.',
  'pair-already-answered': 'Du har redan svarat. Ring samordnaren om du har ändrat dig.',
  'pair-expired':
    'Tiden för att svara har gått ut, så förslaget är stängt. Ring samordnaren om du fortfarande vill.',
  'pair-not-active': 'Ni är inte ett par än. Ni kan bestämma och skriva upp träffar när ni båda har sagt ja.',
  'pair-ended': 'Paret är avslutat, så det går inte att ändra. Ring samordnaren om något är fel.',
  'meeting-before-pair': 'Den dagen var ni inte ett par än. Välj en dag från och med {date}.',
  'meeting-in-future':
    'Den dagen har inte varit än. Välj i dag eller en tidigare dag, eller bestäm träffen i stället.',
  'meeting-in-past': 'Den tiden har redan varit. Välj en tid som kommer.',
  'meeting-twice': 'Det finns redan en träff den dagen. Välj en annan dag, eller ändra den träff som finns.',
  'meeting-after-end': 'Programmet är slut då. Välj en dag till och med {date}.',
  'meeting-own-report': 'Du skrev upp träffen själv. Ta bort den i stället.',
  'meeting-already-disputed': 'Du har redan sagt att det inte stämmer. Samordnaren hör av sig.',
} as const;
