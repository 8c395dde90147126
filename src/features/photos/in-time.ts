import type { Patience } from './upload.ts';

interface Timed {
  request: Request;
  /** Whether it broke off because it was too slow. */
  isLate(): boolean;
  /** Breaks it off, as if it were. */
  giveUp(): void;
  end(): void;
}

/** The same request, whose body breaks off when it stalls, or takes longer than its size allows for. */
export function inTime(request: Request, size: number, { stallMs, pace, mostMs }: Patience): Timed {
  if (!request.body) return { request, isLate: () => false, giveUp: () => {}, end: () => {} };
  const reader = request.body.getReader();
  let late = false;
  let stalls: NodeJS.Timeout | undefined;
  const giveUp = () => {
    late = true;
    reader.cancel().catch(() => {});
  };
  const whole = setTimeout(giveUp, Math.min(mostMs, stallMs + (size / pace) * 1000));
  const end = () => {
    clearTimeout(whole);
    clearTimeout(stalls);
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      stalls = setTimeout(giveUp, stallMs);
      try {
        const { done, value } = await reader.read();
        if (late) controller.error(new Error('too slow'));
        else if (done) controller.close();
        else controller.enqueue(value);
        if (done) end();
      } catch (error) {
        controller.error(error);
      } finally {
        clearTimeout(stalls);
      }
    },
    cancel: () => {
      end();
      return reader.cancel();
    },
  });
  // 'half' is what Node asks for where a body is a stream; the types do not know it yet.
  const init = { body, duplex: 'half' } as RequestInit;
  return { request: new Request(request, init), isLate: () => late, giveUp, end };
}
