import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Pedido inválido',
      detail: 'Há campos em falta ou incorretos. Consulte cada um em errors.',
    },
    'malformed-body': {
      title: 'Corpo malformado',
      detail: 'O corpo não pode ser lido como JSON ou contém uma chave que nunca é aceite, como __proto__.',
    },
    'unsupported-media': {
      title: 'Tipo de conteúdo não suportado',
      detail: 'Envie o corpo como JSON, com o cabeçalho Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Corpo demasiado grande',
      detail: 'O corpo pode ter, no máximo, {max_bytes} bytes.',
    },
    'not-found': {
      title: 'Não encontrado',
      detail: 'Não existe nada neste endereço.',
    },
    'method-not-allowed': {
      title: 'Método não permitido',
      detail: 'Este endereço só aceita os métodos indicados no cabeçalho Allow.',
    },
    forbidden: {
      title: 'Acesso negado',
      detail: 'O pedido foi recusado pela firewall.',
    },
    'target-throttled': {
      title: 'Demasiados códigos para este endereço ou número',
      detail: 'Foram pedidos códigos com demasiada frequência. Tente novamente dentro de {wait}.',
    },
    'caller-throttled': {
      title: 'Demasiados pedidos',
      detail: 'Chegaram demasiados pedidos da sua rede. Tente novamente dentro de {wait}.',
    },
    'sms-budget-spent': {
      title: 'Limite diário de SMS atingido',
      detail:
        'O limite diário de SMS para este país foi atingido. Tente novamente dentro de {wait} ou utilize o e-mail.',
    },
    'email-budget-spent': {
      title: 'Limite diário de e-mails atingido',
      detail:
        'O limite diário de e-mails foi atingido. Tente novamente dentro de {wait} ou utilize um número de telefone.',
    },
    'service-throttled': {
      title: 'Serviço sobrecarregado',
      detail: 'O serviço está a receber mais pedidos do que aceita de uma só vez. Tente novamente dentro de {wait}.',
    },
    'sms-not-supported': {
      title: 'SMS indisponível para este número',
      detail: 'Não enviamos SMS para este país ou tipo de número. Utilize um número de telemóvel ou o e-mail.',
    },
    'email-not-supported': {
      title: 'E-mail indisponível',
      detail: 'Aqui não são enviados códigos por e-mail. Utilize um número de telefone.',
    },
    'delivery-failed': {
      title: 'Código não enviado',
      detail: 'Não foi possível enviar o código. Pode tentar novamente de imediato.',
    },
    'code-invalid': {
      title: 'Código incorreto',
      detail: 'O código não está correto. Tentativas restantes: {attempts_left}.',
    },
    'code-expired': {
      title: 'O código já não é válido',
      detail: 'O código expirou, já foi utilizado ou foram feitas demasiadas tentativas. Peça um novo.',
    },
    'internal-error': {
      title: 'Erro interno',
      detail:
        'Algo correu mal do nosso lado. Tente novamente mais tarde e, se o problema persistir, contacte-nos e indique o request_id.',
    },
  },
  deliveryUnknown:
    'Não sabemos se o código foi enviado. Se chegar, utilize-o com o challenge_id; caso contrário, peça outro.',
  targetLocked: 'Foram introduzidos demasiados códigos errados. Tente novamente dentro de {wait}.',
  violations: {
    required: 'Indique email ou phone.',
    conflict: 'Indique email ou phone, mas não ambos.',
    type: 'Tem de ser uma cadeia de caracteres.',
    range: 'É demasiado longo.',
    'email.format': 'Tem de ser um único endereço de e-mail, como name@example.com.',
    'phone.format': 'Tem de ser um número de telefone em formato internacional, como +12025550123.',
    'code.required': 'Introduza o código recebido.',
    'code.format': 'Tem de conter todos os dígitos do código e nada mais.',
    'challenge_id.required': 'Indique o challenge_id recebido ao pedir o código.',
    'challenge_id.format': 'Tem de ser o challenge_id tal como foi recebido.',
    'nonce.format': 'Tem de conter apenas caracteres ASCII visíveis, sem espaços.',
    'Idempotency-Key.format':
      'Tem de ser uma cadeia de caracteres entre aspas (RFC 9651), com um mínimo de 16 caracteres.',
  },
};
