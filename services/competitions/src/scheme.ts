// A scheme: drafted from a template, saved as often as needed, published in numbered versions that never change again.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { fromTemplate, readScheme, templateNames, templateTitle } from './scheme-language.ts';
import { unsupportedIn } from './scheme-support.ts';

type Body = EventNamed<'scheme-drafted'>['data']['body'];
type Draft = Command<'draft', { template: string }>;
type Save = Command<'save', { body: Body }>;
type Publish = Command<'publish', { acceptUnsupported?: true }>;
type Event = EventNamed<'scheme-drafted' | 'scheme-published'>;

export type State = { published: number; draft?: Body } | undefined;
export const initial = undefined as State;

export function decide(scheme: State, command: Draft | Save | Publish): Event[] | Refusal {
  switch (command.type) {
    case 'draft': {
      const { template } = command.data;
      if (scheme) return refuse('already-exists', { what: command.id });
      const body = fromTemplate(template) as Body | undefined;
      if (!body)
        return refuse('template-unknown', {
          template,
          known: templateNames(),
          knownZh: templateNames().map((name) => `${templateTitle(name)}（${name}）`),
        });
      return [{ type: 'scheme-drafted', data: { scheme: command.id, version: 1, body } }];
    }
    case 'save': {
      if (!scheme) return refuse('not-found', { what: command.id });
      const version = scheme.published + 1;
      // The text says its own version, so that a result can name what it was scored with.
      const body = { ...command.data.body, version };
      if (scheme.draft && JSON.stringify(scheme.draft) === JSON.stringify(body)) return [];
      return [{ type: 'scheme-drafted', data: { scheme: command.id, version, body } }];
    }
    case 'publish': {
      if (!scheme) return refuse('not-found', { what: command.id });
      if (!scheme.draft) return refuse('scheme-not-drafted', { version: scheme.published });
      const read = readScheme(scheme.draft);
      const errors = read.findings.filter(({ severity }) => severity === 'error');
      if (!read.scheme || errors.length > 0)
        return refuse('scheme-faulty', {
          count: errors.length,
          errors: listed(errors, 'error'),
        });
      const unsupported = unsupportedIn(read.scheme);
      const unplayable = listed(unsupported, 'error');
      if (unplayable.length > 0) return refuse('scheme-unplayable', { count: unplayable.length, errors: unplayable });
      const lost = listed(unsupported, 'warning');
      if (lost.length > 0 && !command.data.acceptUnsupported)
        return refuse('scheme-unsupported', { count: lost.length, errors: lost });
      // The parsed text, defaults filled in: it reads the same when a later program has other defaults.
      const body = read.scheme as unknown as Body;
      return [{ type: 'scheme-published', data: { scheme: command.id, version: scheme.published + 1, body } }];
    }
    default:
      return command satisfies never;
  }
}

const listed = (findings: { severity: string; at: string; zh: string; en: string }[], severity: string) =>
  findings.filter((finding) => finding.severity === severity).map(({ at, zh, en }) => ({ at, zh, en }));

export function evolve(scheme: State, event: Event): State {
  switch (event.type) {
    case 'scheme-drafted':
      return { published: scheme?.published ?? 0, draft: event.data.body };
    case 'scheme-published':
      return { published: event.data.version };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const schemeCommand = requestsOf<Parameters<typeof decide>[1]>('scheme');
