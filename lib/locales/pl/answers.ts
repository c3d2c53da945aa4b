import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Nieprawidłowe żądanie',
      detail: 'Brakuje niektórych pól lub są one błędne. Szczegóły podaje errors.',
    },
    'malformed-body': {
      title: 'Nieprawidłowa treść',
      detail: 'Treści nie da się odczytać jako JSON lub zawiera ona niedozwolony klucz, taki jak __proto__.',
    },
    'unsupported-media': {
      title: 'Nieobsługiwany typ danych',
      detail: 'Wyślij treść w formacie JSON, z nagłówkiem Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Zbyt duża treść',
      detail: 'Treść może mieć maksymalnie {max_bytes} B.',
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
      detail: 'Zbyt często proszono o kody. Spróbuj ponownie, gdy upłynie ten czas: {wait}.',
    },
    'caller-throttled': {
      title: 'Zbyt wiele żądań',
      detail: 'Z Twojej sieci przyszło zbyt wiele żądań. Spróbuj ponownie, gdy upłynie ten czas: {wait}.',
    },
    'sms-budget-spent': {
      title: 'Koniec SMS-ów na dziś',
      detail: 'SMS-y do tego kraju wyczerpały się na dziś. Użyj adresu e-mail lub odczekaj ten czas: {wait}.',
    },
    'email-budget-spent': {
      title: 'Koniec e-maili na dziś',
      detail: 'E-maile wyczerpały się na dziś. Użyj numeru telefonu lub odczekaj ten czas: {wait}.',
    },
    'service-throttled': {
      title: 'Usługa jest przeciążona',
      detail: 'Usługa otrzymuje więcej żądań, niż może przyjąć naraz. Spróbuj ponownie, gdy upłynie ten czas: {wait}.',
    },
    'sms-not-supported': {
      title: 'Brak SMS-ów na ten numer',
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
      detail: 'Kod wygasł, został już użyty lub próbowano go zbyt wiele razy. Poproś o nowy.',
    },
    'internal-error': {
      title: 'Błąd wewnętrzny',
      detail: 'Coś poszło nie tak po naszej stronie. Spróbuj później, a jeśli problem się powtarza, podaj request_id.',
    },
  },
  deliveryUnknown:
    'Nie wiemy, czy kod został wysłany. Jeśli nadejdzie, użyj go z challenge_id; jeśli nie, poproś o nowy.',
  targetLocked: 'Wpisano zbyt wiele błędnych kodów. Spróbuj ponownie, gdy upłynie ten czas: {wait}.',
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
    'challenge_id.format': 'Musi być niezmienionym challenge_id.',
    'nonce.format': 'Musi składać się z widocznych znaków ASCII, bez spacji.',
    'Idempotency-Key.format': 'Musi być tekstem w cudzysłowie prostym (RFC 9651) o długości co najmniej 16 znaków.',
  },
};
