import { type ESTree, type ParseResult, Visitor } from 'vite';

/** A function with a body, measured. */
export interface MeasuredFunction {
  /** Its own name, or that of the variable or property it is given to; empty for callbacks. */
  readonly name: string;
  readonly line: number;
  readonly lineCount: number;
  /** Parameters by position that a caller must give; one object with options counts once. */
  readonly parameterCount: number;
}

type AnyFunction = ESTree.Function | ESTree.ArrowFunctionExpression;

/** Every function of a file, callbacks included. */
export function measureFunctions(parsed: ParseResult, text: string): readonly MeasuredFunction[] {
  const lineAt = createLineIndex(text);
  const names = new Map<unknown, string>();
  const found: MeasuredFunction[] = [];
  const measure = (node: AnyFunction): void => {
    const line = lineAt(node.start);
    const ownName = 'id' in node && node.id !== null ? node.id.name : undefined;
    const name = ownName ?? names.get(node) ?? '';
    found.push({ name, line, lineCount: lineAt(node.end) - line + 1, parameterCount: countRequired(node) });
  };
  new Visitor({
    VariableDeclarator: (node) => {
      if (node.id.type === 'Identifier' && node.init !== null) names.set(node.init, node.id.name);
    },
    Property: (node) => {
      if (node.key.type === 'Identifier') names.set(node.value, node.key.name);
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parsed.program);
  return found;
}

function countRequired(node: AnyFunction): number {
  return node.params.filter((parameter) => {
    const isOptional = 'optional' in parameter && parameter.optional === true;
    return parameter.type !== 'AssignmentPattern' && parameter.type !== 'RestElement' && !isOptional;
  }).length;
}

/** Text of every string and template literal. */
export function listStrings(parsed: ParseResult): readonly string[] {
  const strings: string[] = [];
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') strings.push(node.value);
    },
    TemplateElement: (node) => {
      strings.push(node.value.raw);
    },
    JSXText: (node) => {
      strings.push(node.value);
    },
  }).visit(parsed.program);
  return strings;
}

/**
 * Names of exported declarations without a docstring right before them. A type that is only read off a documented constant or schema
 * (`z.infer<typeof x>`, `(typeof X)[number]`) needs none of its own.
 */
export function listUndocumentedExports(parsed: ParseResult, text: string): readonly string[] {
  return parsed.program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration === null) return [];
    const { declaration } = statement;
    const isReadOff =
      declaration.type === 'TSTypeAliasDeclaration' && isDerivedType(text.slice(declaration.start, declaration.end));
    const hasDocs = parsed.comments.some(
      (comment) =>
        comment.type === 'Block' &&
        comment.value.startsWith('*') &&
        comment.end <= statement.start &&
        text.slice(comment.end, statement.start).trim() === '',
    );
    return hasDocs || isReadOff ? [] : [nameOf(declaration)];
  });
}

function isDerivedType(written: string): boolean {
  return /=\s*(z\.(infer|input|output)<\s*typeof |\(typeof |keyof typeof )/.test(written);
}

function nameOf(declaration: ESTree.Declaration): string {
  if (declaration.type === 'VariableDeclaration') {
    const [first] = declaration.declarations;
    return first?.id.type === 'Identifier' ? first.id.name : '?';
  }
  return 'id' in declaration && declaration.id !== null && 'name' in declaration.id ? declaration.id.name : '?';
}

function createLineIndex(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
