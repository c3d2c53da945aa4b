import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Nieprawidłowe żądanie',
      detail: 'Brakuje niektórych pól lub są one błędne. Szczegóły znajdziesz w polu errors.',
    },
    'malformed-body': {
      title: 'Nieprawidłowa treść żądania',
      detail: 'Treści żądania nie da się odczytać jako JSON lub zawiera ona niedozwolony klucz, taki jak __proto__.',
    },
    'unsupported-media': {
      title: 'Nieobsługiwany typ danych',
      detail: 'Wyślij treść w formacie JSON, z nagłówkiem Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Zbyt duża treść żądania',
      detail: 'Treść żądania może mieć maksymalnie {max_bytes} B.',
    },
    'not-found': {
      title: 'Nie znaleziono',
      detail: 'Pod tym adresem nic nie ma.',
    },
    'method-not-allowed': {
      title: 'Niedozwolona metoda',
      detail: 'Ten adres przyjmuje tylko metody wymienione w nagłówku Allow.',
    },
    forbidden: {
      title: 'Odmowa dostępu',
      detail: 'Zapora odrzuciła żądanie.',
    },
    'target-throttled': {
      title: 'Zbyt wiele kodów dla tego adresu lub numeru',
      detail: 'Zbyt często proszono o kody. Spróbuj ponownie później. Czas oczekiwania: {wait}.',
    },
    'caller-throttled': {
      title: 'Zbyt wiele żądań',
      detail: 'Z Twojej sieci przyszło zbyt wiele żądań. Spróbuj ponownie później. Czas oczekiwania: {wait}.',
    },
    'sms-budget-spent': {
      title: 'Dzienny limit SMS-ów wyczerpany',
      detail:
        'Dzienny limit SMS-ów do tego kraju został wyczerpany. Użyj adresu e-mail lub spróbuj ponownie później. Czas oczekiwania: {wait}.',
    },
    'email-budget-spent': {
      title: 'Dzienny limit e-maili wyczerpany',
      detail:
        'Dzienny limit e-maili został wyczerpany. Użyj numeru telefonu lub spróbuj ponownie później. Czas oczekiwania: {wait}.',
    },
    'service-throttled': {
      title: 'Usługa jest przeciążona',
      detail:
        'Usługa otrzymuje więcej żądań, niż może przyjąć naraz. Spróbuj ponownie później. Czas oczekiwania: {wait}.',
    },
    'sms-not-supported': {
      title: 'Nie można wysłać SMS-a na ten numer',
      detail:
        'Nie wysyłamy SMS-ów do tego kraju lub na numery tego rodzaju. Użyj numeru komórkowego lub adresu e-mail.',
    },
    'email-not-supported': {
      title: 'E-mail niedostępny',
      detail: 'Tutaj nie wysyłamy kodów e-mailem. Użyj numeru telefonu.',
    },
    'delivery-failed': {
      title: 'Nie wysłano kodu',
      detail: 'Nie udało się wysłać kodu. Możesz od razu spróbować ponownie.',
    },
    'code-invalid': {
      title: 'Błędny kod',
      detail: 'Kod jest nieprawidłowy. Pozostałe próby: {attempts_left}.',
    },
    'code-expired': {
      title: 'Kod nie jest już ważny',
      detail: 'Kod wygasł, został już użyty lub przekroczono dozwoloną liczbę prób. Poproś o nowy.',
    },
    'internal-error': {
      title: 'Błąd wewnętrzny',
      detail:
        'Coś poszło nie tak po naszej stronie. Spróbuj później, a jeśli problem się powtarza, skontaktuj się z nami i podaj request_id.',
    },
  },
  deliveryUnknown:
    'Nie wiemy, czy kod został wysłany. Jeśli nadejdzie, użyj go z challenge_id; jeśli nie, poproś o nowy.',
  targetLocked: 'Wpisano zbyt wiele błędnych kodów. Spróbuj ponownie później. Czas oczekiwania: {wait}.',
  violations: {
    required: 'Podaj email lub phone.',
    conflict: 'Podaj email albo phone, ale nie oba naraz.',
    type: 'Musi być tekstem.',
    range: 'Zbyt długa wartość.',
    'email.format': 'Musi być jednym adresem e-mail, na przykład name@example.com.',
    'phone.format': 'Musi być numerem telefonu w formacie międzynarodowym, na przykład +12025550123.',
    'code.required': 'Podaj otrzymany kod.',
    'code.format': 'Podaj wszystkie cyfry kodu i nic więcej.',
    'challenge_id.required': 'Podaj challenge_id otrzymane przy prośbie o kod.',
    'challenge_id.format': 'Podaj challenge_id dokładnie w otrzymanej postaci.',
    'nonce.format': 'Musi składać się z drukowalnych znaków ASCII, bez spacji.',
    'Idempotency-Key.format': 'Musi być ciągiem co najmniej 16 znaków w prostym cudzysłowie (RFC 9651).',
  },
};
