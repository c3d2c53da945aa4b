import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-mail of telefoonnummer',
  email: 'E-mailadres',
  phone: 'Telefoonnummer',
  send: 'Stuur me een code',
  code: 'Code gestuurd naar {target}',
  signIn: 'Inloggen',
  resend: 'Opnieuw sturen',
  resent: 'Opnieuw gestuurd.',
  change: 'Ander adres of nummer gebruiken',
  wait: 'Weer mogelijk over {seconds} s',
  signedIn: 'Je bent ingelogd.',
  noAnswer: 'Er kwam geen antwoord. Controleer je verbinding en probeer het opnieuw.',
};
