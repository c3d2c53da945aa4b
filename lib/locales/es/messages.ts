import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Tu código de {brand}',
    heading: 'Iniciar sesión en {brand}',
    preheader: '{code} es tu código de {brand}, válido durante {lifetime}.',
    expiry: 'El código es válido durante {lifetime}.',
    never: 'No lo compartas con nadie. Ni siquiera nosotros te lo pediremos.',
    asked: 'Se solicitó el {moment} UTC.',
    ignore: 'Si no has sido tú, ignora este mensaje: sin el código no ocurrirá nada.',
    help: 'Ayuda: {support}',
  },
  sms: {
    full: '{code} es tu clave de {brand}. Caduca en {lifetime}. No la compartas con nadie.',
    short: '{code} es tu clave de {brand}. No la compartas con nadie.',
    brief: '{code} es tu clave de {brand}.',
  },
};
