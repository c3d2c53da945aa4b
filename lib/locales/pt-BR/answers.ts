import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Solicitação inválida',
      detail: 'Há campos ausentes ou incorretos. Veja cada um deles em errors.',
    },
    'malformed-body': {
      title: 'Corpo malformado',
      detail: 'O corpo não pode ser lido como JSON ou contém uma chave que nunca é aceita, como __proto__.',
    },
    'unsupported-media': {
      title: 'Tipo de conteúdo não suportado',
      detail: 'Envie o corpo como JSON, com o cabeçalho Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Corpo grande demais',
      detail: 'O corpo pode ter no máximo {max_bytes} bytes.',
    },
    'not-found': {
      title: 'Não encontrado',
      detail: 'Não há nada neste endereço.',
    },
    'method-not-allowed': {
      title: 'Método não permitido',
      detail: 'Este endereço aceita apenas os métodos indicados no cabeçalho Allow.',
    },
    forbidden: {
      title: 'Acesso negado',
      detail: 'A solicitação foi recusada pelo firewall.',
    },
    'target-throttled': {
      title: 'Muitos códigos para este e-mail ou número',
      detail: 'Foram pedidos códigos com muita frequência. Tente novamente em {wait}.',
    },
    'caller-throttled': {
      title: 'Muitas solicitações',
      detail: 'Chegaram muitas solicitações da sua rede. Tente novamente em {wait}.',
    },
    'sms-budget-spent': {
      title: 'Limite diário de SMS atingido',
      detail: 'O limite diário de SMS para este país foi atingido. Tente novamente em {wait} ou use o e-mail.',
    },
    'email-budget-spent': {
      title: 'Limite diário de e-mails atingido',
      detail: 'O limite diário de e-mails foi atingido. Tente novamente em {wait} ou use um número de telefone.',
    },
    'service-throttled': {
      title: 'Serviço sobrecarregado',
      detail: 'O serviço está recebendo mais solicitações do que aceita de uma vez. Tente novamente em {wait}.',
    },
    'sms-not-supported': {
      title: 'SMS indisponível para este número',
      detail: 'Não enviamos SMS para este país ou tipo de número. Use um número de celular ou o e-mail.',
    },
    'email-not-supported': {
      title: 'E-mail indisponível',
      detail: 'Os códigos não são enviados por e-mail aqui. Use um número de telefone.',
    },
    'delivery-failed': {
      title: 'Código não enviado',
      detail: 'Não foi possível enviar o código. Você pode tentar de novo agora mesmo.',
    },
    'code-invalid': {
      title: 'Código incorreto',
      detail: 'O código não está correto. Tentativas restantes: {attempts_left}.',
    },
    'code-expired': {
      title: 'Código não é mais válido',
      detail: 'O código expirou, já foi usado ou houve tentativas demais. Peça um novo.',
    },
    'internal-error': {
      title: 'Erro interno',
      detail: 'Algo deu errado do nosso lado. Tente mais tarde e, se o problema persistir, informe o request_id.',
    },
  },
  deliveryUnknown: 'Não sabemos se o código foi enviado. Se ele chegar, use-o com o challenge_id; se não, peça outro.',
  targetLocked: 'Houve muitas tentativas com códigos incorretos. Tente novamente em {wait}.',
  violations: {
    required: 'Informe email ou phone.',
    conflict: 'Informe email ou phone, não os dois.',
    type: 'Deve ser uma string.',
    range: 'É longo demais.',
    'email.format': 'Deve ser um único endereço de e-mail, como name@example.com.',
    'phone.format': 'Deve ser um número de telefone no formato internacional, como +12025550123.',
    'code.required': 'Digite o código recebido.',
    'code.format': 'Deve ter todos os dígitos do código e nada mais.',
    'challenge_id.required': 'Informe o challenge_id recebido ao pedir o código.',
    'challenge_id.format': 'Deve ser um challenge_id exatamente como foi recebido.',
    'nonce.format': 'Deve ter apenas caracteres ASCII visíveis, sem espaços.',
    'Idempotency-Key.format': 'Deve ser uma string entre aspas duplas (RFC 9651) com pelo menos 16 caracteres.',
  },
};
