import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-mail lub numer telefonu',
  email: 'Adres e-mail',
  phone: 'Numer telefonu',
  send: 'Wyślij mi kod',
  code: 'Kod wysłany na {target}',
  signIn: 'Zaloguj się',
  resend: 'Wyślij ponownie',
  resent: 'Wysłano ponownie.',
  change: 'Użyj innego adresu lub numeru',
  wait: 'Wyślij ponownie za {seconds} s',
  signedIn: 'Zalogowano.',
  noAnswer: 'Brak odpowiedzi. Sprawdź połączenie i spróbuj ponownie.',
};
