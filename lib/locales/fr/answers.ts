import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Requête non valide',
      detail: 'Des champs manquent ou sont incorrects. Le détail de chacun figure dans errors.',
    },
    'malformed-body': {
      title: 'Corps de requête mal formé',
      detail: 'Le corps n’est pas du JSON valide, ou contient une clé toujours refusée, comme __proto__.',
    },
    'unsupported-media': {
      title: 'Type de contenu non pris en charge',
      detail: 'Envoyez le corps en JSON, avec l’en-tête Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Corps de requête trop volumineux',
      detail: 'Le corps ne doit pas dépasser {max_bytes} octets.',
    },
    'not-found': {
      title: 'Introuvable',
      detail: 'Il n’y a rien à cette URL.',
    },
    'method-not-allowed': {
      title: 'Méthode non autorisée',
      detail: 'Cette URL n’accepte que les méthodes indiquées dans l’en-tête Allow.',
    },
    forbidden: {
      title: 'Accès refusé',
      detail: 'La requête a été refusée par le pare-feu.',
    },
    'target-throttled': {
      title: 'Trop de codes pour cette adresse ou ce numéro',
      detail: 'Des codes ont été demandés trop souvent. Réessayez dans {wait}.',
    },
    'caller-throttled': {
      title: 'Trop de requêtes',
      detail: 'Trop de requêtes proviennent de votre réseau. Réessayez dans {wait}.',
    },
    'sms-budget-spent': {
      title: 'Quota de SMS du jour atteint',
      detail:
        'Le quota de SMS vers ce pays est atteint pour aujourd’hui. Réessayez dans {wait} ou utilisez une adresse e-mail.',
    },
    'email-budget-spent': {
      title: 'Quota d’e-mails du jour atteint',
      detail:
        'Le quota d’e-mails est atteint pour aujourd’hui. Réessayez dans {wait} ou utilisez un numéro de téléphone.',
    },
    'service-throttled': {
      title: 'Service surchargé',
      detail: 'Le service reçoit plus de requêtes qu’il ne peut en traiter à la fois. Réessayez dans {wait}.',
    },
    'sms-not-supported': {
      title: 'Pas de SMS vers ce numéro',
      detail:
        'Nous n’envoyons pas de SMS vers ce pays ou ce type de numéro. Utilisez un numéro de mobile ou une adresse e-mail.',
    },
    'email-not-supported': {
      title: 'E-mail non disponible',
      detail: 'Ce service n’envoie pas de codes par e-mail. Utilisez un numéro de téléphone.',
    },
    'delivery-failed': {
      title: 'Code non envoyé',
      detail: 'Le code n’a pas pu être envoyé. Vous pouvez réessayer tout de suite.',
    },
    'code-invalid': {
      title: 'Code incorrect',
      detail: 'Ce code n’est pas le bon. Essais restants : {attempts_left}.',
    },
    'code-expired': {
      title: 'Ce code n’est plus valable',
      detail: 'Le code a expiré, a déjà servi ou a été annulé après trop d’essais. Demandez-en un nouveau.',
    },
    'internal-error': {
      title: 'Erreur interne',
      detail:
        'Une erreur s’est produite de notre côté. Réessayez plus tard et, si elle persiste, signalez-la en indiquant request_id.',
    },
  },
  deliveryUnknown:
    'Nous ne savons pas si le code a été envoyé. S’il arrive, utilisez-le avec challenge_id ; sinon, demandez-en un autre.',
  targetLocked: 'Trop de codes incorrects ont été saisis. Réessayez dans {wait}.',
  violations: {
    required: 'Indiquez email ou phone.',
    conflict: 'Indiquez soit email, soit phone, mais pas les deux.',
    type: 'Doit être une chaîne de caractères.',
    range: 'Trop long.',
    'email.format': 'Doit être une seule adresse e-mail, par exemple name@example.com.',
    'phone.format': 'Doit être un numéro de téléphone au format international, par exemple +12025550123.',
    'code.required': 'Saisissez le code reçu.',
    'code.format': 'Doit contenir tous les chiffres du code, et rien d’autre.',
    'challenge_id.required': 'Indiquez le challenge_id reçu lors de la demande du code.',
    'challenge_id.format': 'Doit être le challenge_id tel que vous l’avez reçu.',
    'nonce.format': 'Doit être composé de caractères ASCII visibles, sans espace.',
    'Idempotency-Key.format': 'Doit être une chaîne entre guillemets doubles (RFC 9651) d’au moins 16 caractères.',
  },
};
