// Streams and views of any kind, for tables that hold them all.
import type { Command, Stream, View } from '@jiangong/contracts';

// biome-ignore lint/suspicious/noExplicitAny: a table of streams holds rules of different states and commands
export type AnyStream = Stream<any, Command<any, any>, any>;
// biome-ignore lint/suspicious/noExplicitAny: a list of views holds rows of different shapes
export type AnyView = View<any, any>;
