// Which addresses this system calls of its own accord: those that the operator allowed.
export {
  type Addresses,
  addressesOf,
  literalOf,
  type Resolve,
  readUrl,
  type Target,
} from '../http/addresses.ts';
