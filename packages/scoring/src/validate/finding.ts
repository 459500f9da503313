// A finding says what is wrong or odd in a scheme, where, and what to do, in Chinese and in English.

/** What is wrong (`error`) or odd (`warning`) in a scheme or its inputs, where, and what to do, in Chinese and English. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  /** JSON pointer into the document. */
  at: string;
  zh: string;
  en: string;
}
