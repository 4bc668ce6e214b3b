/** A TCP proxy before the database that can cut or hold up the line, at a byte or at a word. */
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Fault {
  /** What happens: the line is closed (FIN), broken (RST), or falls silent with both ends open. */
  readonly kind: "close" | "reset" | "stall";
  /** At once on connecting, or so many bytes (0 by default) after the beginning of this text in what the server sends. */
  readonly at: "connect" | { readonly text: string; readonly bytes?: number };
}

/** Listens on 127.0.0.1 and passes everything on to `port` until the fault. @returns its own port. */
export async function faultyProxy(port: number, fault: Fault): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (client) => {
    sockets.push(client);
    client.on("error", () => {});
    if (fault.at === "connect") {
      strike(fault.kind, client);
      return;
    }
    const { text, bytes = 0 } = fault.at;
    const upstream = connect(port, "127.0.0.1");
    sockets.push(upstream);
    upstream.on("error", () => {});
    client.pipe(upstream);
    let held = Buffer.alloc(0);
    let struck = false;
    upstream.on("data", (arrived: Buffer) => {
      if (struck) return;
      held = Buffer.concat([held, arrived]);
      const place = held.indexOf(text, 0, "latin1");
      if (place !== -1 && held.length >= place + bytes) {
        struck = true;
        client.unpipe(upstream);
        client.write(held.subarray(0, place + bytes), () => strike(fault.kind, client));
      } else if (place === -1) {
        // What may be the beginning of the text is held back until more has come.
        const safe = endsInPartOf(held, text) ? Math.max(0, held.length - text.length) : held.length;
        client.write(held.subarray(0, safe));
        held = held.subarray(safe);
      }
    });
    upstream.on("end", () => client.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function strike(kind: Fault["kind"], client: Socket): void {
  if (kind === "close") client.end();
  if (kind === "reset") client.resetAndDestroy();
}

function endsInPartOf(bytes: Buffer, text: string): boolean {
  for (let length = Math.min(text.length - 1, bytes.length); length > 0; length -= 1) {
    if (bytes.subarray(-length).toString("latin1") === text.slice(0, length)) return true;
  }
  return false;
}
