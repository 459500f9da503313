// Which service answers for what: the single address in front of all services sends a request on by it.
import type { ServiceName } from './registry.ts';

interface Resources {
  /** Paths below `/api` that begin so are the service's; `:name` stands for any one segment, and the longest wins. */
  paths: readonly string[];
  /** The nouns of its streams, by which its journal is read. */
  nouns: readonly string[];
}
/** Which paths and streams belong to which service. */
export const resources: Record<ServiceName, Resources> = {
  console: {
    paths: [
      '/behalf',
      '/checkers',
      '/deputies',
      '/digests',
      '/machines',
      '/me',
      '/orgs',
      '/robots',
      '/sign-out',
      '/users',
    ],
    nouns: ['organisation', 'user', 'machine', 'robot', 'digest'],
  },
  competitions: {
    paths: ['/calendars', '/competitions', '/entries', '/people', '/scheme-templates', '/schemes', '/teams', '/units'],
    nouns: ['unit', 'scheme', 'competition', 'entry', 'person', 'team', 'calendar'],
  },
  'quarterly-checks': {
    paths: [
      '/appeals',
      '/checks',
      '/competitions/:id/inputs',
      '/competitions/:id/reminders',
      '/competitions/:id/reviews',
      '/evaluations',
      '/publications',
      '/explanations',
      '/reviews',
      '/rounds',
      '/schemes/impact',
      '/standings',
    ],
    nouns: ['round', 'round-page', 'check', 'review', 'evaluation', 'publication', 'reminder', 'reminder-rules'],
  },
  contests: {
    paths: [
      '/contests',
      '/contestants',
      '/contest-appeals',
      '/contest-stages',
      '/fixtures',
      '/judging-panels',
      '/points-campaigns',
      '/points-claims',
      '/points-ledgers',
      '/points-partners',
      '/points-vouchers',
      '/public/points-partners',
    ],
    nouns: [
      'contest',
      'squad',
      'contest-appeal',
      'contest-stage',
      'performance',
      'judging-panel',
      'scorecard',
      'fixture',
      'points-campaign',
      'points-ledger',
      'points-partner',
    ],
  },
  'studio-alliances': {
    paths: [
      '/alliances',
      '/duties',
      '/duty-calendar',
      '/invitations',
      '/joint-projects',
      '/needs',
      '/output-rules',
      '/output-rule-templates',
      '/outputs',
      '/pairings',
      '/public/suggestion-links',
      '/public/suggestions',
      '/studio-directory',
      '/studios',
      '/suggestion-links',
      '/suggestions',
    ],
    nouns: [
      'studio',
      'invitation',
      'pairing',
      'alliance',
      'joint-project',
      'output-rules',
      'output',
      'duty',
      'duty-closing',
      'duty-calendar',
      'suggestion-link',
      'suggestion',
      'need',
    ],
  },
  awards: {
    paths: [
      '/award-bars',
      '/award-committees',
      '/award-lists',
      '/award-returns',
      '/award-rules',
      '/ballots',
      '/certificate-layouts',
      '/decisions',
      '/grants',
      '/hr',
      '/notices',
      '/objections',
      '/plaque-removals',
      '/public/certificates',
      '/public/notices',
      '/publication-consents',
    ],
    nouns: [
      'award-list',
      'award-bar',
      'award-committee',
      'award-return',
      'award-rules',
      'ballot',
      'dossier',
      'notice',
      'objection',
      'plaque-removal',
      'publication-consent',
      'decision',
      'grant',
      'certificate',
      'certificate-layout',
      'webhook',
    ],
  },
};

const owners = Object.entries(resources)
  .flatMap(([service, { paths, nouns }]) =>
    // A file lies with the records that may name it.
    [...paths, ...nouns.map((noun) => `/files/${noun}`)].map((path) => ({
      service: service as ServiceName,
      parts: partsOf(path),
    })),
  )
  .sort((a, b) => b.parts.length - a.parts.length);

/**
 * The service that answers a path, the longest match; undefined for a path of none.
 * @param path below `/api`, such as `/units/import`
 * @example
 * ```ts
 * serviceOfPath('/competitions/42/inputs'); // → 'quarterly-checks'
 * serviceOfPath('/competitions/42'); // → 'competitions'
 * ```
 */
export function serviceOfPath(path: string): ServiceName | undefined {
  const segments = partsOf(path);
  return owners.find(({ parts }) =>
    parts.every((part, at) => (part.startsWith(':') ? segments[at] : part === segments[at])),
  )?.service;
}
/**
 * The service whose journal has the streams of a noun; undefined for a noun of none.
 * @example
 * ```ts
 * serviceOfNoun('grant'); // → 'awards'
 * ```
 */
export function serviceOfNoun(noun: string): ServiceName | undefined {
  return (Object.keys(resources) as ServiceName[]).find((service) => resources[service].nouns.includes(noun));
}
function partsOf(path: string): string[] {
  return path.split('/').slice(1);
}

/** What answers with names, contacts or keys of people: nobody's disk keeps it. */
const personal = [
  '/award-lists',
  '/award-returns',
  '/decisions',
  '/files/dossier',
  '/grants',
  '/hr',
  '/machines',
  '/me',
  '/objections',
  '/outputs',
  '/people',
  '/points-campaigns',
  '/points-ledgers',
  '/public/points-partners',
  '/public/suggestion-links',
  '/public/suggestions',
  '/publication-consents',
  '/suggestions',
  '/teams',
  '/users',
];

/**
 * Whether a path below `/api` answers with data of people.
 * @example
 * ```ts
 * isPersonal('/people/:id'); // → true
 * isPersonal('/units'); // → false
 * ```
 */
export const isPersonal = (path: string): boolean =>
  personal.some((each) => path === each || path.startsWith(`${each}/`));
