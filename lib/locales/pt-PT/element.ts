import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-mail ou número de telefone',
  email: 'E-mail',
  phone: 'Número de telefone',
  send: 'Receber código',
  code: 'Código enviado para {target}',
  signIn: 'Iniciar sessão',
  resend: 'Reenviar código',
  resent: 'Código reenviado.',
  change: 'Utilizar outro e-mail ou número',
  wait: 'Disponível dentro de {seconds} s',
  signedIn: 'Sessão iniciada.',
  noAnswer: 'Sem resposta. Verifique a ligação e tente novamente.',
};
