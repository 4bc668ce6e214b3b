/** A ZIP whose bytes depend on its contents and one date alone, neither on the clock nor on the zone. */
import JSZip from "jszip";

/** How the library is to write what is sealed after it: packing it twice would be for nothing. */
export const unpacked = { zip: { compression: "STORE" } } as const;

/** Path in the ZIP → what becomes of that part's text. */
export type PartChanges = ReadonlyMap<string, (text: string) => string>;

/** Writes the same entries in the same order, changed where asked, all with that date; its time of day is midnight UTC. */
export async function sealedZip(bytes: Uint8Array, isoDate: string, changes: PartChanges = new Map()): Promise<Buffer> {
  const source = await JSZip.loadAsync(bytes);
  const sealed = new JSZip();
  const date = new Date(`${isoDate}T00:00:00Z`);
  for (const entry of Object.values(source.files)) {
    if (entry.dir) continue;
    const change = changes.get(entry.name);
    const part = change === undefined ? await entry.async("uint8array") : change(await entry.async("string"));
    sealed.file(entry.name, part, { date, createFolders: false });
  }
  return sealed.generateAsync({ type: "nodebuffer", compression: "DEFLATE", compressionOptions: { level: 6 } });
}
