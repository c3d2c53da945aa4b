import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problèmes',
    intro: 'Toute réponse d’erreur correspond à l’un des problèmes suivants.',
    why: 'Pourquoi',
    advice: 'Que faire',
    example: 'Exemple',
    fields: 'Champs',
  },
  problems: {
    'invalid-request': {
      why: 'Un champ manque, un type ou un format est incorrect, deux champs incompatibles ont été envoyés, ou l’en-tête Idempotency-Key est mal formé.',
      advice:
        'Affichez chaque description à côté de son champ pour que la personne puisse corriger. Ne renvoyez pas la même requête.',
    },
    'malformed-body': {
      why: 'Le corps est incomplet, n’est pas du JSON, ou contient une clé comme __proto__ dont aucun client n’a besoin.',
      advice: 'Corrigez le client : encodez le corps avec une bibliothèque JSON.',
    },
    'unsupported-media': {
      why: 'L’en-tête Content-Type manque ou indique autre chose que JSON.',
      advice: 'Corrigez le client : envoyez Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'La requête est bien plus volumineuse qu’une demande de code normale.',
      advice: 'Corrigez le client : n’envoyez que les champs indiqués dans la description de l’API.',
    },
    'not-found': {
      why: 'Le chemin est incorrect ou n’a jamais existé.',
      advice: 'Comparez le chemin avec la description de l’API dans /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Le chemin est correct, mais pas la méthode HTTP.',
      advice: 'Utilisez une méthode indiquée dans l’en-tête Allow.',
    },
    forbidden: {
      why: 'Le pare-feu prend la requête pour une attaque, d’après son origine ou son contenu.',
      advice: 'Ne réessayez pas. S’il s’agit d’une erreur de notre part, contactez-nous en indiquant request_id.',
    },
    'target-throttled': {
      why: 'Chaque adresse ou numéro ne reçoit qu’un nombre limité de codes par période, et chaque adresse réseau ou appareil connu ne peut en demander qu’une partie. Après de nombreux codes erronés, l’envoi est suspendu pendant un jour ou plus, d’abord pour l’adresse réseau à l’origine des demandes, puis pour tous sauf les appareils connus, afin que personne ne puisse deviner un code.',
      advice:
        'Décomptez retry_after secondes avant de proposer un nouvel envoi. Le dernier code reste valable jusqu’à son expiration. Envoyez le device_token d’un appareil qui s’est déjà connecté : des inconnus ne pourront pas retarder ses demandes.',
    },
    'caller-throttled': {
      why: 'Chaque adresse réseau ne peut faire qu’un nombre limité de demandes, quelle que soit la personne concernée.',
      advice:
        'Attendez retry_after secondes avant toute requête. Un serveur qui appelle pour tous ses utilisateurs doit demander à l’exploitant des limites plus élevées.',
    },
    'sms-budget-spent': {
      why: 'Les SMS vers chaque pays sont soumis à un plafond quotidien, pour limiter la fraude. Il est réinitialisé à minuit UTC.',
      advice: 'Proposez l’e-mail. Sinon, attendez retry_after secondes.',
    },
    'email-budget-spent': {
      why: 'Les e-mails sont soumis à un plafond quotidien, pour limiter les coûts en cas d’afflux. Il est réinitialisé à minuit UTC.',
      advice: 'Proposez le SMS. Sinon, attendez retry_after secondes.',
    },
    'service-throttled': {
      why: 'Le nombre de requêtes simultanées dépasse la capacité de l’ensemble du service.',
      advice: 'Attendez retry_after secondes, puis réessayez en allongeant le délai à chaque tentative.',
    },
    'sms-not-supported': {
      why: 'Les SMS sont désactivés, ne sont pas envoyés vers ce pays, ou le numéro n’est pas celui d’un mobile.',
      advice: 'Demandez une adresse e-mail ou un numéro de mobile.',
    },
    'email-not-supported': {
      why: 'L’envoi par e-mail est désactivé sur ce service.',
      advice: 'Demandez un numéro de téléphone.',
    },
    'delivery-failed': {
      why: 'Le service d’e-mail ou de SMS a refusé le message, ou n’a pas répondu à temps.',
      advice:
        'Si la réponse ne contient pas de challenge_id, rien n’a été envoyé : réessayez. Si elle en contient un, le code peut encore arriver : affichez le champ de saisie, et proposez un autre code après un moment.',
    },
    'code-invalid': {
      why: 'Les chiffres ne sont pas ceux qui ont été envoyés pour cette vérification.',
      advice:
        'Laissez la personne réessayer tant que i18n_args.attempts_left est supérieur à 0. À 0, le code est annulé : demandez-en un nouveau.',
    },
    'code-expired': {
      why: 'La vérification est terminée ou n’a jamais existé. Par sécurité, la réponse est la même dans les deux cas.',
      advice: 'Demandez un nouveau code.',
    },
    'internal-error': {
      why: 'Une partie du service n’a pas répondu ou a échoué. Dans le doute, rien n’est envoyé.',
      advice: 'Réessayez plus tard. Si le problème persiste, contactez-nous en indiquant request_id.',
    },
  },
};
