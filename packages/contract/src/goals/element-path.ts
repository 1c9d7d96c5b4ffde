/** Whether a text can be the path of an element in the page, as a tag writes it [G83]. */

/** Ours: from the nearest id down, or from the top; it may be cut at its end. Pages have ids with spaces. */
const OURS = /^(?:#[^>]*[^>\s])?(?:>[^\s>:#()[\]{}"'=]+(?::\d+)?)*(?:>(?:[^\s>:#()[\]{}"'=]+:)?)?$/;
/** The genuine tag's: letters and numbers without separators. */
const GENUINE = /^[^\s<>()[\]{}"'=,+~:]+$/;

export const isElementPath = (text: string): boolean => (/^[#>]/.test(text) ? OURS : GENUINE).test(text);
