import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-post eller telefonnummer',
  email: 'E-postadress',
  phone: 'Telefonnummer',
  send: 'Skicka en kod',
  code: 'Kod skickad till {target}',
  signIn: 'Logga in',
  resend: 'Skicka igen',
  resent: 'Skickad igen.',
  change: 'Använd en annan adress eller ett annat nummer',
  wait: 'Försök igen om {seconds} s',
  signedIn: 'Du är inloggad.',
  noAnswer: 'Vi fick inget svar. Kontrollera anslutningen och försök igen.',
};
