/** Bytes and times beyond which a mirror is not believed. Lengths signed in metadata are used where they are known. */
export const LIMITS = {
  /** Metadata files; the numbers are those of other TUF clients. */
  rootBytes: 512_000,
  timestampBytes: 16_384,
  snapshotBytes: 2_000_000,
  targetsBytes: 5_000_000,
  /** One and a half million indicators of ten bytes; no pack is larger, whatever is signed. */
  packBytes: 16_000_000,
  /** Roots taken in one sync (TUF 1.0, section 5.3.3: a client may stop after some number). */
  rootRotations: 256,
  /** No new byte for so long: the mirror stalls. Also the time a mirror has before its speed counts. */
  stallMs: 15_000,
  /** A mirror must send this many bytes a second on average; slower than any phone network. */
  bytesPerSecond: 500,
  /** How often the speed is looked at. */
  speedCheckMs: 5_000,
} as const;
