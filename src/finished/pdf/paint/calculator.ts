/** Functions that are small programs (type 4; ISO 32000-1, 7.10.5): a stack of numbers, without loops. */

type Step = number | string | Program;
interface Program {
  readonly steps: readonly Step[];
}

/** Steps of one run: a program has no loops, and runs each of its steps once at most. */
const mostSteps = 50_000;
/** Typst has a branch within a branch for each of a sweep's colours. */
const deepest = 1024;

/** Null for what is no program. */
export function readProgram(text: string): Program | null {
  const tokens = text.replace(/%[^\r\n]*/g, ' ').match(/[{}]|[^\s{}]+/g) ?? [];
  if (tokens.length > mostSteps) return null;
  const open: Step[][] = [];
  let whole: Program | null = null;
  for (const token of tokens) {
    if (token === '{') {
      if (open.length >= deepest) return null;
      open.push([]);
    } else if (token === '}') {
      const steps = open.pop();
      if (steps === undefined) return null;
      const parent = open.at(-1);
      if (parent === undefined) whole = { steps };
      else parent.push({ steps });
    } else {
      const number = Number(token);
      open.at(-1)?.push(Number.isNaN(number) ? token : number);
    }
  }
  return open.length === 0 ? whole : null;
}

/** The stack after a run; null where the program asks for what is not there. */
export function run(program: Program, inputs: readonly number[]): readonly number[] | null {
  const stack = [...inputs];
  return perform(program, stack) ? stack : null;
}

function perform({ steps }: Program, stack: number[]): boolean {
  for (const [index, step] of steps.entries()) {
    if (typeof step === 'number') stack.push(step);
    else if (typeof step !== 'string') continue;
    else if (step === 'if' || step === 'ifelse') {
      const condition = stack.pop();
      const [yes, no] = step === 'if' ? [steps[index - 1], null] : [steps[index - 2], steps[index - 1]];
      const chosen = condition ? yes : no;
      if (condition === undefined || typeof chosen === 'number' || typeof chosen === 'string') return false;
      if (chosen && !perform(chosen, stack)) return false;
    } else if (!operate(step, stack)) return false;
    if (stack.length > 200) return false;
  }
  return true;
}

const degrees = Math.PI / 180;
const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? 0 : a / b),
  idiv: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a % b),
  exp: (a, b) => a ** b,
  atan: (a, b) => (Math.atan2(a, b) / degrees + 360) % 360,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  bitshift: (a, b) => (b >= 0 ? a << b : a >> -b),
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  gt: (a, b) => Number(a > b),
  ge: (a, b) => Number(a >= b),
  lt: (a, b) => Number(a < b),
  le: (a, b) => Number(a <= b),
};
const unary: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  neg: (a) => -a,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  sqrt: (a) => Math.sqrt(Math.max(0, a)),
  sin: (a) => Math.sin(a * degrees),
  cos: (a) => Math.cos(a * degrees),
  ln: (a) => Math.log(Math.max(a, Number.MIN_VALUE)),
  log: (a) => Math.log10(Math.max(a, Number.MIN_VALUE)),
  cvi: Math.trunc,
  cvr: (a) => a,
  not: (a) => (a === 0 || a === 1 ? 1 - a : ~a),
};

function operate(name: string, stack: number[]): boolean {
  const [two, one] = [binary[name], unary[name]];
  if (two !== undefined) {
    const [b, a] = [stack.pop(), stack.pop()];
    return a !== undefined && b !== undefined && stack.push(two(a, b)) > 0;
  }
  if (one !== undefined) {
    const a = stack.pop();
    return a !== undefined && stack.push(one(a)) > 0;
  }
  if (name === 'true' || name === 'false') return stack.push(Number(name === 'true')) > 0;
  return arrange(name, stack);
}

function arrange(name: string, stack: number[]): boolean {
  const top = stack.at(-1);
  if (top === undefined) return false;
  switch (name) {
    case 'pop':
      stack.pop();
      return true;
    case 'dup':
      return stack.push(top) > 0;
    case 'exch':
      return stack.length > 1 && stack.push(...stack.splice(-2).reverse()) > 0;
    case 'copy': {
      stack.pop();
      return top >= 0 && top <= Math.min(100, stack.length) && stack.push(...(top === 0 ? [] : stack.slice(-top))) >= 0;
    }
    case 'index': {
      stack.pop();
      const value = stack.at(-1 - top);
      return value !== undefined && stack.push(value) > 0;
    }
    case 'roll': {
      const [by, count] = [stack.pop() ?? 0, stack.pop() ?? 0];
      if (count < 0 || count > stack.length) return false;
      const part = count === 0 ? [] : stack.splice(-count);
      const turn = count === 0 ? 0 : ((by % count) + count) % count;
      return stack.push(...part.slice(count - turn), ...part.slice(0, count - turn)) >= 0;
    }
    default:
      return false;
  }
}
