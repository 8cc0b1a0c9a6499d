import { connect, type Socket } from 'node:net';

export interface Host {
  readonly host: string;
  readonly port: number;
}

/** A node that does not answer is left after this long; a dead one refuses at once. */
const connectWithinMs = 3_000;

/**
 * The nodes of one cluster. All connections go to one of them, since Galera lets writes on two nodes collide;
 * when it cannot be reached, or says that it left the cluster, all go to the next. There is no way back until
 * that one fails too, so that no server swings to and fro.
 */
export class Hosts {
  private current = 0;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly hosts: readonly Host[]) {}

  get count(): number {
    return this.hosts.length;
  }

  /** A connection to the node in use; made for each connection of the pool. */
  readonly connect = (): Socket => {
    const chosen = this.current;
    const socket = connect({ ...this.hosts[chosen]! });
    const isLate = setTimeout(() => socket.destroy(new LostHost('ETIMEDOUT')), connectWithinMs);
    const isSettled = () => clearTimeout(isLate);
    socket.setNoDelay(true);
    socket.once('connect', () => {
      isSettled();
      socket.off('error', moveOn);
      this.sockets.add(socket);
    });
    const moveOn = () => {
      isSettled();
      this.leave(chosen);
    };
    socket.once('error', moveOn);
    socket.once('close', () => {
      isSettled();
      this.sockets.delete(socket);
    });
    return socket;
  };

  /** The node in use answers, but cannot work: its connections are ended, the next ones go elsewhere. */
  leave(left = this.current): void {
    if (left !== this.current) return;
    this.current = (left + 1) % this.hosts.length;
    for (const socket of this.sockets) socket.destroy(new LostHost('ECONNRESET'));
    this.sockets.clear();
  }
}

class LostHost extends Error {
  constructor(readonly code: string) {
    super(`lost the database (${code})`);
  }
}

export interface ClusterAddress {
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly hosts: readonly Host[];
}

/** `mariadb://user:password@h1:3306,h2:3306/name`; undefined when the address names one host only. */
export function clusterAddress(databaseUrl: string): ClusterAddress | undefined {
  const parts = /^\w+:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]+)\/([^/?]+)$/.exec(databaseUrl);
  const [, user = '', password = '', hosts = '', database = ''] = parts ?? [];
  if (!hosts.includes(',')) return undefined;
  return {
    user: decodeURIComponent(user),
    password: decodeURIComponent(password),
    database: decodeURIComponent(database),
    hosts: hosts.split(',').map((each) => {
      const { hostname, port } = new URL(`mysql://${each}`);
      return { host: hostname, port: Number(port || 3306) };
    }),
  };
}
