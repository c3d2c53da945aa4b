import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Seu código {brand}',
    heading: 'Entrar na sua conta {brand}',
    preheader: '{code} é o seu código {brand}, válido por {lifetime}.',
    expiry: 'O código é válido por {lifetime}.',
    never: 'Nunca compartilhe este código. Ninguém vai pedi-lo a você, nem mesmo nós.',
    asked: 'O código foi solicitado em {moment} UTC.',
    ignore: 'Se não foi você, ignore esta mensagem: sem o código, nada acontece.',
    help: 'Ajuda: {support}',
  },
  sms: {
    full: '{code} é o seu código {brand}, válido por {lifetime}.',
    short: '{code}: seu código {brand}. Não compartilhe',
    brief: '{code}: seu código {brand}',
  },
};
