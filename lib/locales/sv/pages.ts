import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Felmeddelanden',
    intro: 'Varje felsvar är ett av dessa.',
    why: 'Orsak',
    advice: 'Vad du kan göra',
    example: 'Exempel',
    fields: 'Fält',
  },
  problems: {
    'invalid-request': {
      why: 'Ett fält saknas eller har fel typ eller format, två fält som utesluter varandra har skickats, eller så är Idempotency-Key felaktigt utformad.',
      advice: 'Visa varje beskrivning intill sitt fält så att personen kan rätta till det. Skicka inte samma sak igen.',
    },
    'malformed-body': {
      why: 'Innehållet är ofullständigt, är inte JSON eller har en nyckel som ingen klient behöver, till exempel __proto__.',
      advice: 'Rätta klienten: skapa innehållet med ett JSON-bibliotek.',
    },
    'unsupported-media': {
      why: 'Content-Type saknas eller anger något annat än JSON.',
      advice: 'Rätta klienten: skicka Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'En begäran om en kod är liten. Den här är det inte.',
      advice: 'Rätta klienten: skicka bara de fält som finns i API-beskrivningen.',
    },
    'not-found': {
      why: 'Sökvägen är fel eller har aldrig funnits.',
      advice: 'Jämför sökvägen med API-beskrivningen i /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Sökvägen är rätt, men inte HTTP-metoden.',
      advice: 'Använd en metod som anges i headern Allow.',
    },
    forbidden: {
      why: 'Brandväggen bedömer detta som ett angrepp, utifrån ursprung eller innehåll.',
      advice: 'Försök inte igen. Om det är ett misstag, kontakta oss och uppge request_id.',
    },
    'target-throttled': {
      why: 'Varje adress och nummer får bara ett begränsat antal koder under en period, och varje nätverksadress eller känd enhet får bara begära en del av dem. Efter många felaktiga försök spärras nya koder i minst ett dygn, först för den nätverksadress som begärde koderna, sedan för alla utom kända enheter, så att ingen kan gissa sig till en kod.',
      advice:
        'Räkna ned retry_after sekunder innan du erbjuder att skicka igen. Den senaste koden gäller tills den går ut. Skicka med device_token från en enhet som har loggat in förut: då kan utomstående inte tvinga den att vänta.',
    },
    'caller-throttled': {
      why: 'Varje nätverksadress får bara göra ett begränsat antal förfrågningar, vem de än gäller.',
      advice:
        'Vänta retry_after sekunder före varje ny begäran. En server som anropar för alla sina användare bör be driftansvarig om högre gränser.',
    },
    'sms-budget-spent': {
      why: 'Sms till varje land har en daglig gräns, som skydd mot bedrägeri. Den nollställs vid midnatt UTC.',
      advice: 'Erbjud e-post. Vänta annars retry_after sekunder.',
    },
    'email-budget-spent': {
      why: 'Mejl har en daglig gräns, som begränsar vad en anstormning kan kosta. Den nollställs vid midnatt UTC.',
      advice: 'Erbjud sms. Vänta annars retry_after sekunder.',
    },
    'service-throttled': {
      why: 'Det kom fler förfrågningar samtidigt än vad hela tjänsten klarar.',
      advice: 'Vänta retry_after sekunder och försök igen, lite senare för varje gång.',
    },
    'sms-not-supported': {
      why: 'Sms är avstängt eller skickas inte till det här landet, eller så är det inget mobilnummer.',
      advice: 'Be om en e-postadress eller ett mobilnummer.',
    },
    'email-not-supported': {
      why: 'E-post är avstängd här.',
      advice: 'Be om ett telefonnummer.',
    },
    'delivery-failed': {
      why: 'E-post- eller sms-tjänsten avvisade meddelandet eller svarade inte i tid.',
      advice:
        'Om svaret saknar challenge_id har inget skickats: försök igen. Annars kan koden fortfarande komma fram: visa kodfältet och erbjud en ny kod efter en stund.',
    },
    'code-invalid': {
      why: 'Siffrorna är inte de som skickades för den här verifieringen.',
      advice:
        'Låt personen försöka igen så länge i18n_args.attempts_left är större än 0. Vid 0 är koden förbrukad: begär en ny.',
    },
    'code-expired': {
      why: 'Verifieringen är avslutad eller har aldrig funnits. Av säkerhetsskäl är svaret detsamma i samtliga fall.',
      advice: 'Begär en ny kod.',
    },
    'internal-error': {
      why: 'En del av tjänsten gick inte att nå eller fungerade inte. Vid tveksamhet skickas inget.',
      advice: 'Försök igen senare. Om felet kvarstår, kontakta oss och uppge request_id.',
    },
  },
};
