import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'Correo o número de teléfono',
  email: 'Correo electrónico',
  phone: 'Número de teléfono',
  send: 'Enviarme un código',
  code: 'Código enviado a {target}',
  signIn: 'Iniciar sesión',
  resend: 'Reenviar el código',
  resent: 'Código reenviado.',
  change: 'Usar otro correo o número',
  wait: 'Disponible en {seconds} s',
  signedIn: 'Has iniciado sesión.',
  noAnswer: 'No ha habido respuesta. Comprueba tu conexión e inténtalo de nuevo.',
};
