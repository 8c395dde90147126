const WORDS =
  `a again all and are at baby back bed been before better bottle but by came can coffee cold cried day days did
doctor door down eat evening every feed feeding few first for four from get good got had half hand has have he help her
here him hold home hour hours how i if in into is it just kitchen know last latch left like little long made makes me
milk minutes month morning mother my nap need never new next night no nobody not now of on once one or other our out
over pump quiet said same says second see she shower since sister sleep slept so some soon still stop tea than that the
them then there they thing think three through time tired to today told too try two until up walk was we week weeks
went were what when where which who why will with woke work worked would year yes yet you your`.split(/\s+/);

/** The same numbers each time, between 0 and 1 (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Posts as long as people write them: mostly a few lines, now and then a long one. They compress like English. */
export function somePosts(count: number): string[] {
  const roll = dice(7);
  const sentence = () => {
    const words = Array.from(
      { length: 5 + Math.floor(roll() * 12) },
      () => WORDS[Math.floor(roll() * WORDS.length)]!,
    );
    const text = words.join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: count }, () => {
    const long = roll() < 0.1;
    return Array.from({ length: 1 + Math.floor(roll() * (long ? 14 : 6)) }, sentence).join(' ');
  });
}
