import type { Socket } from 'node:net';

/** One connection, and all that can be done to it. */
export interface Line {
  /** Resolves once the system has the bytes; at once when the connection is gone. */
  write(bytes: Uint8Array | string): Promise<void>;
  /** Says goodbye as a server does. */
  end(): void;
  /** Tears it down (RST). */
  reset(): void;
  readonly isOpen: boolean;
}

export function lineOf(socket: Socket, raw: Socket = socket): Line {
  return {
    write: (bytes) =>
      new Promise((done) => {
        if (socket.destroyed || socket.writableEnded) done();
        else socket.write(bytes, () => done());
      }),
    end: () => void socket.end(),
    reset() {
      // Over TLS the connection below is the one that can be reset.
      raw.resetAndDestroy();
      socket.destroy();
    },
    get isOpen() {
      return !socket.destroyed;
    },
  };
}
