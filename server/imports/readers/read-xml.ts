import { SaxesParser } from 'saxes';
import { decodeText } from './decode-text.ts';
import { ImportFileError } from './import-file-error.ts';
import type { Reading } from './reading.ts';

/** Hears of elements in their order. Names are without the prefix of their namespace. */
export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** @param text characters directly in the element, without spaces at both ends */
  readonly close: (name: string, text: string) => void;
}

const CHUNK_CHARACTERS = 256 * 1024;
const DEEPEST = 200;

/**
 * Walks through XML. Document types and entities are refused as soon as they begin; nothing outside the text is ever opened.
 *
 * @throws {ImportFileError} a document type, or XML that is not well formed, with its line
 */
export function readXml(
  bytes: Buffer,
  { listener, format }: { readonly listener: XmlListener; readonly format: string },
  reading: Reading,
): void {
  const { text } = decodeText(bytes);
  const parser = new SaxesParser({ fileName: '' });
  const texts: string[] = [];
  const damaged = () =>
    new ImportFileError('import_file_damaged', reading.file, { format, where: `${parser.line}:${parser.column}` });
  parser.on('doctype', () => {
    throw new ImportFileError('import_xml_entities', reading.file, { entry: format });
  });
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (texts.length >= DEEPEST) throw damaged();
    texts.push('');
    listener.open(localName(name), attributes as Readonly<Record<string, string>>);
  });
  const addText = (added: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += added;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => listener.close(localName(name), (texts.pop() ?? '').trim()));
  // The parser collects a document type before it tells of it: one is found sooner by its beginning.
  if (/<!(DOCTYPE|ENTITY)/.test(text))
    throw new ImportFileError('import_xml_entities', reading.file, { entry: format });
  for (let at = 0; at < text.length; at += CHUNK_CHARACTERS) {
    reading.tick(0);
    parser.write(text.slice(at, at + CHUNK_CHARACTERS));
  }
  parser.close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
