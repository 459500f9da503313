// Nest on Fastify and better-sqlite3, as its documentation writes it: a controller, a provider, a transaction for each request.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import Database from 'better-sqlite3';

const [, , folder] = process.argv;

class Units {
  constructor() {
    this.db = new Database(join(folder, 'units.db'));
    this.db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
      CREATE TABLE units (id TEXT PRIMARY KEY, code TEXT UNIQUE, name TEXT NOT NULL, short_name TEXT, kind TEXT NOT NULL);
      CREATE TABLE events (id INTEGER PRIMARY KEY, unit TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL);`);
    const insert = this.db.prepare('INSERT INTO units (id, code, name, short_name, kind) VALUES (?, ?, ?, ?, ?)');
    const event = this.db.prepare('INSERT INTO events (unit, type, data) VALUES (?, ?, ?)');
    this.register = this.db.transaction(({ id = randomUUID(), code, name, shortName, kind }) => {
      insert.run(id, code, name, shortName, kind);
      event.run(id, 'unit-registered', JSON.stringify({ unit: id, code, name, shortName, kind }));
      return id;
    });
  }
}
Injectable()(Units);

class UnitsController {
  constructor(units) {
    this.units = units;
  }
  register(body) {
    return { id: this.units.register(body), version: 1 };
  }
}
Reflect.defineMetadata('design:paramtypes', [Units], UnitsController);
Controller('api/units')(UnitsController);
Body()(UnitsController.prototype, 'register', 0);
const found = Object.getOwnPropertyDescriptor(UnitsController.prototype, 'register');
Post()(UnitsController.prototype, 'register', found);

class Application {}
Module({ controllers: [UnitsController], providers: [Units] })(Application);
const app = await NestFactory.create(Application, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.send({ url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), token: 'none' });
process.on('disconnect', () => process.exit(0));
