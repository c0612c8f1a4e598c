import { readTarget, type Target } from './target.ts';

/**
 * What other help desks and spreadsheets call the fields of a customer: exports of Intercom, HubSpot, Zendesk, Freshdesk,
 * Crisp, Mailchimp and Stripe, and people who write English, Ukrainian, German, Polish or Spanish.
 */
const synonyms: readonly (readonly [target: string, names: readonly string[]])[] = [
  [
    'name',
    [
      'full name',
      'contact name',
      'customer name',
      'display name',
      'contact',
      'customer',
      'client name',
      'nickname',
      'повне імʼя',
      'піб',
      'клієнт',
      'vollständiger name',
      'kundenname',
      'imię i nazwisko',
      'nazwa',
      'nombre completo',
      'nombre y apellidos',
    ],
  ],
  ['name.first', ['first name', 'given name', 'fname', 'forename', 'vorname', 'imię', 'nombre', 'імʼя']],
  [
    'name.last',
    [
      'last name',
      'surname',
      'family name',
      'lname',
      'nachname',
      'familienname',
      'nazwisko',
      'apellido',
      'apellidos',
      'прізвище',
    ],
  ],
  [
    'email',
    [
      'e-mail',
      'email address',
      'e-mail address',
      'mail',
      'primary email',
      'contact email',
      'customer email',
      'user email',
      'work email',
      'e-mail-adresse',
      'emailadresse',
      'adres email',
      'adres e-mail',
      'correo',
      'correo electrónico',
      'електронна пошта',
      'пошта',
      'електронна адреса',
      'імейл',
    ],
  ],
  [
    'userId',
    [
      'user id',
      'external id',
      'customer id',
      'client id',
      'account id',
      'contact id',
      'uid',
      'unique external id',
      'benutzer-id',
      'kundennummer',
      'kunden-id',
      'id użytkownika',
      'id klienta',
      'id de usuario',
      'id de cliente',
      'id користувача',
      'id клієнта',
    ],
  ],
  [
    'phone',
    [
      'phone number',
      'telephone',
      'tel',
      'mobile',
      'mobile phone',
      'mobile number',
      'cell',
      'cell phone',
      'work phone',
      'phone number 1',
      'telefon',
      'telefonnummer',
      'handy',
      'mobil',
      'numer telefonu',
      'nr telefonu',
      'komórka',
      'teléfono',
      'móvil',
      'телефон',
      'номер телефону',
      'мобільний',
    ],
  ],
  [
    'company',
    [
      'company name',
      'organization',
      'organisation',
      'organization name',
      'associated company',
      'business name',
      'employer',
      'firma',
      'unternehmen',
      'przedsiębiorstwo',
      'empresa',
      'compañía',
      'компанія',
      'організація',
      'фірма',
    ],
  ],
  [
    'notes',
    [
      'note',
      'comment',
      'comments',
      'description',
      'about',
      'details',
      'notizen',
      'bemerkungen',
      'notatki',
      'uwagi',
      'notas',
      'comentarios',
      'нотатки',
      'примітки',
      'коментар',
    ],
  ],
  [
    'locale',
    [
      'language',
      'lang',
      'preferred language',
      'browser language',
      'browser locale',
      'language code',
      'sprache',
      'język',
      'idioma',
      'мова',
    ],
  ],
  [
    'firstSeen',
    [
      'first seen',
      'signup',
      'signed up',
      'signed up at',
      'sign up date',
      'signup date',
      'created at',
      'created',
      'create date',
      'created date',
      'date created',
      'created utc',
      'member since',
      'customer since',
      'joined',
      'date joined',
      'registered',
      'registered at',
      'registration date',
      'optin time',
      'erstellt',
      'erstellt am',
      'data utworzenia',
      'fecha de creación',
      'дата створення',
      'створено',
    ],
  ],
  ['source', ['source url', 'landing page', 'first page seen', 'first url', 'page url', 'landing page url']],
  ['createdFrom', ['channel', 'created via', 'origin channel']],
  ['integrationId', ['integration id', 'messenger id', 'telegram id']],
  [
    'tags',
    [
      'tag',
      'labels',
      'label',
      'segments',
      'segment',
      'schlagwörter',
      'tagi',
      'etykiety',
      'etiquetas',
      'теги',
      'мітки',
    ],
  ],
  ['customData', ['custom data', 'custom attributes', 'attributes', 'custom fields', 'properties']],
];

const byName = new Map<string, Target>();
for (const [name, names] of synonyms) {
  const target = readTarget(name);
  if (!target) throw new Error(`No target is called "${name}".`);
  for (const synonym of [name, ...names]) byName.set(plainName(synonym), target);
}

/** Case, spaces, punctuation (apostrophes that count as letters, too) and diacritics aside. */
function plainName(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\p{Lo}\p{N}]/gu, '');
}

/** The field that a header names, `Signed up (UTC)` too; `undefined` when it is none that is known. */
export function targetOfHeader(header: string): Target | undefined {
  return (
    readTarget(header) ??
    byName.get(plainName(header)) ??
    byName.get(plainName(header.replace(/\s*\([^()]*\)\s*$/, '')))
  );
}
