export function watchPage(): void {}
