/** How many files a zip archive holds, as the record at its end says. */
export function zipFiles(archive: Buffer): number {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('This is no zip archive.');
  return archive.readUInt16LE(end + 10);
}
