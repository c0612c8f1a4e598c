/** The words of undici, Node's own fetch; browsers have others for the same thing. */
const words = {
  'before the answer': 'fetch failed',
  'within the body': 'terminated',
} as const;

/**
 * The connection went away, as a caller of fetch sees it: a TypeError whose cause tells more.
 *
 * In-process it reaches the caller as it is. `listen` turns it into what it stands for: a destroyed socket.
 */
export class ConnectionLost extends TypeError {
  constructor(when: keyof typeof words) {
    const cause = Object.assign(new Error('other side closed'), {
      name: 'SocketError',
      code: 'UND_ERR_SOCKET',
    });
    super(words[when], { cause });
  }
}
