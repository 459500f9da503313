import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { isMongoFault } from './mongo-errors.ts';

const { MongoError, MongoNetworkError } = mongoose.mongo;
const coded = (error: Error, code: unknown) => Object.assign(error, { code });

test('a lost connection may recover, however the driver reports it', () => {
  expect(isMongoFault(new MongoNetworkError('closed'))).toBe(true);
  expect(isMongoFault(coded(new Error('This socket has been ended by the other party'), 'EPIPE'))).toBe(true);
});

test('a bug, or content that can never be written, does not', () => {
  expect(isMongoFault(new TypeError('a bug'))).toBe(false);
  expect(isMongoFault(coded(new MongoError('too large'), 10334))).toBe(false);
  expect(isMongoFault(undefined)).toBe(false);
});
