import { join } from 'node:path';
import {
  type ClassDeclaration,
  type InterfaceDeclaration,
  isClassDeclaration,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isPropertyDeclaration,
  isPropertySignatureDeclaration,
  isTypeAliasDeclaration,
  isTypeReferenceNode,
  type Node,
} from 'typescript/unstable/ast';
import {
  API,
  type Checker,
  type Symbol as CompilerSymbol,
  type InterfaceType,
  type Type,
} from 'typescript/unstable/sync';

export interface Member {
  readonly name: string;
  /** Of a method: its parameters and what it gives. */
  readonly type: string;
  readonly isMethod: boolean;
  readonly isOptional: boolean;
  readonly meaning: string;
  readonly default: string | undefined;
}

export interface Exported {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'type';
  readonly meaning: string;
  /** Of a class or interface: what it extends. Of any other type: what it is. */
  readonly is: string;
  /** Of a class or interface. */
  readonly members: readonly Member[];
  /** Of a type that is made from another: the names of its properties. */
  readonly keys: readonly string[];
}

type Declaration = ClassDeclaration | InterfaceDeclaration;

const folder = join(import.meta.dirname, '../../package');

/** Everything that the package exports, as the compiler sees it. */
export function readApi(): readonly Exported[] {
  const api = new API({ cwd: folder });
  try {
    const [project] = api.updateSnapshot({ openProject: join(folder, 'tsconfig.json') }).getProjects();
    const entry = project?.program.getSourceFile(join(folder, 'index.ts'));
    const module = entry && project?.checker.getSymbolAtLocation(entry);
    if (!project || !module) throw new Error('the compiler found no entry of the package');
    return project.checker.getExportsOfModule(module).map((each) => exported(each, project.checker));
  } finally {
    api.close();
  }
}

function exported(alias: CompilerSymbol, checker: Checker): Exported {
  const symbol = checker.getAliasedSymbol(alias);
  const declaration = symbol.declarations[0]?.resolve();
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (!declaration || !type) throw new Error(`${alias.name} is not declared`);
  const about = { name: alias.name, meaning: checker.getDocumentationCommentOfSymbol(symbol) };
  if (isClassDeclaration(declaration) || isInterfaceDeclaration(declaration)) {
    const kind = isClassDeclaration(declaration) ? 'class' : 'interface';
    return { ...about, kind, ...shapeOf(type, declaration, checker), keys: [] };
  }
  const isMade = isTypeAliasDeclaration(declaration) && isTypeReferenceNode(declaration.type);
  const keys = isMade ? checker.getPropertiesOfType(type).map(({ name }) => name) : [];
  const is = checker.typeToString(type, undefined, whole).replaceAll('"', "'");
  return { ...about, kind: 'type', is, members: [], keys };
}

/** The compiler's flags to print all of a type, and what it is instead of its name. */
const whole = (1 << 0) | (1 << 23);

/** A class of ours that another extends is no idea of its own to readers: its members count as the other's. */
function shapeOf(type: Type, declaration: Declaration, checker: Checker): Pick<Exported, 'is' | 'members'> {
  const members = membersOf(declaration, checker);
  const base = isClassDeclaration(declaration) ? checker.getBaseTypes(type as InterfaceType)[0] : undefined;
  const extended = base?.getSymbol()?.declarations[0]?.resolve();
  if (base && extended && isClassDeclaration(extended) && isOurs(extended)) {
    const inherited = shapeOf(base, extended, checker);
    return { is: inherited.is, members: [...members, ...inherited.members] };
  }
  const clauses = declaration.heritageClauses ?? [];
  return { is: clauses.flatMap(({ types }) => types.map((each) => each.getText())).join(', '), members };
}

const isOurs = (node: Node): boolean => !node.getSourceFile().fileName.includes('/node_modules/');

const membersOf = (declaration: Declaration, checker: Checker): readonly Member[] =>
  [...declaration.members].flatMap((member: Node) => {
    const isMethod = isMethodDeclaration(member);
    if (!isMethod && !isPropertyDeclaration(member) && !isPropertySignatureDeclaration(member)) return [];
    const name = member.name.getText();
    const symbol = checker.getSymbolAtLocation(member.name);
    if (name.startsWith('#') || !symbol) return [];
    const tags = checker.getJsDocTagsOfSymbol(symbol);
    if (tags.some((tag) => tag.name === 'internal')) return [];
    const standard = tags.find((tag) => tag.name === 'default');
    const parameters = isMethod && [...member.parameters].map((each) => each.getText()).join(', ');
    const type = member.type?.getText() ?? 'void';
    return {
      name,
      isMethod,
      type: isMethod ? `(${parameters}): ${type}` : type,
      isOptional: member.postfixToken?.getText() === '?',
      meaning: checker.getDocumentationCommentOfSymbol(symbol),
      default: standard && String(standard.text),
    };
  });
