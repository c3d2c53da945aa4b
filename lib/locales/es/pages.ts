import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problemas',
    intro: 'Toda respuesta de error corresponde a uno de estos problemas.',
    why: 'Por qué',
    advice: 'Qué hacer',
    example: 'Ejemplo',
    fields: 'Campos',
  },
  problems: {
    'invalid-request': {
      why: 'Falta un campo, su tipo o formato no es correcto, se han enviado dos campos que se excluyen o la cabecera Idempotency-Key está mal formada.',
      advice:
        'Muestra cada descripción junto a su campo para que la persona lo corrija. No repitas la misma solicitud.',
    },
    'malformed-body': {
      why: 'El cuerpo está incompleto, no es JSON o contiene una clave, como __proto__, que ningún cliente necesita.',
      advice: 'Corrige el cliente: codifica el cuerpo con una biblioteca JSON.',
    },
    'unsupported-media': {
      why: 'La cabecera Content-Type falta o indica algo distinto de JSON.',
      advice: 'Corrige el cliente: envía Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'La solicitud de un código es pequeña; esta no lo es.',
      advice: 'Corrige el cliente: envía solo los campos que figuran en la descripción de la API.',
    },
    'not-found': {
      why: 'La ruta es incorrecta o nunca ha existido.',
      advice: 'Compara la ruta con la descripción de la API en /openapi.json.',
    },
    'method-not-allowed': {
      why: 'La ruta es correcta, pero el método HTTP no.',
      advice: 'Usa un método de los que indica la cabecera Allow.',
    },
    forbidden: {
      why: 'El cortafuegos considera que la solicitud es un ataque por su origen o por su contenido.',
      advice: 'No repitas la solicitud. Si es un error, ponte en contacto con nosotros e indica request_id.',
    },
    'target-throttled': {
      why: 'Cada correo o número de teléfono recibe un máximo de códigos por periodo, y cada dirección de red o dispositivo conocido solo puede pedir una parte. Tras muchos códigos incorrectos, el envío se suspende durante un día o más, primero para la dirección de red que pidió los códigos y después para todos salvo los dispositivos conocidos, a fin de que nadie pueda adivinar uno.',
      advice:
        'Muestra una cuenta regresiva con los segundos de retry_after antes de ofrecer un nuevo envío. El último código seguirá siendo válido hasta que caduque. Envía el device_token de un dispositivo que ya haya iniciado sesión: así ningún extraño podrá hacer esperar a su usuario.',
    },
    'caller-throttled': {
      why: 'Cada dirección de red puede hacer un número limitado de solicitudes, sea para quien sea.',
      advice:
        'Espera los segundos de retry_after antes de hacer otra solicitud. Un servidor que llama en nombre de todos sus usuarios debe pedir límites más altos al operador del servicio.',
    },
    'sms-budget-spent': {
      why: 'Los SMS a cada país tienen un límite diario contra el fraude. Se renueva a medianoche UTC.',
      advice: 'Ofrece el correo electrónico. Si no, espera los segundos de retry_after.',
    },
    'email-budget-spent': {
      why: 'Los correos tienen un límite diario que acota el gasto ante una avalancha de solicitudes. Se renueva a medianoche UTC.',
      advice: 'Ofrece el envío por SMS. Si no, espera los segundos de retry_after.',
    },
    'service-throttled': {
      why: 'Han llegado a la vez más solicitudes de las que admite todo el servicio.',
      advice: 'Espera los segundos de retry_after y vuelve a intentarlo, con esperas cada vez más largas.',
    },
    'sms-not-supported': {
      why: 'Los SMS están desactivados, no se envían a este país o el número no es de móvil.',
      advice: 'Pide una dirección de correo o un número de móvil.',
    },
    'email-not-supported': {
      why: 'El correo está desactivado.',
      advice: 'Pide un número de teléfono.',
    },
    'delivery-failed': {
      why: 'El servicio de correo o de SMS rechazó el mensaje o no respondió a tiempo.',
      advice:
        'Si la respuesta no incluye challenge_id, no se ha enviado nada: vuelve a intentarlo. Si lo incluye, el código aún puede llegar: muestra el campo para introducirlo y, al cabo de un rato, ofrece otro código.',
    },
    'code-invalid': {
      why: 'Los dígitos no son los que se enviaron para esta verificación.',
      advice:
        'Deja que la persona lo intente de nuevo mientras i18n_args.attempts_left sea mayor que 0. Con 0, el código queda anulado: pide uno nuevo.',
    },
    'code-expired': {
      why: 'La verificación ha terminado o nunca existió. Por seguridad, la respuesta es la misma en todos los casos.',
      advice: 'Pide un código nuevo.',
    },
    'internal-error': {
      why: 'No se pudo acceder a una parte del servicio o esta falló. En caso de duda, no se envía nada.',
      advice: 'Vuelve a intentarlo más tarde. Si persiste, ponte en contacto con nosotros e indica request_id.',
    },
  },
};
