import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problemas',
    intro: 'Qualquer resposta de erro é uma destas.',
    why: 'Porquê',
    advice: 'O que fazer',
    example: 'Exemplo',
    fields: 'Campos',
  },
  problems: {
    'invalid-request': {
      why: 'Falta um campo ou o seu tipo ou formato está errado, foram enviados dois campos que se excluem ou o cabeçalho Idempotency-Key está malformado.',
      advice:
        'Mostre cada descrição junto do respetivo campo, para que a pessoa o possa corrigir. Não volte a enviar o mesmo pedido.',
    },
    'malformed-body': {
      why: 'O corpo está incompleto, não é JSON ou contém uma chave, como __proto__, de que nenhum cliente precisa.',
      advice: 'Corrija o cliente: codifique o corpo com uma biblioteca JSON.',
    },
    'unsupported-media': {
      why: 'O Content-Type está em falta ou indica algo diferente de JSON.',
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
      advice: 'Utilize um método indicado no cabeçalho Allow.',
    },
    forbidden: {
      why: 'A firewall considera o pedido um ataque, pela origem ou pelo conteúdo.',
      advice: 'Não tente de novo. Se for engano, contacte-nos e indique o request_id.',
    },
    'target-throttled': {
      why: 'Cada endereço de e-mail ou número de telefone recebe um número limitado de códigos por período, e cada endereço de rede ou dispositivo conhecido só pode pedir uma parte deles. Depois de muitos códigos errados, o envio é suspenso durante um dia ou mais, primeiro para o endereço de rede que pediu os códigos e depois para todos, exceto os dispositivos conhecidos, para que ninguém consiga adivinhar um código.',
      advice:
        'Faça a contagem decrescente de retry_after segundos antes de propor um novo envio. O último código continua válido até expirar. Envie o device_token de um dispositivo que já iniciou sessão: assim, nenhum desconhecido pode fazer esperar o seu utilizador.',
    },
    'caller-throttled': {
      why: 'Cada endereço de rede pode fazer um número limitado de pedidos, seja para quem for.',
      advice:
        'Espere retry_after segundos antes de qualquer pedido. Um backend que faz os pedidos em nome de todos os seus utilizadores deve pedir limites mais altos ao operador.',
    },
    'sms-budget-spent': {
      why: 'Os SMS para cada país têm um limite diário, para prevenir a fraude. O limite é reposto à meia-noite UTC.',
      advice: 'Proponha o e-mail. Caso contrário, espere retry_after segundos.',
    },
    'email-budget-spent': {
      why: 'Os e-mails têm um limite diário, para conter o custo de uma vaga de pedidos. O limite é reposto à meia-noite UTC.',
      advice: 'Proponha o SMS. Caso contrário, espere retry_after segundos.',
    },
    'service-throttled': {
      why: 'Chegaram ao mesmo tempo mais pedidos do que todo o serviço aceita.',
      advice: 'Espere retry_after segundos e tente novamente, cada vez um pouco mais tarde.',
    },
    'sms-not-supported': {
      why: 'O envio por SMS está desativado ou não está disponível para este país, ou o número não é de telemóvel.',
      advice: 'Peça um endereço de e-mail ou um número de telemóvel.',
    },
    'email-not-supported': {
      why: 'O envio por e-mail está desativado neste serviço.',
      advice: 'Peça um número de telefone.',
    },
    'delivery-failed': {
      why: 'O serviço de e-mail ou de SMS recusou a mensagem ou não respondeu a tempo.',
      advice:
        'Sem challenge_id, nada foi enviado: tente novamente. Com ele, o código ainda pode chegar: mostre o campo e, passado algum tempo, proponha outro código.',
    },
    'code-invalid': {
      why: 'Os dígitos não são os que foram enviados para esta verificação.',
      advice:
        'Deixe a pessoa tentar novamente enquanto i18n_args.attempts_left for superior a 0. Quando chegar a 0, o código deixa de ser válido: peça um novo.',
    },
    'code-expired': {
      why: 'A verificação terminou ou nunca existiu. Por segurança, a resposta é a mesma em todos estes casos.',
      advice: 'Peça um novo código.',
    },
    'internal-error': {
      why: 'Uma parte do serviço não respondeu ou falhou. Na dúvida, nada é enviado.',
      advice: 'Tente novamente mais tarde. Se o problema persistir, contacte-nos e indique o request_id.',
    },
  },
};
