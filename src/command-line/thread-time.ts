/** Milliseconds of CPU that this thread has used: other programs on a busy machine do not lengthen them. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
