import { describe } from 'vitest';
import { poisonSuite } from './poison.ts';

describe('parking, embedded', () => poisonSuite(() => undefined, 1));
