import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-mail ou número de telefone',
  email: 'E-mail',
  phone: 'Número de telefone',
  send: 'Receber código',
  code: 'Código enviado para {target}',
  signIn: 'Entrar',
  resend: 'Reenviar código',
  resent: 'Código reenviado.',
  change: 'Usar outro e-mail ou número',
  wait: 'Disponível em {seconds} s',
  signedIn: 'Você entrou na sua conta.',
  noAnswer: 'Sem resposta. Verifique sua conexão e tente de novo.',
};
