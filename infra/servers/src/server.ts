// A real server that tests may do harm to.
export interface Server {
  url: string;
  /** Ends it as a power cut would; {@link again} starts it on the same data and address. */
  kill(): Promise<void>;
  again(): Promise<void>;
  stop(): Promise<void>;
}
