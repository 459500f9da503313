// Examples of certificates, by hand: the year prints none.
import { certificateLayoutSet, certificatesIssued } from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';

const type = 'application/json';
const pdf = { status: '200', type: 'application/pdf', body: '（PDF 文件 · a PDF）' };
const { layout: id, ...look } = certificateLayoutSet.example;
const { certificates, ...issued } = certificatesIssued.example;
const shown = certificates.map(({ check: _, ...certificate }) => certificate);

export const written: Record<string, ApiExample> = {
  'PUT /api/certificate-layouts/{id}': {
    request: { type, body: look },
    answer: { status: '201', type, body: { id, version: 1 } },
  },
  'GET /api/certificate-layouts': { answer: { status: '200', type, body: { items: [{ layout: id, ...look }] } } },
  'GET /api/certificate-layouts/{id}': { answer: { status: '200', type, body: { layout: id, ...look } } },
  'GET /api/certificate-layouts/{id}/preview': { answer: pdf },
  'GET /api/certificate-layouts/standard/preview': { answer: pdf },
  'POST /api/decisions/{id}/certificates': {
    request: { type, body: { layout: id } },
    answer: { status: '201', type, body: { id: issued.decision, version: 1 } },
  },
  'GET /api/decisions/{id}/certificates': {
    answer: { status: '200', type, body: { ...issued, certificates: shown } },
  },
  'GET /api/decisions/{id}/certificates/{extension}': { answer: pdf },
  'GET /api/decisions/{id}/letter': { answer: pdf },
  'GET /api/public/notices/{id}/page': {
    answer: { status: '200', type: 'text/html', body: '（网页：公示 · a page: the notice）' },
  },
  'GET /api/public/certificates/{certificate}': {
    answer: { status: '200', type: 'text/html', body: '（网页：有效 · a page: valid）' },
  },
};
