import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Błędy',
    intro: 'Każda odpowiedź z błędem jest jedną z poniższych.',
    why: 'Przyczyna',
    advice: 'Co zrobić',
    example: 'Przykład',
    fields: 'Pola',
  },
  problems: {
    'invalid-request': {
      why: 'Brakuje pola, ma ono zły typ lub format, podano dwa wykluczające się pola albo nagłówek Idempotency-Key jest błędny.',
      advice:
        'Pokaż każdy opis obok pola, którego dotyczy, aby użytkownik mógł je poprawić. Nie wysyłaj ponownie tego samego żądania.',
    },
    'malformed-body': {
      why: 'Treść jest niepełna, nie jest w formacie JSON lub zawiera klucz taki jak __proto__, którego żaden klient nie potrzebuje.',
      advice: 'Popraw klienta: twórz treść za pomocą biblioteki JSON.',
    },
    'unsupported-media': {
      why: 'Nagłówka Content-Type brakuje lub wskazuje on coś innego niż JSON.',
      advice: 'Popraw klienta: wysyłaj Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'Żądania do tego API są niewielkie, a to przekracza limit.',
      advice: 'Popraw klienta: wysyłaj tylko pola wymienione w opisie API.',
    },
    'not-found': {
      why: 'Ścieżka jest błędna lub nigdy nie istniała.',
      advice: 'Porównaj ścieżkę z opisem API w /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Ścieżka jest poprawna, ale metoda HTTP nie.',
      advice: 'Użyj metody wymienionej w nagłówku Allow.',
    },
    forbidden: {
      why: 'Zapora uznała żądanie za atak ze względu na jego źródło lub treść.',
      advice: 'Nie ponawiaj próby. Jeśli to pomyłka, skontaktuj się z nami i podaj request_id.',
    },
    'target-throttled': {
      why: 'Każdy adres i numer otrzymuje w danym okresie tylko ograniczoną liczbę kodów, a każdy adres sieciowy lub znane urządzenie może poprosić tylko o ich część. Po wielokrotnym wpisaniu błędnego kodu wysyłanie ustaje na dobę lub dłużej: najpierw dla adresu sieciowego, z którego proszono o kody, potem dla wszystkich oprócz znanych urządzeń, aby nikt nie mógł odgadnąć kodu.',
      advice:
        'Odlicz retry_after sekund, zanim zaproponujesz ponowne wysłanie. Ostatni kod działa do chwili wygaśnięcia. Wyślij device_token urządzenia, na którym już się zalogowano: wtedy cudze żądania go nie zablokują.',
    },
    'caller-throttled': {
      why: 'Każdy adres sieciowy może wysłać tylko ograniczoną liczbę żądań, niezależnie od tego, dla kogo.',
      advice:
        'Przed kolejnym żądaniem odczekaj retry_after sekund. Jeśli serwer wysyła żądania za wszystkich swoich użytkowników, poproś operatora usługi o wyższe limity.',
    },
    'sms-budget-spent': {
      why: 'SMS-y do każdego kraju mają dzienny limit, który chroni przed oszustwami. Odnawia się on o północy UTC.',
      advice: 'Zaproponuj e-mail. W przeciwnym razie odczekaj retry_after sekund.',
    },
    'email-budget-spent': {
      why: 'E-maile mają dzienny limit, który ogranicza koszty w razie zalewu żądań. Odnawia się on o północy UTC.',
      advice: 'Zaproponuj SMS. W przeciwnym razie odczekaj retry_after sekund.',
    },
    'service-throttled': {
      why: 'Przyszło jednocześnie więcej żądań, niż przyjmuje cała usługa.',
      advice: 'Odczekaj retry_after sekund i spróbuj ponownie, wydłużając odstęp przy każdej kolejnej próbie.',
    },
    'sms-not-supported': {
      why: 'SMS-y są wyłączone, nie są wysyłane do tego kraju albo numer nie jest komórkowy.',
      advice: 'Poproś o adres e-mail lub numer komórkowy.',
    },
    'email-not-supported': {
      why: 'E-mail jest tutaj wyłączony.',
      advice: 'Poproś o numer telefonu.',
    },
    'delivery-failed': {
      why: 'Usługa e-mail lub SMS odrzuciła wiadomość albo nie odpowiedziała na czas.',
      advice:
        'Jeśli w odpowiedzi nie ma challenge_id, nic nie wysłano: spróbuj ponownie. Jeśli jest, kod może jeszcze nadejść: pokaż pole na kod, a po chwili zaproponuj nowy.',
    },
    'code-invalid': {
      why: 'Podane cyfry różnią się od kodu wysłanego w ramach tej weryfikacji.',
      advice:
        'Pozwól użytkownikowi próbować dalej, dopóki i18n_args.attempts_left jest większe od 0. Przy 0 kod jest unieważniony: poproś o nowy.',
    },
    'code-expired': {
      why: 'Weryfikacja się zakończyła lub nigdy nie istniała. Ze względów bezpieczeństwa odpowiedź jest zawsze taka sama.',
      advice: 'Poproś o nowy kod.',
    },
    'internal-error': {
      why: 'Część usługi była niedostępna lub zawiodła. W razie wątpliwości nic nie jest wysyłane.',
      advice: 'Spróbuj później. Jeśli problem się powtarza, skontaktuj się z nami i podaj request_id.',
    },
  },
};
