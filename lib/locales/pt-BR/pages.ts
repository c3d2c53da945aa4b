import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problemas',
    intro: 'Toda resposta que não é de sucesso é uma destas.',
    why: 'Por quê',
    advice: 'O que fazer',
    example: 'Exemplo',
    fields: 'Campos',
  },
  problems: {
    'invalid-request': {
      why: 'Um campo está ausente ou tem tipo ou formato incorreto, foram enviados dois campos que se excluem ou o cabeçalho Idempotency-Key está malformado.',
      advice:
        'Mostre cada descrição ao lado do campo para que a pessoa possa corrigi-lo. Não reenvie a mesma solicitação.',
    },
    'malformed-body': {
      why: 'O corpo está incompleto, não é JSON ou contém uma chave, como __proto__, de que nenhum cliente precisa.',
      advice: 'Corrija o cliente: codifique o corpo com uma biblioteca JSON.',
    },
    'unsupported-media': {
      why: 'O Content-Type está ausente ou indica algo diferente de JSON.',
      advice: 'Corrija o cliente: envie Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'Um pedido de código é pequeno. Este não é.',
      advice: 'Corrija o cliente: envie apenas os campos indicados na descrição da API.',
    },
    'not-found': {
      why: 'O caminho está errado ou nunca existiu.',
      advice: 'Compare o caminho com a descrição da API em /openapi.json.',
    },
    'method-not-allowed': {
      why: 'O caminho está certo, mas o método HTTP não.',
      advice: 'Use um método indicado no cabeçalho Allow.',
    },
    forbidden: {
      why: 'O firewall considerou a solicitação um ataque, pela origem ou pelo conteúdo.',
      advice: 'Não tente de novo. Se for engano, entre em contato conosco e informe o request_id.',
    },
    'target-throttled': {
      why: 'Cada e-mail ou telefone recebe um número limitado de códigos por período, e cada endereço de rede ou dispositivo conhecido só pode pedir uma parte deles. Depois de muitos códigos errados, o envio é suspenso por um dia ou mais, primeiro para o endereço de rede que pediu os códigos e depois para todos, menos os dispositivos conhecidos, para que ninguém consiga adivinhar um código.',
      advice:
        'Faça a contagem regressiva de retry_after segundos antes de oferecer um novo envio. O último código continua valendo até expirar. Envie o device_token de um dispositivo que já fez login: assim, terceiros não conseguem fazer a pessoa esperar.',
    },
    'caller-throttled': {
      why: 'Cada endereço de rede pode fazer um número limitado de pedidos, seja para quem for.',
      advice:
        'Espere retry_after segundos antes de qualquer solicitação. Um backend que chama a API em nome de todos os seus usuários deve pedir limites maiores ao operador.',
    },
    'sms-budget-spent': {
      why: 'Os SMS para cada país têm um limite diário para evitar fraudes. Ele é renovado à meia-noite UTC.',
      advice: 'Ofereça o e-mail. Caso contrário, espere retry_after segundos.',
    },
    'email-budget-spent': {
      why: 'Os e-mails têm um limite diário para conter o custo de uma enxurrada de pedidos. Ele é renovado à meia-noite UTC.',
      advice: 'Ofereça o SMS. Caso contrário, espere retry_after segundos.',
    },
    'service-throttled': {
      why: 'Chegaram ao mesmo tempo mais solicitações do que o serviço inteiro aceita.',
      advice: 'Espere retry_after segundos e tente novamente, aumentando um pouco a espera a cada tentativa.',
    },
    'sms-not-supported': {
      why: 'O SMS está desativado, não é enviado para este país ou o número não é de celular.',
      advice: 'Peça um endereço de e-mail ou um número de celular.',
    },
    'email-not-supported': {
      why: 'O e-mail está desativado aqui.',
      advice: 'Peça um número de telefone.',
    },
    'delivery-failed': {
      why: 'O serviço de e-mail ou SMS recusou a mensagem ou não respondeu a tempo.',
      advice:
        'Sem challenge_id, nada foi enviado: tente de novo. Com ele, o código ainda pode chegar: mostre o campo e, depois de um tempo, ofereça outro código.',
    },
    'code-invalid': {
      why: 'Os dígitos não são os que foram enviados para esta verificação.',
      advice:
        'Deixe a pessoa tentar de novo enquanto i18n_args.attempts_left for maior que 0. Em 0, o código foi invalidado: peça um novo.',
    },
    'code-expired': {
      why: 'A verificação terminou ou nunca existiu. Por segurança, a resposta é a mesma em todos esses casos.',
      advice: 'Peça um novo código.',
    },
    'internal-error': {
      why: 'Uma parte do serviço não respondeu ou falhou. Na dúvida, nada é enviado.',
      advice: 'Tente mais tarde. Se o problema persistir, entre em contato conosco e informe o request_id.',
    },
  },
};
