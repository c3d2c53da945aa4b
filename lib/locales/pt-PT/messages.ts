import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'O seu código {brand}',
    heading: 'Iniciar sessão na sua conta {brand}',
    preheader: '{code} é o seu código {brand}, válido durante {lifetime}.',
    expiry: 'O código é válido durante {lifetime}.',
    never: 'Nunca o partilhe. Ninguém lho irá pedir, nem mesmo nós.',
    asked: 'Foi pedido a {moment} UTC.',
    ignore: 'Se não foi pedido por si, ignore esta mensagem: sem o código, nada acontece.',
    help: 'Ajuda: {support}',
  },
  sms: {
    full: '{code} é o seu código {brand}, válido durante {lifetime}.',
    short: '{code}: o seu código {brand}. Não o partilhe',
    brief: '{code}: o seu código {brand}',
  },
};
