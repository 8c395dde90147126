/** Opens her own phone's messages with the words written: nothing is sent from here. `?&` is read by every phone. */
export const textTo = (phone: string, words: string): string =>
  `sms:${phone.replace(/(?!^\+)\D/g, '')}?&body=${encodeURIComponent(words)}`;
