// The work of each place: a component that is given who is signed in, and the parameters of its address.
import type { MeView } from '@jiangong/client';
import type { ComponentType } from 'react';
import type { places } from './places.ts';

export type Path = (typeof places)[number]['path'];
export interface Work {
  me: MeView;
  params: Record<string, string>;
}
export type WorkOf = Record<Path, ComponentType<Work>>;

export const holds = ({ actor }: MeView, ...roles: string[]): boolean =>
  roles.some((role) => actor.roles.some((own) => own === role));
