declare module '@hotwired/turbo' {
  export function renderStreamMessage(message: string): void;
  export const config: { drive: { progressBarDelay: number } };
}
