import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Solicitud no válida',
      detail: 'Faltan campos o algunos contienen errores. Consulta los detalles en errors.',
    },
    'malformed-body': {
      title: 'Cuerpo mal formado',
      detail: 'El cuerpo no se puede leer como JSON o contiene una clave que nunca se admite, como __proto__.',
    },
    'unsupported-media': {
      title: 'Tipo de contenido no admitido',
      detail: 'Envía el cuerpo como JSON, con la cabecera Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Cuerpo demasiado grande',
      detail: 'El cuerpo puede tener como máximo {max_bytes} bytes.',
    },
    'not-found': {
      title: 'No encontrado',
      detail: 'No hay nada en esta dirección.',
    },
    'method-not-allowed': {
      title: 'Método no permitido',
      detail: 'Esta dirección solo admite los métodos que indica la cabecera Allow.',
    },
    forbidden: {
      title: 'Acceso denegado',
      detail: 'El cortafuegos ha rechazado la solicitud.',
    },
    'target-throttled': {
      title: 'Demasiados códigos para este correo o número',
      detail: 'Has pedido códigos con demasiada frecuencia. Vuelve a intentarlo dentro de {wait}.',
    },
    'caller-throttled': {
      title: 'Demasiadas solicitudes',
      detail: 'Han llegado demasiadas solicitudes desde tu red. Vuelve a intentarlo dentro de {wait}.',
    },
    'sms-budget-spent': {
      title: 'No quedan mensajes SMS por hoy',
      detail:
        'Se ha alcanzado el límite diario de SMS a este país. Vuelve a intentarlo dentro de {wait} o usa el correo.',
    },
    'email-budget-spent': {
      title: 'No quedan correos por hoy',
      detail:
        'Se ha alcanzado el límite diario de correos. Vuelve a intentarlo dentro de {wait} o usa un número de teléfono.',
    },
    'service-throttled': {
      title: 'Servicio saturado',
      detail:
        'El servicio recibe más solicitudes de las que puede atender a la vez. Vuelve a intentarlo dentro de {wait}.',
    },
    'sms-not-supported': {
      title: 'No se envían SMS a este número',
      detail: 'No se envían SMS a este país o a este tipo de número. Usa un número de móvil o el correo.',
    },
    'email-not-supported': {
      title: 'El correo no está disponible',
      detail: 'Aquí no se envían códigos por correo. Usa un número de teléfono.',
    },
    'delivery-failed': {
      title: 'Código no enviado',
      detail: 'No se ha podido enviar el código. Puedes volver a intentarlo ahora mismo.',
    },
    'code-invalid': {
      title: 'Código incorrecto',
      detail: 'El código no es correcto. Intentos restantes: {attempts_left}.',
    },
    'code-expired': {
      title: 'El código ya no es válido',
      detail: 'El código ha caducado, ya se ha usado o se han agotado los intentos. Pide uno nuevo.',
    },
    'internal-error': {
      title: 'Error interno',
      detail:
        'Algo ha fallado por nuestra parte. Vuelve a intentarlo más tarde y, si el error persiste, contáctanos e indica request_id.',
    },
  },
  deliveryUnknown: 'No sabemos si el código se ha enviado. Si llega, úsalo con challenge_id; si no, pide otro.',
  targetLocked: 'Se han introducido demasiados códigos incorrectos. Vuelve a intentarlo dentro de {wait}.',
  violations: {
    required: 'Indica email o phone.',
    conflict: 'Indica email o phone, pero no ambos.',
    type: 'Debe ser una cadena de texto.',
    range: 'Es demasiado largo.',
    'email.format': 'Debe ser una sola dirección de correo, como name@example.com.',
    'phone.format': 'Debe ser un número de teléfono en formato internacional, como +12025550123.',
    'code.required': 'Introduce el código recibido.',
    'code.format': 'Debe contener todos los dígitos del código y nada más.',
    'challenge_id.required': 'Indica el challenge_id que se recibió al pedir el código.',
    'challenge_id.format': 'Debe ser un challenge_id tal como se recibió.',
    'nonce.format': 'Deben ser caracteres ASCII visibles, sin espacios.',
    'Idempotency-Key.format': 'Debe ser una cadena entre comillas dobles (RFC 9651) de al menos 16 caracteres.',
  },
};
