// Whether a person agrees that the public reads their name with an honour; without it a notice says unit and honour alone.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, label } from '../values.ts';

/** How a person said so. */
export const consentMeans = z.enum(['written', 'electronic', 'oral']);
const said = z.object({ on: businessDate, means: consentMeans, by: code });
const example = { person: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31', means: 'written', by: 'user-organiser' } as const;
/** A person agrees that their name is published with honours. */
export const publicationConsentGiven = event('publication-consent-given', said.extend({ person: id }), {
  ...{ ...example, on: '2025-01-03' },
});
/** From then on the name is published no longer, in notices that are public already neither. */
export const publicationConsentWithdrawn = event('publication-consent-withdrawn', said.extend({ person: id }), {
  ...{ ...example, on: '2025-02-10' },
});
/** Whether a person agrees. */
export const consentStatus = z.enum(['given', 'withdrawn']);
/** What a person said so far, the newest last. */
export const publicationConsentView = z.object({
  person: id,
  externalId: code.optional(),
  name: label.optional(),
  status: consentStatus,
  history: z.array(said.extend({ status: consentStatus })),
});
/** Records what a person said, by default today. */
export const recordConsent = z.strictObject({ on: businessDate.optional(), means: consentMeans });
