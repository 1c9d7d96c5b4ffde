/** Words of a text, as long lists of them are written. */
export const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
