import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-Mail oder Telefonnummer',
  email: 'E-Mail-Adresse',
  phone: 'Telefonnummer',
  send: 'Code anfordern',
  code: 'Code gesendet an {target}',
  signIn: 'Anmelden',
  resend: 'Erneut senden',
  resent: 'Erneut gesendet.',
  change: 'Andere Adresse oder Nummer verwenden',
  wait: 'Wieder möglich in {seconds} s',
  signedIn: 'Sie sind angemeldet.',
  noAnswer: 'Keine Antwort. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
};
