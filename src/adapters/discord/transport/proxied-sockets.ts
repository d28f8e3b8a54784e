import type { Agent } from 'node:http';
import { createRequire } from 'node:module';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { proxyFor } from '../../shared/way-out.ts';

/** The class of the gateway's sockets, as the package `ws` exports it. */
type SocketClass = new (address: string | URL, protocols: string[], options: { agent?: Agent }) => object;

/**
 * Lets the gateway's sockets take the proxy that the environment names. The library has no option for it, and takes
 * the class of its sockets when it is loaded: so this has to come before.
 */
export function proxySockets(): void {
  const ofDiscord = createRequire(import.meta.resolve('discord.js'));
  const ofGateway = createRequire(ofDiscord.resolve('@discordjs/ws'));
  const sockets = ofGateway('ws') as { WebSocket: SocketClass };
  sockets.WebSocket = class extends sockets.WebSocket {
    constructor(address: string | URL, protocols: string[], options: { agent?: Agent }) {
      const proxy = proxyFor(String(address));
      super(address, protocols, proxy ? { ...options, agent: new HttpsProxyAgent(proxy) } : options);
    }
  };
}
