/** Sets a variable of this process's environment; answers with a function that puts back what was there. */
export function setVariable(name: string, value: string): () => void {
  const former = process.env[name];
  process.env[name] = value;
  return () => {
    if (former === undefined) delete process.env[name];
    else process.env[name] = former;
  };
}
