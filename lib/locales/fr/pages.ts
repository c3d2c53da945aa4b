import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problèmes',
    intro: 'Toute réponse en échec est l’une des suivantes.',
    why: 'Pourquoi',
    advice: 'Que faire',
    example: 'Exemple',
    fields: 'Champs',
  },
  problems: {
    'invalid-request': {
      why: 'Un champ manque, son type ou son format est incorrect, deux champs incompatibles ont été envoyés, ou l’en-tête Idempotency-Key est mal formé.',
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
      why: 'Une demande de code est petite. Celle-ci ne l’est pas.',
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
      why: 'Le pare-feu la prend pour une attaque, d’après son origine ou son contenu.',
      advice: 'Ne réessayez pas. En cas d’erreur, contactez-nous en indiquant request_id.',
    },
    'target-throttled': {
      why: 'Chaque adresse ou numéro ne reçoit qu’un nombre limité de codes par période, et chaque adresse réseau ou appareil connu ne peut en demander qu’une partie. Après de nombreux codes erronés, l’envoi cesse pendant un jour ou plus, d’abord pour l’adresse réseau qui les a demandés, puis pour tous sauf les appareils connus, afin que personne ne puisse deviner un code.',
      advice:
        'Décomptez retry_after secondes avant de proposer un nouvel envoi. Le dernier code reste valable jusqu’à son expiration. Envoyez le device_token d’un appareil qui s’est déjà connecté : des inconnus ne pourront pas le faire attendre.',
    },
    'caller-throttled': {
      why: 'Chaque adresse réseau ne peut faire qu’un nombre limité de demandes, quelle que soit la personne concernée.',
      advice:
        'Attendez retry_after secondes avant toute requête. Un serveur qui appelle pour tous ses utilisateurs doit demander à l’exploitant des limites plus élevées.',
    },
    'sms-budget-spent': {
      why: 'Les SMS vers chaque pays ont un plafond quotidien, contre la fraude. Il est renouvelé à minuit UTC.',
      advice: 'Proposez l’e-mail. Sinon, attendez retry_after secondes.',
    },
    'email-budget-spent': {
      why: 'Les e-mails ont un plafond quotidien, qui limite le coût d’un afflux. Il est renouvelé à minuit UTC.',
      advice: 'Proposez le SMS. Sinon, attendez retry_after secondes.',
    },
    'service-throttled': {
      why: 'Plus de requêtes sont arrivées en même temps que tout le service ne peut en traiter.',
      advice: 'Attendez retry_after secondes, puis réessayez, chaque fois un peu plus tard.',
    },
    'sms-not-supported': {
      why: 'Les SMS sont désactivés, ne sont pas envoyés vers ce pays, ou le numéro n’est pas celui d’un mobile.',
      advice: 'Demandez une adresse e-mail ou un numéro de mobile.',
    },
    'email-not-supported': {
      why: 'L’e-mail est désactivé ici.',
      advice: 'Demandez un numéro de téléphone.',
    },
    'delivery-failed': {
      why: 'Le service d’e-mail ou de SMS a refusé le message, ou n’a pas répondu à temps.',
      advice:
        'Sans challenge_id, rien n’a été envoyé : réessayez. Avec lui, le code peut encore arriver : affichez le champ, et proposez un autre code après un moment.',
    },
    'code-invalid': {
      why: 'Les chiffres ne sont pas ceux qui ont été envoyés pour cette vérification.',
      advice:
        'Laissez la personne réessayer tant que i18n_args.attempts_left est supérieur à 0. À 0, le code est annulé : demandez-en un nouveau.',
    },
    'code-expired': {
      why: 'La vérification est terminée ou n’a jamais existé. Par sécurité, la réponse est la même dans tous ces cas.',
      advice: 'Demandez un nouveau code.',
    },
    'internal-error': {
      why: 'Une partie du service n’a pas répondu ou a échoué. Dans le doute, rien n’est envoyé.',
      advice: 'Réessayez plus tard. Si cela persiste, contactez-nous en indiquant request_id.',
    },
  },
};
