import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'Email o numero di telefono',
  email: 'Indirizzo email',
  phone: 'Numero di telefono',
  send: 'Inviami un codice',
  code: 'Codice inviato a {target}',
  signIn: 'Accedi',
  resend: 'Invia di nuovo',
  resent: 'Inviato di nuovo.',
  change: 'Usa un altro indirizzo o numero',
  wait: 'Disponibile tra {seconds} s',
  signedIn: 'Accesso effettuato.',
  noAnswer: 'Nessuna risposta. Controlla la connessione e riprova.',
};
