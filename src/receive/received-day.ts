/** The latest day, 2024-12-09, that can be told of in a file received at `now`: clocks east of here are a day ahead. */
export const receivedDay = (now: Date = new Date()): string =>
  new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
