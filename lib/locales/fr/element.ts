import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-mail ou numéro de téléphone',
  email: 'Adresse e-mail',
  phone: 'Numéro de téléphone',
  send: 'Recevoir un code',
  code: 'Code envoyé à {target}',
  signIn: 'Se connecter',
  resend: 'Renvoyer le code',
  resent: 'Code renvoyé.',
  change: 'Utiliser une autre adresse ou un autre numéro',
  wait: 'Réessayez dans {seconds} s',
  signedIn: 'Connexion réussie.',
  noAnswer: 'Aucune réponse. Vérifiez votre connexion Internet et réessayez.',
};
