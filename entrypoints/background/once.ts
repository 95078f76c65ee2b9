export interface Once<T> {
  (): Promise<T>;
  /** The next question makes it anew. */
  forget(): void;
}

/** Remembers what `make` gives; a failure is not remembered, so that the next question tries again. */
export function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | undefined;
  const ask = () => {
    if (made) return made;
    const asked = make().catch((error) => {
      if (made === asked) made = undefined;
      throw error;
    });
    made = asked;
    return asked;
  };
  return Object.assign(ask, {
    forget: () => {
      made = undefined;
    },
  });
}
