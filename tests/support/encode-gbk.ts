/** Text as GBK, as offices save their ledgers; characters that GBK has not become `?`. */
export function encodeGbk(text: string): Buffer {
  const table = createTable();
  return Buffer.concat(
    [...text].map((character) =>
      character.codePointAt(0) === undefined || character < '\u0080'
        ? Buffer.from(character, 'ascii')
        : (table.get(character) ?? Buffer.from('?')),
    ),
  );
}

/** Every double byte of GBK by what it decodes to. */
function createTable(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if (!character.includes('\uFFFD') && !table.has(character)) table.set(character, bytes);
    }
  }
  return table;
}
