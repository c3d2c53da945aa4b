import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Votre code {brand}',
    heading: 'Connexion à votre compte {brand}',
    preheader: '{code} est votre code {brand}, valable {lifetime}.',
    expiry: 'Ce code est valable {lifetime}.',
    never: 'Ne le communiquez à personne. Nous ne vous le demanderons jamais.',
    asked: 'Il a été demandé le {moment} UTC.',
    ignore: 'Si vous n’êtes pas à l’origine de cette demande, ignorez ce message : sans le code, rien ne se passera.',
    help: 'Aide : {support}',
  },
  sms: {
    full: '{code} est votre code {brand}, valable {lifetime}. Ne le donnez à personne.',
    short: '{code} est votre code {brand}. Ne le donnez à personne.',
    brief: '{code} est votre code {brand}.',
  },
};
