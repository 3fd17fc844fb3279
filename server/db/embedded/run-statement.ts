import type { EngineProcess } from './engine-process.ts';

/**
 * Runs one statement without the driver: for what must happen before there is a connection.
 *
 * @throws {EnvironmentError} the engine is poisoned
 * @throws {Error} the statement failed
 */
export async function runStatement(engine: EngineProcess, sql: string): Promise<void> {
  const text = Buffer.from(`${sql}\0`, 'utf8');
  const header = Buffer.alloc(5);
  header.write('Q', 0, 'latin1');
  header.writeInt32BE(text.length + 4, 1);
  const pieces: Buffer[] = [];
  await engine.run(Buffer.concat([header, text]), (bytes) => pieces.push(bytes));
  const answer = Buffer.concat(pieces);
  for (let position = 0; position + 5 <= answer.length; position += 1 + answer.readInt32BE(position + 1)) {
    if (answer[position] === 'E'.charCodeAt(0)) {
      const fields = answer.toString('utf8', position + 5, position + 1 + answer.readInt32BE(position + 1));
      throw new Error(
        `${sql}: ${
          fields
            .split('\0')
            .find((field) => field.startsWith('M'))
            ?.slice(1) ?? 'failed'
        }`,
      );
    }
  }
}
