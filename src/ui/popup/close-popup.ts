/** The popup of the toolbar button goes when its work is done; a tab of ours stays. */
export function closePopup(): void {
  if (!document.body.classList.contains('tab')) window.close();
}
