// Certificates of grants: how they look, as data; which were issued, under which numbers; what anybody may check of one.
import { z } from 'zod';
import { event } from '../event.ts';
import { id, label } from '../values.ts';
import { grantExample } from './grant.ts';

/** Millimetres from the left or upper edge, or across; A3 is 420 wide. */
const mm = z.number().min(0).max(420);
const place = z.object({ x: mm, y: mm, size: z.number().min(5).max(200) });
/** One text of a certificate. Words in braces stand for what the grant says: {@link certificateWords}. */
export const certificateText = z.object({
  text: z.string().min(1).max(500),
  x: mm,
  y: mm,
  width: z.number().min(1).max(420),
  /** Height of the characters in points. */
  size: z.number().min(6).max(144),
  bold: z.boolean(),
  align: z.enum(['left', 'center', 'right']),
});
const look = {
  name: label,
  paper: z.enum(['A4', 'A3']),
  orientation: z.enum(['landscape', 'portrait']),
  border: z.boolean(),
  texts: z.array(certificateText).min(1).max(30),
  /** Where the code is printed that leads to the page for checking. */
  qr: place,
};
/** A layout of certificates; `seal` says where the image is printed and which it is, by its SHA-256. */
export const certificateLayout = z.object({
  layout: id,
  ...look,
  seal: place.extend({ sha256: z.string().length(64) }).optional(),
});
/** A layout of certificates. */
export type CertificateLayout = z.infer<typeof certificateLayout>;
/** What a text may have in braces. */
export const certificateWords = [
  'recipient',
  'honour',
  'year',
  'grantedBy',
  'documentNumber',
  'date',
  'number',
  'place',
] as const;

const strictPlace = z.strictObject(place.shape);
/** Sets a layout. The image of a seal stays in a private row; without `image` the one before is kept. */
export const setCertificateLayout = z.strictObject({
  ...look,
  texts: z.array(z.strictObject(certificateText.shape)).min(1).max(30),
  qr: strictPlace,
  seal: strictPlace
    .extend({
      /** A PNG in base64, at most 256 kB. */
      image: z.base64('应为 PNG 图片的 base64 编码 / must be a PNG image in base64').min(1).max(349_528).optional(),
    })
    .optional(),
});
/** Issues certificates for what a decision grants; without a layout the standard one is used. */
export const issueCertificates = z.strictObject({ layout: id.optional() });

/** One certificate of a grant at one of its revisions; `check` is the SHA-256 of the code that its QR code carries. */
export const issuedCertificate = z.object({
  grant: id,
  revision: z.int().min(1),
  number: z.string().min(1).max(40),
  check: z.string().length(43),
});
/** One certificate of a grant at one of its revisions. */
export type IssuedCertificate = z.infer<typeof issuedCertificate>;
const issued = z.object({
  decision: id,
  /** What the numbers of its certificates begin with. */
  series: z.string().min(1).max(20),
  /** Absent: the standard one. */
  layout: id.optional(),
  certificates: z.array(issuedCertificate).max(500),
});
const layout = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d61';

/** Certificates look so from now on. */
export const certificateLayoutSet = event('certificate-layout-set', certificateLayout, {
  ...{ layout, name: '荣誉证书（横式）', paper: 'A4', orientation: 'landscape', border: true },
  texts: [{ text: '荣誉证书', x: 20, y: 30, width: 257, size: 40, bold: true, align: 'center' }],
  qr: { x: 25, y: 160, size: 25 },
});
/** Certificates were issued, each under a number of its own; a corrected grant gets another one. */
export const certificatesIssued = event('certificates-issued', issued, {
  ...{ decision: grantExample.decision, series: '2025-7K3QM9X2', layout },
  certificates: [
    {
      ...{ grant: grantExample.grant, revision: 1, number: '2025-7K3QM9X2-0001' },
      check: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg',
    },
  ],
});

/** The certificates of a decision. */
export const certificatesView = issued.extend({
  certificates: z.array(issuedCertificate.omit({ check: true })),
});
/** A certificate as it stands: printed, and whether the grant still says what it says. */
export const certificateStatus = z.enum(['valid', 'corrected', 'revoked']);
