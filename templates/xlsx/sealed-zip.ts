/** A ZIP whose bytes depend on its contents and one date alone, neither on the clock nor on the zone. */
import JSZip from "jszip";

/** How the library is to write what is sealed after it: packing it twice would be for nothing. */
export const unpacked = { zip: { compression: "STORE" } } as const;

/** Writes the same entries in the same order, all with that date; its time of day is midnight UTC. */
export async function sealedZip(bytes: Uint8Array, isoDate: string): Promise<Buffer> {
  const source = await JSZip.loadAsync(bytes);
  const sealed = new JSZip();
  const date = new Date(`${isoDate}T00:00:00Z`);
  for (const entry of Object.values(source.files)) {
    if (!entry.dir) sealed.file(entry.name, await entry.async("uint8array"), { date, createFolders: false });
  }
  return sealed.generateAsync({ type: "nodebuffer", compression: "DEFLATE", compressionOptions: { level: 6 } });
}
