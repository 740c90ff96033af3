/** Smaller ones share their memory with others. */
const OWN = 8 * 1024;

/**
 * Gives back at once the memory of bytes that nobody needs any more. Left to the engine, those of a large file on its way
 * in lie about by the fifty megabytes, and each new piece costs the system fresh pages. Bytes that are a part of
 * something larger are left alone.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (byteLength >= OWN && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer)
    buffer.transfer(0);
}
